package org.tablee.load;

import org.tablee.text.Delta;

/** How somebody writes: what is typed and not sent yet, and what it becomes as others write. */
interface Hand {
  /** Types one letter. */
  void type();

  /** Whether something was typed that is not sent. */
  boolean hasUnsent();

  /** Everything that was typed and not sent, as one change, which is in flight from now on. */
  Delta send();

  /** What was in flight is stored. */
  void acknowledged();

  /** Somebody else's change of the text is stored. */
  void heard(Delta change);
}
