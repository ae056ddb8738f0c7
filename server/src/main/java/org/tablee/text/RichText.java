package org.tablee.text;

import java.util.Optional;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;
import org.tablee.text.TextFault.Reason;

/**
 * What a text at a table may hold, and so which changes of it are refused ({@code RULES.md}, T).
 *
 * <p>Two changes that both pass at one text: the second, transformed over the first, passes again
 * in all but size. Its places and attributes are a part of those it had, around the same whole
 * characters, and the last line break is still there. So {@link #check} on the transformed change
 * and the present text is enough.
 */
public final class RichText {
  public static final int UNITS_MAX = 50_000;
  public static final int LINES_MAX = 2_000;
  public static final int LINK_UNITS_MAX = Link.UNITS_MAX;

  /** Of a change as sent; transformation may split it into more. 48 KiB of JSON hold fewer. */
  public static final int OPS_MAX = 4_000;

  /** A text before anyone has written in it. */
  public static final Delta EMPTY = Delta.document("\n");

  private RichText() {}

  /** What can be told of a change as it was sent, whatever the text. */
  public static Optional<TextFault> checkSent(Delta change) {
    return checkCharacters(change).or(() -> checkAttributes(change)).or(() -> checkOps(change));
  }

  /** Whether a change may be made to a document; afterwards that is a document again. */
  public static Optional<TextFault> check(Delta change, Delta document) {
    return checkCharacters(change)
        .or(() -> checkPlaces(change, document))
        .or(() -> checkAttributes(change))
        .or(() -> checkLineAttributes(change, document))
        .or(() -> checkSize(change, document));
  }

  /** The words of a document without their formats. */
  public static String plainText(Delta document) {
    var text = new StringBuilder();
    for (var op : document.ops()) {
      if (op instanceof Insert insert) {
        text.append(insert.text());
      }
    }
    return text.toString();
  }

  private static Optional<TextFault> checkCharacters(Delta change) {
    for (int at = 0; at < change.ops().size(); at++) {
      var op = change.ops().get(at);
      if (op instanceof Insert(var text, _)
          && !(Characters.areWhole(text) && text.indexOf('\0') < 0)) {
        return fault(Reason.CHARACTER, at);
      }
      for (var value : op.attributes().values().values()) {
        // A NUL in a link is left to the format, like every other disguise of a link.
        if (value instanceof AttributeValue.Text(var text) && !Characters.areWhole(text)) {
          return fault(Reason.CHARACTER, at);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TextFault> checkPlaces(Delta change, Delta document) {
    var place = new DocumentCursor(document);
    for (int at = 0; at < change.ops().size(); at++) {
      var op = change.ops().get(at);
      boolean fits =
          switch (op) {
            case Insert _ -> place.left() > 0;
            case Retain(int length, _) -> length <= place.left();
            // The last line break stays.
            case Delete(int length) -> length < place.left();
          };
      if (!fits) {
        return fault(Reason.LENGTH, at);
      }
      if (!(op instanceof Insert)) {
        place.skip(op.length());
      }
      if (place.splitsPair()) {
        return fault(Reason.CHARACTER, at);
      }
    }
    return Optional.empty();
  }

  private static Optional<TextFault> checkAttributes(Delta change) {
    for (int at = 0; at < change.ops().size(); at++) {
      var op = change.ops().get(at);
      boolean fits =
          Format.isKnown(op.attributes())
              && switch (op) {
                case Insert(var text, var attributes) ->
                    !Format.removesAny(attributes)
                        && (!Format.setsLine(attributes) || isLineBreaks(text));
                case Retain _, Delete _ -> true;
              };
      if (!fits) {
        return fault(Reason.FORMAT, at);
      }
    }
    return Optional.empty();
  }

  private static Optional<TextFault> checkLineAttributes(Delta change, Delta document) {
    var place = new DocumentCursor(document);
    for (int at = 0; at < change.ops().size(); at++) {
      switch (change.ops().get(at)) {
        case Insert _ -> {}
        case Delete(int length) -> place.skip(length);
        case Retain(int length, var attributes) when Format.setsLine(attributes) -> {
          if (!place.skipLineBreaks(length)) {
            return fault(Reason.FORMAT, at);
          }
        }
        case Retain(int length, _) -> place.skip(length);
      }
    }
    return Optional.empty();
  }

  private static Optional<TextFault> checkOps(Delta change) {
    return change.ops().size() <= OPS_MAX ? Optional.empty() : fault(Reason.SIZE, OPS_MAX);
  }

  private static Optional<TextFault> checkSize(Delta change, Delta document) {
    long length = document.length();
    boolean addsLines = false;
    int lastInsert = 0;
    for (int at = 0; at < change.ops().size(); at++) {
      switch (change.ops().get(at)) {
        case Insert(var text, _) -> {
          length += text.length();
          addsLines |= text.indexOf('\n') >= 0;
          lastInsert = at;
        }
        case Delete(int deleted) -> length -= deleted;
        case Retain _ -> {}
      }
    }
    boolean fits =
        length <= UNITS_MAX
            && (!addsLines || length <= LINES_MAX || lines(document.compose(change)) <= LINES_MAX);
    return fits ? Optional.empty() : fault(Reason.SIZE, lastInsert);
  }

  private static int lines(Delta document) {
    int lines = 0;
    for (var op : document.ops()) {
      if (op instanceof Insert(var text, _)) {
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
          lines++;
        }
      }
    }
    return lines;
  }

  private static boolean isLineBreaks(String text) {
    return text.chars().allMatch(unit -> unit == '\n');
  }

  private static Optional<TextFault> fault(Reason reason, int op) {
    return Optional.of(new TextFault(reason, op));
  }
}
