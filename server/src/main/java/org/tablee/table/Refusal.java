package org.tablee.table;

import java.util.Map;

/**
 * Why something was not done: a stable code, and what a message needs besides.
 *
 * @param params strings and whole numbers only
 */
public record Refusal(RefusalCode code, Map<String, String> params) {
  public Refusal {
    params = Map.copyOf(params);
  }

  public Refusal(RefusalCode code) {
    this(code, Map.of());
  }

  /** A command that does not hold together, and the JSON pointer of the field that shows it. */
  public static Refusal ofField(String pointer) {
    return new Refusal(RefusalCode.COMMAND_INVALID, Map.of("field", pointer));
  }
}
