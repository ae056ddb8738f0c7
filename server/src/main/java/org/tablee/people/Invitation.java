package org.tablee.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.CollegeId;
import org.tablee.table.Role;
import org.tablee.table.TableId;
import org.tablee.table.Word;

/**
 * What a link opens, for whoever holds it.
 *
 * @param secret kept readable: a facilitator's page shows the link again
 * @param table {@code null} for the organiser's
 * @param college {@code null} where the seat is of none
 * @param expiresAt {@code null} for never
 * @param usesLeft {@code null} for no limit
 * @param acceptedAt by whom it was accepted first; {@code null} before, and where it is not asked
 */
public record Invitation(
    Secret secret,
    Role role,
    @Nullable TableId table,
    @Nullable CollegeId college,
    boolean isRevoked,
    @Nullable Instant expiresAt,
    @Nullable Long usesLeft,
    @Nullable Instant acceptedAt) {
  static final String REVOKED = "revoked";
  static final String USES_LEFT = "usesLeft";
  static final String ACCEPTED_AT = "acceptedAt";

  static Invitation to(TableId table, Role role, @Nullable CollegeId college, Secret secret) {
    return new Invitation(secret, role, table, college, false, null, null, null);
  }

  static Invitation toOrganise(Secret secret) {
    return new Invitation(secret, Role.ORGANISER, null, null, false, null, null, null);
  }

  public InvitationId id() {
    return secret.invitation();
  }

  /** Whether it still opens anything. */
  boolean isOpen(Instant now) {
    var isExpired = expiresAt != null && !now.isBefore(expiresAt);
    var isUsedUp = usesLeft != null && usesLeft <= 0;
    return !isRevoked && !isExpired && !isUsedUp;
  }

  JsonObject write() {
    var json =
        JsonObject.with()
            .field("secret", secret.value())
            .field("role", role.word())
            .field("table", table == null ? null : table.value())
            .field("college", college == null ? null : college.value())
            .field(REVOKED, isRevoked ? JsonBoolean.TRUE : null)
            .field("expiresAt", expiresAt == null ? null : new JsonNumber(expiresAt.toEpochMilli()))
            .field(USES_LEFT, usesLeft == null ? null : new JsonNumber(usesLeft))
            .field(
                ACCEPTED_AT, acceptedAt == null ? null : new JsonNumber(acceptedAt.toEpochMilli()));
    return json.build();
  }

  static Invitation read(JsonObject json) {
    var table = json.stringOrNull("table");
    var college = json.stringOrNull("college");
    return new Invitation(
        new Secret(json.string("secret")),
        Word.of(Role.class, json.string("role"))
            .orElseThrow(() -> new MalformedJsonException("no role")),
        table == null ? null : new TableId(table),
        college == null ? null : new CollegeId(college),
        json.isTrue(REVOKED),
        instant(json, "expiresAt"),
        json.field(USES_LEFT) == null ? null : json.number(USES_LEFT),
        instant(json, ACCEPTED_AT));
  }

  private static @Nullable Instant instant(JsonObject json, String name) {
    return json.field(name) == null ? null : Instant.ofEpochMilli(json.number(name));
  }
}
