package org.tablee.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.people.Door;
import org.tablee.people.Entry;
import org.tablee.people.Invitation;
import org.tablee.people.Opening;
import org.tablee.people.Register;
import org.tablee.people.Seated;
import org.tablee.people.Secret;
import org.tablee.people.SessionId;
import org.tablee.people.Sessions;
import org.tablee.people.TableCard;
import org.tablee.people.TableList;
import org.tablee.wire.Requests;

/** Coming in, going out, and who one is (protocol §2). */
final class InvitationRoutes {
  private final Door door;
  private final Sessions sessions;
  private final Register register;
  private final TableList tables;
  private final SessionEnd ended;

  /** Whoever closes the sockets of a session that is over. */
  interface SessionEnd {
    void ended(SessionId session);
  }

  InvitationRoutes(
      Door door, Sessions sessions, Register register, TableList tables, SessionEnd ended) {
    this.door = door;
    this.sessions = sessions;
    this.register = register;
    this.tables = tables;
    this.ended = ended;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/invitations/look", this::look),
        Route.post("/api/invitations/accept", this::accept),
        Route.get("/api/session", this::session),
        Route.post("/api/session/end", this::end));
  }

  private Reply look(Call call) {
    var secret = new Secret(Call.read(Requests.look(call.body())));
    return switch (door.look(secret, call.source())) {
      case Opening.Open(var invitation) -> Reply.ok(opening(invitation));
      case Opening.Refused(var refusal) -> throw new RefusedException(refusal);
    };
  }

  private JsonObject opening(Invitation invitation) {
    var json = JsonObject.with().field("role", invitation.role().word());
    var id = invitation.table();
    var table = id == null ? null : tables.find(id).orElse(null);
    if (table == null) {
      return json.build();
    }
    return json.field("college", college(invitation, table)).field("table", table.line()).build();
  }

  private static @Nullable JsonObject college(Invitation invitation, TableCard table) {
    var id = invitation.college();
    var college = id == null ? null : table.college(id);
    return college == null ? null : TableCard.json(college);
  }

  private Reply accept(Call call) {
    var ask = Call.read(Requests.accept(call.body()));
    return entered(door.accept(ask, call.held(), call.source()), true);
  }

  /**
   * @param tellsToken whether the token is told to clients that are no browsers
   */
  static Reply entered(Entry entry, boolean tellsToken) {
    return switch (entry) {
      case Entry.In(var seated, var token, var isNew) -> {
        var body =
            JsonObject.with()
                .field("participant", seated.json())
                .field("token", tellsToken ? token.value() : null)
                .build();
        yield new Reply.Json(isNew ? 201 : 200, body, token);
      }
      case Entry.Refused(var refusal) -> throw new RefusedException(refusal);
    };
  }

  private Reply session(Call call) {
    var session = call.presented().session();
    var participants = new ArrayList<JsonObject>();
    var organiser = session.organiser();
    if (organiser != null) {
      participants.add(Seated.of(organiser).json());
    }
    session
        .seats()
        .forEach(
            (table, id) -> register.find(table, id).map(Seated::json).ifPresent(participants::add));
    return Reply.ok(JsonObject.with().field("participants", participants).build());
  }

  private Reply end(Call call) {
    var session = call.presented().session().id();
    sessions.end(session);
    ended.ended(session);
    return new Reply.LoggedOut();
  }
}
