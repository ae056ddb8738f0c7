package org.tablee.load;

import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** The way in, as the contract has it (protocol §2): invitations, names and bearer tokens. */
final class Entrance implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  /** A table, and the secret of an invitation for those who write at it. */
  record Table(String id, String secret) {}

  /** Somebody who was let in. */
  record Token(String value) {}

  Entrance(int port) {
    this.port = port;
  }

  /** Makes a table as the organiser, whose secret the server was started with. */
  Table makeTable(String organiserSecret, String title) throws IOException, InterruptedException {
    var organiser = accept(organiserSecret, "Inès");
    var college = JsonObject.with().field("id", "users").field("name", "Usagers").build();
    var made =
        post(
            "/api/tables",
            organiser,
            JsonObject.with().field("title", title).field("colleges", List.of(college)).build());
    var invitation =
        made.objects("invitations").stream()
            .filter(one -> one.string("role").equals("participant"))
            .findFirst()
            .orElseThrow();
    return new Table(made.string("id"), invitation.string("secret"));
  }

  Token accept(String secret, String name) throws IOException, InterruptedException {
    var body = JsonObject.with().field("secret", secret).field("name", name).build();
    return new Token(post("/api/invitations/accept", null, body).string("token"));
  }

  /** The whole state of a table, as it is now. */
  JsonObject state(Table table, Token token) throws IOException, InterruptedException {
    return answer(request("/api/tables/" + table.id() + "/state", token).build());
  }

  /** Where somebody goes live. */
  WebSocketConnectOptions line(Table table, Token token) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/api/tables/" + table.id() + "/live")
        .addSubProtocol("tablee.v1")
        .addHeader("Authorization", "Bearer " + token.value());
  }

  private JsonObject post(String path, @Nullable Token token, JsonObject body)
      throws IOException, InterruptedException {
    return answer(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  private HttpRequest.Builder request(String path, @Nullable Token token) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token.value());
  }

  private JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s: %d %s"
              .formatted(
                  request.method(),
                  request.uri().getPath(),
                  response.statusCode(),
                  response.body()));
    }
    return Json.readObject(response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
