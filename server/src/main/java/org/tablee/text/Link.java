package org.tablee.text;

import java.util.regex.Pattern;

/** Which links a text may carry. */
public final class Link {
  static final int UNITS_MAX = 2_000;

  private static final String HOST = "(?:[\\p{L}\\p{M}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+])";

  /**
   * What browsers strip or read as something else (white space, control and invisible characters,
   * the backslash) stands nowhere in a link, so that it leads where it seems to lead.
   */
  private static final String PLAIN = "[^\\p{Cc}\\p{Cf}\\p{Z}\\\\]*";

  private static final Pattern WEB =
      Pattern.compile("(?i:https?)://" + HOST + "(?::[0-9]{1,5})?(?:[/?#]" + PLAIN + ")?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?i:mailto):[^\\p{Cc}\\p{Cf}\\p{Z}\\\\/?#@]+@" + HOST + "(?:[?,]" + PLAIN + ")?");

  private Link() {}

  /** An address of the web, without user or password, or of a person's mail. */
  public static boolean isAllowed(String link) {
    return link.length() <= UNITS_MAX
        && (WEB.matcher(link).matches() || MAIL.matcher(link).matches());
  }
}
