package org.tablee.session;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens on this node's live connections, for the metrics. From any thread. */
final class Counters {
  final LongAdder framesRead = new LongAdder();
  final LongAdder framesBroken = new LongAdder();
  final LongAdder framesSent = new LongAdder();
  final LongAdder bytesSent = new LongAdder();
  final LongAdder commandsAsked = new LongAdder();
  final LongAdder commandsRefused = new LongAdder();
  final LongAdder welcomesWithState = new LongAdder();
  final LongAdder welcomesWithCommits = new LongAdder();
  final LongAdder closedAsSlow = new LongAdder();
}
