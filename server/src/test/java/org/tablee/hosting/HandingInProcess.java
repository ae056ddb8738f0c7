package org.tablee.hosting;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.tablee.box.Boxes;
import org.tablee.history.History;
import org.tablee.store.ForwardingStore;
import org.tablee.store.Store;
import org.tablee.store.sqlite.SqliteStore;
import org.tablee.table.ATable;
import org.tablee.table.Ballot;
import org.tablee.table.ChallengeCommand.AddChallenge;
import org.tablee.table.ChallengeCommand.CloseRating;
import org.tablee.table.ChallengeCommand.OpenRating;
import org.tablee.table.ChallengeCommand.RateChallenge;
import org.tablee.table.ChallengeId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.RatingId;
import org.tablee.table.Role;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundId;
import org.tablee.table.RoundKind;
import org.tablee.table.Score;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteId;
import org.tablee.table.VoteMethod;

/**
 * A process that is there to be killed between what is handed in on its way into the box and its
 * mark in the log: asks for the whole of a round, of a vote or of a hidden rating in order, the
 * same commands each time, prints who was answered, and stands still before the mark that it is
 * told.
 */
final class HandingInProcess {
  static final TableId TABLE = new TableId("aines");
  static final RoundId ROUND = new RoundId("doubts");
  static final VoteId VOTE = new VoteId("how-many");
  static final RatingId RATING = new RatingId("notes");
  static final ChallengeId CHALLENGE = new ChallengeId("bus");
  static final List<String> WRITERS = List.of("ana", "bao", "cleo", "dan", "emi", "fox");

  private HandingInProcess() {}

  /**
   * @param arguments the data folder, and how many marks go through before it stands still, and
   *     whether it is a {@code round}, a {@code vote} or a {@code rating}
   */
  public static void main(String[] arguments) {
    var marks = Integer.parseInt(arguments[1]);
    var store = new StillStore(SqliteStore.open(Path.of(arguments[0])), marks);
    var hosts = new Hosts(new History(store), new Boxes(store), InstantSource.system());
    var table = hosts.create(TABLE, ATable.create());
    for (var who : WRITERS) {
      table.act(join(who, Role.PARTICIPANT));
    }
    table.act(join("lea", Role.FACILITATOR));
    switch (arguments[2]) {
      case "round" -> round(table);
      case "vote" -> vote(table);
      case "rating" -> rating(table);
      default -> throw new IllegalArgumentException(arguments[2]);
    }
    hosts.close();
    store.close();
    System.out.println("over");
  }

  private static void round(HostedTable table) {
    ask(table, "lea", 1, new OpenRound(ROUND, RoundKind.DOUBTS, new Line("Quoi ?"), true, null));
    for (var who : WRITERS) {
      ask(table, who, 1, sheet(who, "Premier de " + who));
    }
    ask(table, "ana", 2, sheet("ana", "Second de ana"));
    ask(table, "lea", 2, new RevealRound(ROUND));
  }

  /** A secret vote: ana says 10, then 1, the others 2, 3 and so on. */
  private static void vote(HostedTable table) {
    var question = new Line("Combien ?");
    ask(
        table,
        "lea",
        1,
        new OpenVote(VOTE, null, question, VoteMethod.SCALE, List.of(), true, null));
    for (var who : WRITERS) {
      ask(table, who, 1, ballot(who, who.equals("ana") ? 10 : 1 + WRITERS.indexOf(who)));
    }
    ask(table, "ana", 2, ballot("ana", 1));
    ask(table, "lea", 2, new CloseVote(VOTE));
    ask(table, "lea", 3, new PublishVote(VOTE));
  }

  private static CastBallot ballot(String who, int value) {
    return new CastBallot(VOTE, key(who), new Ballot.Value(new Score(value)));
  }

  private static DeviceKey key(String who) {
    return new DeviceKey("secret-of-the-device-of-" + who);
  }

  private static void rating(HostedTable table) {
    ask(table, "lea", 1, new AddChallenge(CHALLENGE, new Line("Sortir")));
    ask(table, "lea", 2, new OpenRating(RATING, true));
    for (var who : WRITERS) {
      ask(table, who, 1, new RateChallenge(RATING, CHALLENGE, new Score(1 + WRITERS.indexOf(who))));
    }
    ask(table, "ana", 2, new RateChallenge(RATING, CHALLENGE, new Score(10)));
    ask(table, "lea", 3, new CloseRating(RATING));
  }

  private static Join join(String who, Role role) {
    return new Join(new ParticipantId(who), role, ATable.USERS, Presence.ROOM);
  }

  private static HandIn sheet(String who, String words) {
    return new HandIn(ROUND, key(who), List.of(new Line(words)));
  }

  private static void ask(HostedTable table, String who, long number, ByMember command) {
    var answer = new CompletableFuture<Answer>();
    var id = new CommandId(new ClientId(who + "-tab-0001"), number);
    table.ask(new ParticipantId(who), id, command, answer::complete);
    switch (answer.join()) {
      case Answer.Refused(var refusal) -> throw new AssertionError(id + " " + refusal);
      case Answer.Stored _, Answer.Repeated _, Answer.HandedIn _ ->
          System.out.println("answered " + id);
    }
  }

  /** Stands still, for ever, before it stores a mark. */
  private static final class StillStore extends ForwardingStore {
    private int left;

    private StillStore(Store behind, int marks) {
      super(behind);
      this.left = marks;
    }

    @Override
    public Inserted insertInOrder(Collection collection, List<Entry> entries) {
      if (entries.stream().anyMatch(StillStore::isMark) && left-- == 0) {
        System.out.println("still");
        new CompletableFuture<Void>().join();
      }
      return super.insertInOrder(collection, entries);
    }

    private static boolean isMark(Entry entry) {
      var commit = entry.document().toString();
      return Stream.of("SheetHandedIn", "BallotCast", "RatingGiven").anyMatch(commit::contains);
    }
  }
}
