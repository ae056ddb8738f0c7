package org.tablee.people;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many secrets that open nothing are tried. A secret of chance is not guessed, but the
 * organiser's may have been chosen by a person. No source can use up what is there for all.
 */
final class Guesses {
  static final int PER_MINUTE_OF_SOURCE = 60;
  static final int PER_MINUTE = 600;

  private final Pace<Source> sources;
  private final Pace<Guesses> all;

  /**
   * @param nanos a clock that never runs backwards
   */
  Guesses(LongSupplier nanos) {
    this.sources = new Pace<>(PER_MINUTE_OF_SOURCE, nanos);
    this.all = new Pace<>(PER_MINUTE, nanos);
  }

  /** How long this source has to wait before it may guess; empty where it may. */
  Optional<Duration> pause(Source source) {
    return sources.pause(source).or(() -> all.pause(this));
  }

  /** Counts one. */
  void count(Source source) {
    var _ = sources.take(source);
    var _ = all.take(this);
  }
}
