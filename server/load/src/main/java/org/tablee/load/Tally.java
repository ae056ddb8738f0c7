package org.tablee.load;

/** What was counted while people wrote for a while. */
final class Tally {
  /** From just before an edit was written to its socket until another person had read it. */
  final Latencies delivery = new Latencies();

  /** From just before an edit was written until its own author had read it. */
  final Latencies acknowledgement = new Latencies();

  /** Letters that had to wait for the answer to the one before. */
  long held;

  long letters;
  long edits;
  long bytesRead;
}
