package org.tablee.hosting;

import org.tablee.table.Refusal;
import org.tablee.table.Seq;

/** What became of a command, told once all that it rests on is stored. */
public sealed interface Answer {
  /** It is stored; the audience has been handed the commit before this is told. */
  record Stored(Seq seq) implements Answer {}

  /** It had been stored before. */
  record Repeated(Seq seq) implements Answer {}

  /** It is in a sealed box, and durable. The log tells no more than that, so there is no number. */
  record HandedIn() implements Answer {}

  /** It changed nothing. */
  record Refused(Refusal refusal) implements Answer {}
}
