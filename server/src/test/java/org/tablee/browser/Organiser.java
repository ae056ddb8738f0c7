package org.tablee.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** Makes tables and reads what is stored, over HTTP as any client may. */
public final class Organiser implements AutoCloseable {
  private static final List<String> COLLEGES =
      List.of("Administration", "Organisations", "Usagers", "Habitants");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  /** The secrets of a table's invitations, by college or, without one, by role. */
  public record Invited(String table, Map<String, String> secrets) {
    public String secret(String seat) {
      return Objects.requireNonNull(secrets.get(seat), seat);
    }

    public String participant() {
      return secret("usagers");
    }
  }

  /** Somebody let in who is no browser. */
  public record Admitted(String participant, String token) {}

  public Organiser(ServerProcess server) {
    this.base = server.base();
    this.token = accept(ServerProcess.ORGANISER_SECRET, "Odile").token();
  }

  private Organiser(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The same person, with the same session, at another node. */
  public Organiser at(ServerProcess node) {
    return new Organiser(node.base(), token);
  }

  public Invited createTable(String title) {
    var colleges = new ArrayList<JsonObject>();
    for (var name : COLLEGES) {
      colleges.add(
          JsonObject.with()
              .field("id", name.toLowerCase(java.util.Locale.ROOT))
              .field("name", name)
              .build());
    }
    var made =
        post(
            "/api/tables",
            token,
            JsonObject.with()
                .field("title", title)
                .field("territory", "Quartier du Port")
                .field("locale", "fr")
                .field("colleges", colleges)
                .build());
    var secrets = new LinkedHashMap<String, String>();
    for (var invitation : made.objects("invitations")) {
      var college = invitation.stringOrNull("college");
      secrets.put(
          college == null ? invitation.string("role") : college, invitation.string("secret"));
    }
    return new Invited(made.string("id"), secrets);
  }

  /** The example table, and its id. */
  String openExample() {
    return post("/api/example", token, JsonObject.EMPTY).string("id");
  }

  public Admitted accept(String secret, String name) {
    var accepted =
        post(
            "/api/invitations/accept",
            null,
            JsonObject.with()
                .field("secret", secret)
                .field("name", name)
                .field("presence", "room")
                .build());
    return new Admitted(accepted.object("participant").string("id"), accepted.string("token"));
  }

  /** The whole state as it is now. */
  public JsonObject state(String table) {
    return Json.readObject(get("/api/tables/" + table + "/state"));
  }

  /** The whole history. */
  public List<JsonObject> commits(String table) {
    return get("/api/tables/" + table + "/commits?from=1&limit=100000")
        .lines()
        .map(Json::readObject)
        .toList();
  }

  private String get(String path) {
    return answer(request(path, token).build());
  }

  private JsonObject post(String path, @Nullable String bearer, JsonObject body) {
    return Json.readObject(
        answer(
            request(path, bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build()));
  }

  private HttpRequest.Builder request(String path, @Nullable String bearer) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private String answer(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new AssertionError(request + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.toString(), e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
