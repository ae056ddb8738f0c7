package org.tablee.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often something may happen in a minute, for each of many keys: a bucket that refills
 * steadily. Keys beyond a bound are forgotten, the longest unused first, and begin anew.
 *
 * @param <K> what is counted apart
 */
final class Pace<K> {
  private static final int KEYS_MAX = 10_000;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<K, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
          return size() > KEYS_MAX;
        }
      };

  /**
   * @param left in nanoseconds of the time that one needs to come back
   */
  private record Bucket(long left, long at) {}

  /**
   * @param perMinute 0 for no limit
   * @param nanos a clock that never runs backwards
   */
  Pace(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /** Takes one; where there is none, says how long to wait for it. */
  synchronized Optional<Duration> take(K key) {
    if (perMinute == 0) {
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    long left = left(key, now);
    var pause = pause(left);
    buckets.put(key, new Bucket(pause.isPresent() ? left : left - MINUTE / perMinute, now));
    return pause;
  }

  /** How long to wait for one, where there is none; takes nothing. */
  synchronized Optional<Duration> pause(K key) {
    return perMinute == 0 ? Optional.empty() : pause(left(key, nanos.getAsLong()));
  }

  private Optional<Duration> pause(long left) {
    long missing = MINUTE / perMinute - left;
    return missing > 0 ? Optional.of(Duration.ofNanos(missing)) : Optional.empty();
  }

  private long left(K key, long now) {
    var bucket = buckets.get(key);
    return bucket == null ? MINUTE : Math.min(MINUTE, bucket.left() + now - bucket.at());
  }
}
