package org.tablee.example;

import org.tablee.text.Attributes;

/** A piece of what somebody types, from where the caret stands. */
sealed interface Stroke {
  record Words(String text, Attributes attributes) implements Stroke {}

  /** The line that begins has these attributes. */
  record NewLine(Attributes attributes) implements Stroke {}

  /** The line of the caret takes these attributes. */
  record LineAs(Attributes attributes) implements Stroke {}
}
