package org.tablee.people;

import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;

/** New ids and secrets, out of a source of chance that nobody can foretell. */
public final class NewIds {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

  /** 45 bits of milliseconds: enough until the year 3084. */
  private static final int TIME_DIGITS = 9;

  /** 60 random bits: ids need not be secret, and every commit bears them. */
  private static final int PARTICIPANT_DIGITS = 12;

  /** 40 random bits besides the time. */
  private static final int TABLE_DIGITS = 8;

  private static final int SECRET_BYTES = 18;
  private static final int TOKEN_BYTES = 32;

  private final RandomGenerator chance;
  private final InstantSource clock;

  public NewIds(RandomGenerator chance, InstantSource clock) {
    this.chance = chance;
    this.clock = clock;
  }

  /** Begins with the time, so that tables are stored in the order they were made. */
  public TableId table() {
    var id = new StringBuilder();
    long millis = clock.millis();
    for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
      id.append(DIGITS.charAt((int) (millis >> (5 * digit)) & 31));
    }
    return new TableId(id.append(digits(TABLE_DIGITS)).toString());
  }

  public ParticipantId participant() {
    return new ParticipantId(digits(PARTICIPANT_DIGITS));
  }

  /** 144 random bits. */
  public Secret secret() {
    return new Secret(base64(SECRET_BYTES));
  }

  /** 256 random bits. */
  public Token token() {
    return new Token(base64(TOKEN_BYTES));
  }

  private String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(DIGITS.charAt(chance.nextInt(DIGITS.length())));
    }
    return digits.toString();
  }

  private String base64(int length) {
    var bytes = new byte[length];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
