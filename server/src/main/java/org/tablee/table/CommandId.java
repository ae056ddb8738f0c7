package org.tablee.table;

import java.util.Optional;

/**
 * The id of a command: its client and a number that counts up from 1, written {@code CLIENT-N}. A
 * participant's id applies at most once (I3).
 */
public record CommandId(ClientId client, long number) {
  /** The largest number that a JSON reader keeps exactly. */
  private static final long NUMBER_MAX = (1L << 53) - 1;

  public CommandId {
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException("number out of range: " + number);
    }
  }

  /** Reads {@code CLIENT-N}; empty where it is none, or N is written with a leading zero. */
  public static Optional<CommandId> parse(String text) {
    int dash = text.lastIndexOf('-');
    if (dash < 0 || !Id.isValid(text.substring(0, dash), 8, 40)) {
      return Optional.empty();
    }
    var digits = text.substring(dash + 1);
    if (digits.isEmpty() || digits.length() > 16 || digits.charAt(0) == '0') {
      return Optional.empty();
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      number = number * 10 + digit;
    }
    return number > NUMBER_MAX
        ? Optional.empty()
        : Optional.of(new CommandId(new ClientId(text.substring(0, dash)), number));
  }

  @Override
  public String toString() {
    return client.value() + "-" + number;
  }
}
