package org.tablee.json;

/** The text is no JSON that this contract knows, or a value is not of the expected shape. */
public final class MalformedJsonException extends RuntimeException {
  public MalformedJsonException(String message) {
    super(message);
  }

  public MalformedJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
