package org.tablee.people;

/** What a browser's cookie or a client's bearer header carries: 256 random bits. Never logged. */
public record Token(String value) {
  /** The session that this token opens. */
  public SessionId session() {
    return new SessionId(Fingerprint.of(value));
  }

  @Override
  public String toString() {
    return "Token";
  }
}
