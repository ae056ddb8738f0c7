package org.tablee;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layout is the architecture: who may know whom. */
class BoundariesTest {
  /** Each room imports only rooms above it. A new room is a new line here and in the README. */
  private static final List<String> ROOMS =
      List.of(
          "text", "json", "table", "store", "wire", "history", "box", "people", "hosting",
          "example", "replay", "export", "cluster", "session", "http");

  /**
   * The areas of a table, rooms inside {@code table}: with the room that holds the words they share
   * they are one, and of each other each imports only those above it.
   */
  private static final List<String> AREAS =
      List.of("frame", "diagnosis", "challenge", "round", "proposal", "talk", "vote");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tablee");

  @Test
  void everyRoomIsInTheList() {
    var found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals("org.tablee"))
            .map(BoundariesTest::room)
            .collect(Collectors.toSet());

    assertThat(ROOMS).containsAll(found);
    assertThat(found).contains("text", "table", "hosting", "http");
  }

  @Test
  void eachRoomImportsOnlyRoomsAboveIt() {
    for (var room : ROOMS) {
      var below = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
      for (var other : below) {
        noClasses()
            .that()
            .resideInAPackage(of(room))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(of(other))
            .allowEmptyShould(true)
            .check(CLASSES);
      }
      noClasses()
          .that()
          .resideInAPackage(of(room))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tablee")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void eachAreaOfATableImportsOnlyAreasAboveIt() {
    var found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("org.tablee.table."))
            .map(name -> name.split("\\.")[3])
            .collect(Collectors.toSet());
    assertThat(AREAS).containsAll(found);
    assertThat(found).contains("frame", "diagnosis", "talk");
    for (var area : AREAS) {
      for (var other : AREAS.subList(AREAS.indexOf(area) + 1, AREAS.size())) {
        noClasses()
            .that()
            .resideInAPackage(of("table." + area))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(of("table." + other))
            .allowEmptyShould(true)
            .check(CLASSES);
      }
    }
  }

  @Test
  void pureRoomsKnowOnlyTheLanguage() {
    only("text", "java.lang..", "java.util..", "java.net..", "org.jspecify..");
    only(
        "table",
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.text..",
        "org.jspecify..",
        "org.pcollections..",
        of("text"));
  }

  private static void only(String room, String... packages) {
    var allowed = new java.util.ArrayList<>(List.of(packages));
    allowed.add(of(room));
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(of(room))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void pureRoomsDoNotReadTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage(of("text"), of("table"), of("json"), of("wire"))
        .should()
        .callMethodWhere(readsTheClockOrChance())
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaCall<?>> readsTheClockOrChance() {
    var names = Set.of("now", "currentTimeMillis", "nanoTime", "system", "systemUTC", "random");
    return describe(
        "reads the clock or chance",
        call -> {
          var owner = call.getTargetOwner();
          var isClock =
              owner.isEquivalentTo(System.class)
                  || owner.isEquivalentTo(Instant.class)
                  || owner.isAssignableTo(Clock.class)
                  || owner.isAssignableTo(InstantSource.class)
                  || owner.isEquivalentTo(Math.class);
          return (isClock && names.contains(call.getName()))
              || owner.isAssignableTo(Random.class)
              || owner.isAssignableTo(RandomGenerator.class);
        });
  }

  @Test
  void onlyTheMongoRoomKnowsMongo() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tablee.store.mongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..")
        .check(CLASSES);
  }

  @Test
  void onlyTheSqliteRoomKnowsSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tablee.store.sqlite..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
        .check(CLASSES);
  }

  @Test
  void onlySessionAndHttpKnowVertx() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.tablee.text..",
            "org.tablee.json..",
            "org.tablee.table..",
            "org.tablee.store..",
            "org.tablee.wire..",
            "org.tablee.history..",
            "org.tablee.box..",
            "org.tablee.people..",
            "org.tablee.hosting..",
            "org.tablee.replay..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..")
        .check(CLASSES);
  }

  @Test
  void onlyTheJsonRoomKnowsJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackage(of("json"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  private static String room(String packageName) {
    return packageName.split("\\.")[2];
  }

  private static String of(String room) {
    return "org.tablee." + room + "..";
  }
}
