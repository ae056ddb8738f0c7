package org.tablee.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tablee.json.JsonObject;
import org.tablee.wire.DeltaJson;

/** Lets people write in one text of a server, and checks that all of them, and it, end alike. */
final class WritingTogether implements AutoCloseable {
  static final String ORGANISER_SECRET = "organiser-of-the-load";

  private static final String TEXT = "load-text";
  private static final long PATIENCE_SECONDS = 120;

  private final Writing writing;
  private final Program server;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final Faults faults = new Faults();
  private final Crowd crowd;
  private final SplittableRandom random;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<TableTalk> talks = new ArrayList<>();

  WritingTogether(Writing writing, Program server) {
    this.writing = writing;
    this.server = server;
    this.crowd = new Crowd(vertx, loop, faults);
    this.random = new SplittableRandom(writing.seed());
  }

  /** At a table of a server that keeps the contract, made for this. */
  Written atTable() throws IOException, InterruptedException {
    try (var entrance = new Entrance(server.port())) {
      var table = entrance.makeTable(ORGANISER_SECRET, "Une table très écrite");
      var tokens = new ArrayList<Entrance.Token>();
      // All are members before the first goes live: so all of them hear of the same commits.
      for (int at = 0; at < writing.people(); at++) {
        tokens.add(entrance.accept(table.secret(), "Voix " + (at + 1)));
      }
      for (int at = 0; at < writing.people(); at++) {
        var talk = new TableTalk(client(at), TEXT, faults);
        talks.add(talk);
        enter(entrance.line(table, tokens.get(at)), talk, hand(at));
      }
      await(() -> {
        crowd.typists().getFirst().ask(addFinding());
        return crowd.quiet();
      });
      var written = write();
      compare(entrance.state(table, tokens.getFirst()));
      return written;
    }
  }

  /** With everyone in the floor's one room. */
  Written onFloor() throws IOException, InterruptedException {
    for (int at = 0; at < writing.people(); at++) {
      var where =
          new WebSocketConnectOptions().setHost("127.0.0.1").setPort(server.port()).setURI("/");
      enter(where, new FloorTalk(client(at)), new LightHand(random.split()));
    }
    return write();
  }

  private static String client(int at) {
    return "load%04d".formatted(at + 1);
  }

  private Hand hand(int at) {
    if (at >= writing.replicas()) {
      return new LightHand(random.split());
    }
    var replica = new Replica(random.split());
    replicas.add(replica);
    return replica;
  }

  private void enter(WebSocketConnectOptions where, Talk talk, Hand hand)
      throws IOException, InterruptedException {
    var _ = await(() -> crowd.enter(where, talk, hand));
  }

  private static JsonObject addFinding() {
    return JsonObject.with()
        .field("type", "AddFinding")
        .field("finding", TEXT)
        .field("kind", "need")
        .field("title", "Écrire à plusieurs")
        .build();
  }

  /** What the server said that it must not say; empty where all was well. */
  List<String> faults() {
    return faults.told();
  }

  private Written write() throws IOException, InterruptedException {
    var warmUp = await(() -> crowd.write(writing.perSecond(), writing.warmUp(), random));
    long edits = warmUp.edits;
    int pausesBefore = server.pauses().size();
    var repetitions = new ArrayList<Repetition>();
    for (int at = 0; at < writing.repetitions(); at++) {
      var before = usages();
      var tally = await(() -> crowd.write(writing.perSecond(), writing.repetition(), random));
      repetitions.add(Repetition.between(before, usages(), tally));
      edits += tally.edits;
      checkCount(tally);
    }
    var pauses = server.pauses();
    return new Written(repetitions, edits, pauses.subList(pausesBefore, pauses.size()));
  }

  private Usage[] usages() {
    return new Usage[] {server.usage(), Usage.of(ProcessHandle.current().pid())};
  }

  private void checkCount(Tally tally) {
    long others = writing.people() - 1L;
    if (tally.acknowledgement.count() != tally.edits
        || tally.delivery.count() != tally.edits * others) {
      faults.add(
          "of %d edits %d were acknowledged, and delivered %d times to %d others",
          tally.edits, tally.acknowledgement.count(), tally.delivery.count(), others);
    }
  }

  /** Everyone heard the same, and it comes to what the server shows. */
  private void compare(JsonObject state) {
    var first = talks.getFirst();
    for (var talk : talks) {
      if (talk.digest() != first.digest()
          || talk.position() != state.number("seq")
          || !talk.hash().equals(state.string("hash"))) {
        faults.add("%s heard another history than the server tells", talk.client());
      }
    }
    var text = DeltaJson.read(state.object("state").object("texts").object(TEXT));
    for (var replica : replicas) {
      if (!replica.shown().equals(text)) {
        faults.add("a client shows %s, the server %s", replica.shown(), text);
      }
    }
  }

  /** Begins something on the event loop and waits here until it is done. */
  private <T> T await(Supplier<Future<T>> begin) throws IOException, InterruptedException {
    Promise<T> done = Promise.promise();
    loop.runOnContext(_ -> begin.get().onComplete(done));
    try {
      return done.future()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the load broke off; " + faults.told(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      await(crowd::leave);
      var _ = vertx.close();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
