package org.tablee.load;

import java.util.SplittableRandom;
import org.tablee.text.Delta;

/**
 * A full client of one text (protocol §4): keeps what is shown, what is in flight and what was
 * typed since, and writes and deletes at a caret that others' changes carry along.
 */
final class Replica implements Hand {
  private static final int LETTERS_A_DELETION = 10;
  private static final int LETTERS_A_LEAP = 15;

  private final SplittableRandom random;
  private Delta shown = Delta.document("\n");
  private Delta inFlight = Delta.EMPTY;
  private Delta unsent = Delta.EMPTY;
  private int caret;

  Replica(SplittableRandom random) {
    this.random = random;
  }

  /** The text as this client shows it. */
  Delta shown() {
    return shown;
  }

  @Override
  public void type() {
    if (random.nextInt(LETTERS_A_LEAP) == 0) {
      caret = random.nextInt(shown.length());
    }
    if (caret > 0 && random.nextInt(LETTERS_A_DELETION) == 0) {
      caret--;
      apply(Delta.builder().retain(caret).delete(1).build());
    } else {
      var letter = Character.toString((char) random.nextInt('a', 'z' + 1));
      apply(Delta.builder().retain(caret).insert(letter).build());
      caret++;
    }
  }

  private void apply(Delta change) {
    shown = shown.compose(change);
    unsent = unsent.compose(change);
  }

  @Override
  public boolean hasUnsent() {
    return !unsent.ops().isEmpty();
  }

  @Override
  public Delta send() {
    inFlight = unsent;
    unsent = Delta.EMPTY;
    return inFlight;
  }

  @Override
  public void acknowledged() {
    inFlight = Delta.EMPTY;
  }

  @Override
  public void heard(Delta change) {
    var afterFlight = inFlight.transform(change, false);
    inFlight = change.transform(inFlight, true);
    var afterAll = unsent.transform(afterFlight, false);
    unsent = afterFlight.transform(unsent, true);
    shown = shown.compose(afterAll);
    caret = Math.min(afterAll.transformPosition(caret, true), shown.length() - 1);
  }
}
