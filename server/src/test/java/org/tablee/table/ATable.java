package org.tablee.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;

/** A table in the making, for tests: commands are decided by the rules and folded. */
public final class ATable {
  public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  public static final CollegeId USERS = new CollegeId("users");
  public static final CollegeId INHABITANTS = new CollegeId("inhabitants");
  public static final ParticipantId ANA = new ParticipantId("ana");
  public static final ParticipantId YANN = new ParticipantId("yann");
  public static final ParticipantId LEA = new ParticipantId("lea");
  public static final ParticipantId NOBODY = new ParticipantId("nobody");
  public static final ClientId TAB = new ClientId("tab-0001");

  private Table table = Table.EMPTY;
  private Instant now = NOON;
  private long number;
  private final List<Commit> commits = new ArrayList<>();

  /** Ana and Yann take part, for two colleges; Léa facilitates. */
  public static ATable withMembers() {
    return new ATable()
        .created()
        .joined(ANA, Role.PARTICIPANT)
        .act(new Join(YANN, Role.PARTICIPANT, INHABITANTS, Presence.ROOM))
        .joined(LEA, Role.FACILITATOR);
  }

  public static ATable from(Table table) {
    var made = new ATable();
    made.table = table;
    made.number = 1_000;
    return made;
  }

  public ATable created() {
    return act(create());
  }

  public static CreateTable create() {
    return new CreateTable(
        new Line("Bien vieillir au quartier"),
        new Line("Brescia"),
        null,
        "fr",
        List.of(
            new College(USERS, new Line("Usagers")),
            new College(INHABITANTS, new Line("Habitants"))));
  }

  public ATable joined(ParticipantId who, Role role) {
    return act(new Join(who, role, USERS, Presence.ROOM));
  }

  public ATable at(Instant next) {
    now = next;
    return this;
  }

  public ATable act(ByServer command) {
    return fold(
        ParticipantId.SYSTEM,
        new CommandId(new ClientId("server-0001"), ++number),
        TableRules.decide(table, command));
  }

  public ATable does(ParticipantId by, ByMember command) {
    return does(by, nextId(), command);
  }

  public ATable does(ParticipantId by, CommandId id, ByMember command) {
    return fold(by, id, TableRules.decide(table, by, id, command));
  }

  /** What was carried part of its way. */
  ATable does(ParticipantId by, Late late) {
    var id = nextId();
    return fold(by, id, TableRules.decide(table, by, id, late));
  }

  Decision decides(ParticipantId by, Late late) {
    return TableRules.decide(table, by, nextId(), late);
  }

  private ATable fold(ParticipantId by, CommandId id, Decision decision) {
    if (!(decision instanceof Decision.Accepted(var events))) {
      throw new AssertionError("not accepted: " + decision);
    }
    if (!events.isEmpty()) {
      var commit = new Commit(table.seq().next(), now, by, id, events);
      commits.add(commit);
      table = table.after(commit);
    }
    return this;
  }

  /** Folds an event that a host makes, of what it found in a sealed box. */
  public ATable told(ParticipantId by, TableEvent event) {
    return fold(by, nextId(), Decision.accept(event));
  }

  public CommandId nextId() {
    return new CommandId(TAB, ++number);
  }

  public Decision decides(ParticipantId by, ByMember command) {
    return TableRules.decide(table, by, nextId(), command);
  }

  public Decision decides(ParticipantId by, CommandId id, ByMember command) {
    return TableRules.decide(table, by, id, command);
  }

  /**
   * The decision of a host that remembers no changes of texts and reads back what lies between.
   *
   * @param base that of the command
   */
  Decision decidesHavingForgotten(ParticipantId by, ByMember command, Seq base) {
    var forgetful = from(table.with(Texts.withoutPast(table.texts().all())));
    if (!(forgetful.decides(by, command) instanceof Decision.PastNeeded(var late))) {
      throw new AssertionError("the past was not asked for");
    }
    for (var commit : commits) {
      late = base.isBefore(commit.seq()) ? late.over(commit) : late;
    }
    return forgetful.decides(by, late);
  }

  /** What was accepted, in order. */
  public List<Commit> commits() {
    return List.copyOf(commits);
  }

  public Table table() {
    return table;
  }

  public Seq seq() {
    return table.seq();
  }
}
