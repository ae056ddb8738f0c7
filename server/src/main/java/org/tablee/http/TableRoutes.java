package org.tablee.http;

import java.util.List;
import org.tablee.example.ExampleTable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.people.Door;
import org.tablee.people.Invitation;
import org.tablee.people.InvitationId;
import org.tablee.people.Seated;
import org.tablee.people.TableCard;
import org.tablee.people.TableList;
import org.tablee.replay.Past;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.wire.Requests;

/** Tables, the invitations to them, and their past (protocol §2, §5). */
final class TableRoutes {
  private final TableList tables;
  private final Door door;
  private final Past past;
  private final Sight sight;
  private final ExampleTable example;
  private final PastReads reads = new PastReads();

  TableRoutes(TableList tables, Door door, Past past, Sight sight, ExampleTable example) {
    this.example = example;
    this.tables = tables;
    this.door = door;
    this.past = past;
    this.sight = sight;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/tables", this::list),
        Route.post("/api/tables", this::create),
        Route.post("/api/example", this::example),
        Route.get("/api/tables/{id}", this::show),
        Route.post("/api/tables/{id}/invitations", this::invite),
        Route.post("/api/tables/{id}/invitations/{invitation}/revoke", this::revoke),
        Route.post("/api/tables/{id}/join", this::join),
        Route.get("/api/tables/{id}/state", this::state),
        Route.get("/api/tables/{id}/commits", this::commits));
  }

  private Reply list(Call call) {
    var session = call.presented().session();
    var cards =
        session.isOrganiser()
            ? tables.newest()
            : session.seats().keySet().stream()
                .flatMap(id -> tables.find(id).stream())
                .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
                .toList();
    return Reply.ok(
        JsonObject.with().field("tables", cards.stream().map(TableRoutes::line).toList()).build());
  }

  private static JsonObject line(TableCard card) {
    return JsonObject.with()
        .fields(card.line().fields())
        .field("createdAt", card.createdAt().toEpochMilli())
        .build();
  }

  private Reply create(Call call) {
    var _ = call.organiser();
    var created = tables.create(Call.read(Requests.createTable(call.body())));
    var invitations = created.invitations().stream().map(one -> json(call, one)).toList();
    return Reply.json(
        201,
        JsonObject.with()
            .field("id", created.table().id().value())
            .field("invitations", invitations)
            .build());
  }

  private Reply example(Call call) {
    var _ = call.organiser();
    var isThere = example.find().isPresent();
    var id = example.open();
    return Reply.json(isThere ? 200 : 201, JsonObject.with().field("id", id.value()).build());
  }

  private Reply show(Call call) {
    var session = call.presented().session();
    var table = sight.table(session, call.variable("id"));
    var you = sight.you(session, table);
    var leads =
        session.isOrganiser() || you.filter(one -> one.role() == Role.FACILITATOR).isPresent();
    var json =
        JsonObject.with()
            .fields(line(table).fields())
            .field("colleges", table.collegesJson())
            .field("you", you.map(Seated::json).orElse(null));
    if (leads) {
      json.field(
          "invitations", tables.invitationsTo(table).stream().map(one -> json(call, one)).toList());
    }
    return Reply.ok(json.build());
  }

  private Reply invite(Call call) {
    var table = led(call);
    var ask = Call.read(Requests.invite(call.body()));
    var college = ask.college();
    if (college != null && table.college(college) == null) {
      throw new RefusedException(Refusals.ofField("/college"));
    }
    return tables
        .invite(table.id(), ask.role(), college)
        .map(made -> Reply.json(201, json(call, made)))
        .orElseThrow(() -> new RefusedException(RefusalCode.LIST_FULL));
  }

  private Reply revoke(Call call) {
    var table = led(call);
    if (!tables.revoke(table, new InvitationId(call.variable("invitation")))) {
      throw new RefusedException(RefusalCode.INVITATION_UNKNOWN);
    }
    return new Reply.Done();
  }

  private TableCard led(Call call) {
    var session = call.presented().session();
    var table = sight.table(session, call.variable("id"));
    sight.requireLead(session, table);
    return table;
  }

  private Reply join(Call call) {
    var presented = call.presented();
    var table = sight.table(presented.session(), call.variable("id"));
    var organiser = call.organiser();
    var presence = Call.read(Requests.join(call.body()));
    return InvitationRoutes.entered(door.join(table.id(), presented, organiser, presence), false);
  }

  private Reply state(Call call) {
    var session = call.presented().session();
    var table = sight.table(session, call.variable("id"));
    long at = call.number("at", 0, 1, JsonValue.MAX_NUMBER);
    var state =
        at == 0
            ? past.state(table.id(), null)
            : reads.during(session.id(), () -> past.state(table.id(), new Seq(at)));
    return state.map(Reply::ok).orElseThrow(() -> new RefusedException(Refusals.ofField("at")));
  }

  private Reply commits(Call call) {
    var session = call.presented().session();
    var table = sight.table(session, call.variable("id"));
    long from = call.number("from", 1, 1, JsonValue.MAX_NUMBER);
    long limit = call.number("limit", Past.COMMITS_USUAL, 1, Past.COMMITS_MAX);
    reads.begin(session.id());
    var lines = past.commits(table.id(), new Seq(from), (int) limit);
    return new Reply.Lines(lines::page, () -> reads.end(session.id()));
  }

  private static JsonObject json(Call call, Invitation invitation) {
    var college = invitation.college();
    return JsonObject.with()
        .field("id", invitation.id().value())
        .field("role", invitation.role().word())
        .field("college", college == null ? null : college.value())
        .field("secret", invitation.secret().value())
        .field("url", call.base() + "/i#" + invitation.secret().value())
        .field("revoked", invitation.isRevoked() ? JsonBoolean.TRUE : null)
        .build();
  }
}
