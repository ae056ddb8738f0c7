package org.tablee;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.cluster.Bulletin;
import org.tablee.cluster.Cluster;
import org.tablee.cluster.NodeId;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.people.Register;
import org.tablee.session.LiveTables;
import org.tablee.session.Neighbours;
import org.tablee.session.Sitting;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Here;
import org.tablee.wire.ServerFrames.Person;

/**
 * What nodes tell each other of the people at their tables: who sits there, who has another name,
 * whose session ended. Names themselves stay in the register.
 */
final class Neighbourhood implements Neighbours {
  private static final Logger log = LoggerFactory.getLogger(Neighbourhood.class);

  private final Bulletin bulletin;
  private final Cluster cluster;

  Neighbourhood(Cluster cluster) {
    this.cluster = cluster;
    this.bulletin = cluster.bulletin();
  }

  /** Begins to pass on what the others tell. */
  void read(LiveTables live, Register register) {
    bulletin.read((by, news) -> heard(by, news, live, register));
    cluster.whenChanged(
        nodes -> live.onlyThrough(nodes.stream().map(NodeId::value).collect(Collectors.toSet())));
  }

  private static void heard(NodeId by, JsonObject news, LiveTables live, Register register) {
    switch (news.string("is")) {
      case "present" -> live.presentElsewhere(table(news), by.value(), present(news));
      case "named" ->
          // A name is read from the store.
          Thread.ofVirtual()
              .start(() -> {
                var who = new ParticipantId(news.string("participant"));
                register.forget(table(news), who);
                try {
                  live.named(table(news), register.people(table(news), List.of(who)));
                } catch (StoreUnavailableException e) {
                  log.debug("a name is told when its table is next opened", e);
                }
              });
      case "ended" -> live.endSession(news.string("session"));
      default -> {}
    }
  }

  private static TableId table(JsonObject news) {
    return new TableId(news.string("table"));
  }

  @Override
  public void present(TableId table, Present here) {
    bulletin.tell(
        of("present", table)
            .field("members", here.members().stream().map(Neighbourhood::write).toList())
            .field("observers", here.observers())
            .build());
  }

  /** Somebody at a table has a new name. */
  void named(TableId table, Person person) {
    bulletin.tell(of("named", table).field("participant", person.id().value()).build());
  }

  void ended(String session) {
    bulletin.tell(JsonObject.with().field("is", "ended").field("session", session).build());
  }

  private static JsonObject.Builder of(String kind, TableId table) {
    return JsonObject.with().field("is", kind).field("table", table.value());
  }

  private static JsonObject write(Sitting one) {
    var here = one.here();
    var json =
        JsonObject.with()
            .field("participant", here.participant().value())
            .field("base", one.base().value())
            .field("index", here.index())
            .field("length", here.length())
            .flag("typing", here.isTyping());
    if (here.text() != null) {
      json.field("text", here.text());
    }
    return json.build();
  }

  private static Present present(JsonObject news) {
    var members = news.objects("members").stream().map(Neighbourhood::sitting).toList();
    return new Present(members, (int) news.number("observers"));
  }

  private static Sitting sitting(JsonObject json) {
    @Nullable String text = json.field("text") instanceof JsonString(var id) ? id : null;
    return new Sitting(
        new Seq(json.number("base")),
        new Here(
            new ParticipantId(json.string("participant")),
            text,
            (int) json.number("index"),
            (int) json.number("length"),
            json.isTrue("typing")));
  }
}
