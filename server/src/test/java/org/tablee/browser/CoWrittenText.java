package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/** One text as a client keeps it: stored, in flight, and typed since (protocol §4). */
final class CoWrittenText {
  /** As the server holds it, after the last commit heard. */
  private Delta stored;

  private Delta shown;

  /** The command of the edit in flight; {@code null} for none. */
  private @Nullable String flight;

  private Delta inFlight = Delta.EMPTY;
  private Delta unsent = Delta.EMPTY;

  CoWrittenText(Delta stored) {
    this.stored = stored;
    this.shown = stored;
  }

  Delta shown() {
    return shown;
  }

  void type(Delta change) {
    shown = shown.compose(change);
    unsent = unsent.compose(change);
  }

  boolean maySend() {
    return flight == null && !unsent.ops().isEmpty();
  }

  boolean isSettled() {
    return flight == null && unsent.ops().isEmpty();
  }

  Delta send(String id) {
    flight = id;
    inFlight = unsent;
    unsent = Delta.EMPTY;
    return inFlight;
  }

  /** A commit of this text, whose command bears this id where it is one's own. */
  void heard(@Nullable String id, Delta change) {
    if (flight != null && flight.equals(id)) {
      assertThat(stored.compose(change)).as("own edit %s", id).isEqualTo(stored.compose(inFlight));
      stored = stored.compose(change);
      land();
      return;
    }
    stored = stored.compose(change);
    var behindFlight = inFlight.transform(change, false);
    inFlight = change.transform(inFlight, true);
    var behindAll = unsent.transform(behindFlight, false);
    unsent = behindFlight.transform(unsent, true);
    shown = shown.compose(behindAll);
    assertThat(shown).isEqualTo(stored.compose(inFlight).compose(unsent));
  }

  void refused(String id) {
    if (id.equals(flight)) {
      unsent = inFlight.invert(stored).transform(unsent, true);
      land();
      shown = stored.compose(unsent);
    }
  }

  private void land() {
    flight = null;
    inFlight = Delta.EMPTY;
  }
}
