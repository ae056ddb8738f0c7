package org.tablee.load;

import io.vertx.core.http.WebSocket;
import java.util.Arrays;
import org.tablee.json.JsonObject;
import org.tablee.load.Talk.Heard;

/**
 * Somebody who writes and reads over one socket, and keeps a client's rule: one edit of the text in
 * flight, what is typed meanwhile goes as one with the next.
 */
final class Typist {
  private final WebSocket socket;
  private final Talk talk;
  private final Hand hand;
  private final Crowd crowd;
  private long[] writtenAt = new long[1024];
  private long number;

  /** The command that waits for its answer; 0 for none. */
  private long inFlight;

  Typist(WebSocket socket, Talk talk, Hand hand, Crowd crowd) {
    this.socket = socket;
    this.talk = talk;
    this.hand = hand;
    this.crowd = crowd;
  }

  Talk talk() {
    return talk;
  }

  Hand hand() {
    return hand;
  }

  /** When a command was written, by this program's clock. */
  long writtenAt(long command) {
    return writtenAt[(int) command];
  }

  void greet() {
    var hello = talk.hello();
    if (hello != null) {
      write(hello);
    }
  }

  /** Asks for anything but an edit. */
  void ask(JsonObject command) {
    send(command);
  }

  void type() {
    crowd.tally().letters++;
    hand.type();
    if (inFlight != 0) {
      crowd.tally().held++;
    }
    sendIfFree();
  }

  private void sendIfFree() {
    if (inFlight == 0 && hand.hasUnsent()) {
      crowd.tally().edits++;
      send(talk.edit(hand.send()));
    }
  }

  private void send(JsonObject command) {
    number++;
    inFlight = number;
    if (number >= writtenAt.length) {
      writtenAt = Arrays.copyOf(writtenAt, writtenAt.length * 2);
    }
    var frame = talk.ask(number, command);
    writtenAt[(int) number] = System.nanoTime();
    write(frame);
  }

  private void write(String frame) {
    var _ =
        socket
            .writeTextMessage(frame)
            .onFailure(fault -> crowd.faults().add("%s cannot write: %s", talk.client(), fault));
  }

  void read(String frame, long readAt) {
    for (var heard : talk.hear(frame)) {
      if (heard.client().equals(talk.client())) {
        acknowledged(heard, readAt);
      } else {
        var change = heard.change();
        if (change != null) {
          hand.heard(change);
          crowd.delivered(heard, readAt);
        }
      }
    }
    sendIfFree();
  }

  private void acknowledged(Heard heard, long readAt) {
    if (heard.number() != inFlight) {
      crowd.faults().add("%s is told of its %d, not in flight", talk.client(), heard.number());
      return;
    }
    inFlight = 0;
    if (heard.change() != null) {
      hand.acknowledged();
      crowd.tally().acknowledgement.add(readAt - writtenAt(heard.number()));
    }
  }

  /** Goes of its own will: the closing is no fault. */
  void leave() {
    socket.closeHandler(_ -> {});
    var _ = socket.close();
  }

  /** Whether everything that was typed is stored. */
  boolean isDone() {
    return inFlight == 0 && !hand.hasUnsent();
  }
}
