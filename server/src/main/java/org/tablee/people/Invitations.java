package org.tablee.people;

import static org.tablee.store.Store.Collection.INVITATIONS;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.store.Store;

/** The invitations of the installation. */
final class Invitations {
  /** Where the organiser's invitation is found; no digest in hex looks like it. */
  private static final String ORGANISER = "organiser";

  private static final String POINTER = "invitation";

  private final Store store;
  private final SureWrites writes;

  Invitations(Store store) {
    this.store = store;
    this.writes = new SureWrites(store);
  }

  /**
   * The invitation that a secret opens now. One read, whatever the secret: unknown, revoked, used
   * up and expired ones cannot be told apart.
   */
  Optional<Invitation> open(Secret secret, Instant now) {
    return find(secret.invitation()).filter(invitation -> invitation.isOpen(now));
  }

  Optional<Invitation> find(InvitationId id) {
    return store.read(INVITATIONS, id.value()).map(read -> Invitation.read(read.document()));
  }

  /** Writes an invitation, or leaves the one of that secret as it is. */
  void add(Invitation invitation) {
    writes.insert(INVITATIONS, invitation.id().value(), invitation.write());
  }

  void revoke(InvitationId id) {
    var _ =
        writes.change(
            INVITATIONS, id.value(), json -> json.and(Invitation.REVOKED, JsonBoolean.TRUE));
  }

  /**
   * Counts one use, where uses are counted. Where the store did not answer in time one use may be
   * counted twice: rather one too few come in than one too many.
   *
   * @return whether there was one left
   */
  boolean use(InvitationId id) {
    var wasLeft = new boolean[1];
    var _ =
        writes.change(
            INVITATIONS,
            id.value(),
            json -> {
              if (json.field(Invitation.USES_LEFT) == null) {
                wasLeft[0] = true;
                return json;
              }
              long left = json.number(Invitation.USES_LEFT);
              wasLeft[0] = left > 0;
              return left > 0 ? json.and(Invitation.USES_LEFT, new JsonNumber(left - 1)) : json;
            });
    return wasLeft[0];
  }

  /** Remembers when an invitation was accepted first. */
  void accepted(InvitationId id, Instant now) {
    var _ =
        writes.change(
            INVITATIONS,
            id.value(),
            json ->
                json.field(Invitation.ACCEPTED_AT) == null
                    ? json.and(Invitation.ACCEPTED_AT, new JsonNumber(now.toEpochMilli()))
                    : json);
  }

  /**
   * The one invitation that makes an organiser: the one there is, else a new one. Where a secret is
   * set that differs from it, that one takes its place and the old link opens nothing any more.
   */
  Invitation organiser(@Nullable Secret set, NewIds ids) {
    var known = pointed();
    if (known.isPresent() && (set == null || known.get().secret().equals(set))) {
      return known.get();
    }
    var next = Invitation.toOrganise(set == null ? ids.secret() : set);
    var id = next.id().value();
    add(next);
    var _ = writes.change(INVITATIONS, id, json -> json.without(Invitation.REVOKED));
    var pointer = JsonObject.with().field(POINTER, id).build();
    writes.insert(INVITATIONS, ORGANISER, pointer);
    if (set != null) {
      var _ = writes.change(INVITATIONS, ORGANISER, _ -> pointer);
      known.ifPresent(old -> revoke(old.id()));
    }
    // Another node may have been first: its invitation is the one, and ours never leaves here.
    return pointed()
        .orElseThrow(() -> new IllegalStateException("the organiser's invitation is gone"));
  }

  private Optional<Invitation> pointed() {
    return store
        .read(INVITATIONS, ORGANISER)
        .flatMap(read -> find(new InvitationId(read.document().string(POINTER))));
  }
}
