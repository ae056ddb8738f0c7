package org.tablee.people;

/** What an invitation link carries behind its {@code #}. Never logged. */
public record Secret(String value) {
  /** The id of the invitation that this secret opens. */
  public InvitationId invitation() {
    return new InvitationId(Fingerprint.of(value));
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
