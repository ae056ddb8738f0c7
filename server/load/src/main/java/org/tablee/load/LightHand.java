package org.tablee.load;

import java.util.SplittableRandom;
import org.tablee.text.Delta;

/** Writes at the very beginning, which is there in every version: needs no copy of the text. */
final class LightHand implements Hand {
  private final SplittableRandom random;
  private final StringBuilder unsent = new StringBuilder();

  LightHand(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public void type() {
    unsent.append((char) random.nextInt('a', 'z' + 1));
  }

  @Override
  public boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  @Override
  public Delta send() {
    var change = Delta.document(unsent.toString());
    unsent.setLength(0);
    return change;
  }

  @Override
  public void acknowledged() {}

  @Override
  public void heard(Delta change) {}
}
