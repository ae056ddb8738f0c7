package org.tablee.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.tablee.load.Talk.Heard;

/**
 * Everyone who writes, on one event loop: one clock, and no locks. All futures complete there; all
 * methods but the constructor are called there.
 */
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 10;

  private final Vertx vertx;
  private final Context loop;
  private final WebSocketClient client;
  private final Faults faults;
  private final List<Typist> typists = new ArrayList<>();
  private final Map<String, Typist> byClient = new HashMap<>();
  private Tally tally = new Tally();

  Crowd(Vertx vertx, Context loop, Faults faults) {
    this.vertx = vertx;
    this.loop = loop;
    this.faults = faults;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(100_000)
                .setMaxFrameSize(64 << 20)
                .setMaxMessageSize(64 << 20));
  }

  Faults faults() {
    return faults;
  }

  Tally tally() {
    return tally;
  }

  List<Typist> typists() {
    return typists;
  }

  /** Lets somebody in; done when welcomed. */
  Future<Typist> enter(WebSocketConnectOptions where, Talk talk, Hand hand) {
    return client
        .connect(where)
        .compose(socket -> {
          var typist = new Typist(socket, talk, hand, this);
          typists.add(typist);
          byClient.put(talk.client(), typist);
          socket.textMessageHandler(frame -> {
            long readAt = System.nanoTime();
            tally.bytesRead += frame.length();
            // Behind the reads that are due now: to understand one must not delay the next.
            loop.runOnContext(_ -> typist.read(frame, readAt));
          });
          socket.closeHandler(_ -> faults.add("%s was closed", talk.client()));
          typist.greet();
          return until(talk::isIn, "welcome of " + talk.client()).map(typist);
        });
  }

  /**
   * Everyone writes for a while, then waits until everyone has heard of everything; what was
   * counted.
   */
  Future<Tally> write(double perSecond, Duration duration, SplittableRandom random) {
    tally = new Tally();
    long period = (long) (1e9 / perSecond);
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    var writing = new ArrayList<Future<Void>>();
    for (var typist : typists) {
      Promise<Void> ended = Promise.promise();
      typeAt(typist, start + random.nextLong(period), period, end, ended);
      writing.add(ended.future());
    }
    return Future.all(writing).compose(_ -> quiet()).map(_ -> tally);
  }

  private void typeAt(Typist typist, long due, long period, long end, Promise<Void> ended) {
    if (due >= end) {
      ended.complete();
      return;
    }
    long millis = Math.max(1, Math.round((due - System.nanoTime()) / 1e6));
    vertx.setTimer(
        millis,
        _ -> {
          typist.type();
          // By the plan, not by when this one came: lateness must not lower the rate.
          typeAt(typist, due + period, period, end, ended);
        });
  }

  /** Done when everyone's writing is stored and everyone has heard as far as everyone else. */
  Future<Void> quiet() {
    return until(
        () ->
            typists.stream().allMatch(Typist::isDone)
                && typists.stream().mapToLong(one -> one.talk().position()).distinct().count() <= 1,
        "everyone to hear of everything");
  }

  private Future<Void> until(BooleanSupplier condition, String what) {
    Promise<Void> met = Promise.promise();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    look(condition, what, deadline, met);
    return met.future();
  }

  private void look(BooleanSupplier condition, String what, long deadline, Promise<Void> met) {
    if (condition.getAsBoolean()) {
      met.complete();
    } else if (System.nanoTime() > deadline || !faults.isEmpty()) {
      met.fail("in vain waited for " + what + "; " + faults.told());
    } else {
      vertx.setTimer(LOOK_MILLIS, _ -> look(condition, what, deadline, met));
    }
  }

  void delivered(Heard heard, long readAt) {
    var author = byClient.get(heard.client());
    if (author == null) {
      faults.add("a command of the unknown %s", heard.client());
    } else {
      tally.delivery.add(readAt - author.writtenAt(heard.number()));
    }
  }

  /** Everyone goes, without being missed. */
  Future<Void> leave() {
    typists.forEach(Typist::leave);
    return client.close();
  }
}
