package org.tablee.text;

/**
 * Why a change is refused.
 *
 * @param op the index in the change of the op where it shows; for {@link Reason#SIZE} the last one
 *     that adds text, or the first of too many
 */
public record TextFault(Reason reason, int op) {
  /** Each is the refusal {@code text.…} of its name. */
  public enum Reason {
    /** Reaches beyond the text, deletes its last line break or inserts after it. */
    LENGTH,
    /** An attribute, a value or a place for one that rich text does not know. */
    FORMAT,
    /** The text, or the change itself, would be too large. */
    SIZE,
    /** A character that is none, or half of one. */
    CHARACTER
  }
}
