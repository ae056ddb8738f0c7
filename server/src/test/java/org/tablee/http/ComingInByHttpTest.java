package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.tablee.RunningServer;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class ComingInByHttpTest {
  private RunningServer server;
  private Client olga;
  private JsonObject table;
  private String id;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start(new MemoryStore(), Map.of("TABLEE_ACCEPTS_PER_MINUTE", "30"));
    olga = Client.organiser(server);
    table = olga.table("Bien vieillir");
    id = table.string("id");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void H1_a_new_table_has_an_invitation_for_a_facilitator_one_for_observers_one_a_college() {
    assertThat(table.objects("invitations"))
        .extracting(one -> one.string("role") + "/" + one.stringOrNull("college"))
        .containsExactly(
            "facilitator/null", "observer/null", "participant/users", "participant/staff");
    assertThat(table.objects("invitations").getFirst().string("url"))
        .isEqualTo(server.base() + "/i#" + Client.secret(table, "facilitator"));
  }

  @Test
  void H1_who_accepts_is_in_at_once_and_seen_by_a_facilitator() throws Exception {
    var ana = new Client(server);

    var look =
        ana.post(
            "/api/invitations/look",
            JsonObject.with().field("secret", Client.secret(table, "participant")).build());
    var entry = ana.accept(Client.secret(table, "participant"), "Ana \uD83D\uDC75\uD83C\uDFFD");
    var seen = ana.get("/api/tables/" + id);
    var state = ana.get("/api/tables/" + id + "/state").body();

    assertThat(look.body().object("college").string("name")).isEqualTo("Usagers");
    assertThat(look.body().object("table").string("title")).isEqualTo("Bien vieillir");
    assertThat(entry.status()).isEqualTo(201);
    var ofAna = entry.body().object("participant");
    assertThat(ofAna.string("name")).isEqualTo("Ana \uD83D\uDC75\uD83C\uDFFD");
    assertThat(ofAna.string("role")).isEqualTo("participant");
    assertThat(seen.body().object("you")).isEqualTo(ofAna);
    assertThat(seen.body().fields()).doesNotContainKey("invitations");
    assertThat(state.objects("people"))
        .extracting(one -> one.string("name"))
        .contains("Ana \uD83D\uDC75\uD83C\uDFFD");
    assertThat(state.object("state").toString()).doesNotContain("Ana");
  }

  @Test
  void H2_no_or_a_dead_session_is_401_whatever_the_table() throws Exception {
    var nobody = new Client(server);
    var left = new Client(server);
    left.accept(Client.secret(table, "participant"), "Léa");
    var end = left.post("/api/session/end");

    assertThat(end.status()).isEqualTo(204);
    for (var path : new String[] {id, id + "/state", "unknown-table"}) {
      for (var who : new Client[] {nobody, left}) {
        var answer = who.get("/api/tables/" + path);
        assertThat(answer.status()).as(path).isEqualTo(401);
      }
    }
    assertThat(left.get("/api/session").code()).isEqualTo("session.unknown");
  }

  @Test
  void H2_a_table_of_others_is_answered_as_one_that_does_not_exist() throws Exception {
    var other = olga.table("Une autre");
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");

    for (var rest : new String[] {"", "/state", "/commits"}) {
      var hidden = ana.get("/api/tables/" + other.string("id") + rest);
      var missing = ana.get("/api/tables/0123456789" + rest);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(missing.body());
      assertThat(hidden.code()).isEqualTo("table.unknown");
    }
    assertThat(ana.post("/api/tables/" + other.string("id") + "/join").body())
        .isEqualTo(ana.post("/api/tables/0123456789/join").body());
    assertThat(ana.get("/api/tables").body().objects("tables"))
        .extracting(one -> one.string("id"))
        .containsExactly(id);
  }

  @Test
  void H2_only_the_organiser_makes_tables_and_only_those_who_lead_one_invite() throws Exception {
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");
    var lead = new Client(server);
    lead.accept(Client.secret(table, "facilitator"), "Farid");
    var ask = JsonObject.with().field("role", "scribe").build();

    var title = JsonObject.with().field("title", "Non").build();
    assertThat(ana.post("/api/tables", title).code()).isEqualTo("rights.role");
    assertThat(ana.post("/api/tables/" + id + "/join").code()).isEqualTo("rights.role");
    assertThat(ana.post("/api/tables/" + id + "/invitations", ask).code()).isEqualTo("rights.role");

    var made = lead.post("/api/tables/" + id + "/invitations", ask);
    assertThat(made.status()).isEqualTo(201);
    var revoke = "/api/tables/" + id + "/invitations/" + made.body().string("id") + "/revoke";
    assertThat(ana.post(revoke).code()).isEqualTo("rights.role");
    assertThat(lead.post(revoke).status()).isEqualTo(204);
    assertThat(new Client(server).accept(made.body().string("secret"), "Zoé").code())
        .isEqualTo("invitation.unknown");
    assertThat(
            lead.get("/api/tables/" + id).body().objects("invitations").getLast().isTrue("revoked"))
        .isTrue();
  }

  @Test
  void H3_a_change_from_another_site_or_as_a_form_is_refused() throws Exception {
    var body = BodyPublishers.ofString("{\"secret\":\"x\",\"name\":\"Eve\"}");
    var path = "/api/invitations/accept";
    var eve = new Client(server);

    for (var origin :
        new String[] {
          "https://evil.example",
          "null",
          server.base() + ".evil.example",
          server.base().toUpperCase(java.util.Locale.ROOT),
          "http://localhost:1",
          "https://localhost:" + server.port()
        }) {
      var answer =
          Client.send(
              eve.request(path)
                  .header("Origin", origin)
                  .header("Content-Type", "application/json")
                  .POST(body));
      assertThat(answer.status()).as(origin).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("origin.foreign");
    }
    for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded", ""}) {
      var answer = Client.send(eve.request(path).header("Content-Type", type).POST(body));
      assertThat(answer.status()).as(type).isEqualTo(415);
    }
    assertThat(Client.send(eve.request(path).POST(body)).status()).isEqualTo(415);
    var own =
        Client.send(
            eve.request(path)
                .header("Origin", server.base())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(body));
    assertThat(own.code()).isEqualTo("invitation.unknown");
  }

  @Test
  void H4_a_body_that_is_none_is_refused_and_points_at_the_field() throws Exception {
    var secret = Client.secret(table, "participant");
    var bodies =
        Map.of(
            "{\"secret\":\"" + secret + "\",\"name\":\" \\u200b\"}",
            "/name",
            "{\"secret\":\"" + secret + "\",\"name\":\"" + "a".repeat(61) + "\"}",
            "/name",
            "{\"secret\":\"" + secret + "\",\"name\":\"a\\r\\nb\"}",
            "/name",
            "{\"secret\":\"" + secret + "\",\"name\":\"a\",\"role\":\"facilitator\"}",
            "/role",
            "{\"secret\":7,\"name\":\"a\"}",
            "/secret",
            "{\"secret\":\"" + secret + "\",\"name\":\"a\",\"presence\":\"moon\"}",
            "/presence");
    var path = "/api/invitations/accept";
    var eve = new Client(server);

    for (var body : bodies.entrySet()) {
      var answer = Client.send(json(eve, path, body.getKey()));
      assertThat(answer.status()).as(body.getKey()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("request.invalid");
      assertThat(answer.body().object("params").string("field")).isEqualTo(body.getValue());
    }
    for (var broken : new String[] {"", "{", "[]", "null", "{\"name\":\"a\",\"name\":\"b\"}"}) {
      assertThat(Client.send(json(eve, path, broken)).code()).isEqualTo("request.invalid");
    }
    assertThat(Client.send(json(eve, path, "{\"name\":\"\\ud800\",\"secret\":\"x\"}")).code())
        .isEqualTo("text.character");
    var large = Client.send(json(eve, path, " ".repeat(64 * 1024 + 1)));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("request.size");
  }

  private static java.net.http.HttpRequest.Builder json(Client who, String path, String body) {
    return who.request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void H5_a_reason_is_told_in_the_language_asked_for() throws Exception {
    var path = "/api/session";
    var french = new Client(server).request(path).setHeader("Accept-Language", "fr-CA,en;q=0.5");
    var english = new Client(server).request(path).setHeader("Accept-Language", "br,en;q=0.5");
    var neither = new Client(server).request(path).setHeader("Accept-Language", "*;;q=x");

    assertThat(Client.send(french.GET()).header("content-language")).isEqualTo("fr");
    assertThat(Client.send(english.GET()).body().string("message"))
        .isEqualTo("You are not logged in. Open your invitation link again.");
    assertThat(Client.send(neither.GET()).header("content-language")).isEqualTo("fr");
  }

  @Test
  void H6_the_cookie_is_out_of_reach_of_scripts_and_opens_the_session() throws Exception {
    var answer = new Client(server).accept(Client.secret(table, "observer"), "Omar");
    var cookie = answer.header("set-cookie");

    assertThat(cookie)
        .contains("; Path=/", "; HTTPOnly", "; SameSite=Lax")
        .doesNotContain("Secure");
    var pair = cookie.substring(0, cookie.indexOf(';'));
    var session =
        Client.send(new Client(server).request("/api/session").header("Cookie", pair).GET());
    assertThat(session.body().objects("participants"))
        .containsExactly(answer.body().object("participant"));
    var ended =
        Client.send(
            new Client(server)
                .request("/api/session/end")
                .header("Cookie", pair)
                .header("Origin", server.base())
                .POST(BodyPublishers.noBody()));
    assertThat(ended.header("set-cookie")).contains("Max-Age=0");
  }

  @Test
  void H6_where_a_bearer_token_and_a_cookie_are_sent_the_bearer_counts() throws Exception {
    var omar = new Client(server);
    var cookie = omar.accept(Client.secret(table, "observer"), "Omar").header("set-cookie");

    var answer =
        Client.send(
            olga.request("/api/session")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .GET());

    assertThat(answer.body().objects("participants").getFirst().string("name")).isEqualTo("Olga");
  }

  @Test
  void H10_looking_at_a_link_consumes_nothing() throws Exception {
    var secret = Client.secret(olga.table("Un lien"), "facilitator");
    for (int i = 0; i < 3; i++) {
      assertThat(
              RawLine.status(
                  RawLine.ask(server, "GET /i HTTP/1.1\nHost: x\nConnection: close\n\n")))
          .isEqualTo(200);
      assertThat(
              RawLine.status(
                  RawLine.ask(server, "HEAD /i HTTP/1.1\nHost: x\nConnection: close\n\n")))
          .isEqualTo(200);
      var look =
          new Client(server)
              .post("/api/invitations/look", JsonObject.with().field("secret", secret).build());
      assertThat(look.status()).isEqualTo(200);
    }
    assertThat(new Client(server).accept(secret, "Farid").status()).isEqualTo(201);
  }

  @Test
  void H11_a_flood_of_acceptances_is_told_when_to_come_back_and_those_inside_stay()
      throws Exception {
    var flooded = olga.table("Une foule");
    var secret = Client.secret(flooded, "participant");
    var inside = new Client(server);
    inside.accept(secret, "Ana");
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      var answer = new Client(server).accept(secret, "Eve " + i);
      if (answer.status() == 429) {
        refused++;
        assertThat(answer.code()).isEqualTo("rate.limited");
        assertThat(answer.body().object("params").number("retryInMs")).isBetween(1L, 2_001L);
      }
    }
    assertThat(refused).isGreaterThan(20);
    assertThat(inside.get("/api/tables/" + flooded.string("id")).status()).isEqualTo(200);
  }
}
