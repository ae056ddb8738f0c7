package org.tablee.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** Somebody who talks to a server over HTTP, with or without a session. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final RunningServer server;
  private @Nullable String token;

  Client(RunningServer server) {
    this.server = server;
  }

  /** A client that has accepted the organiser's invitation. */
  static Client organiser(RunningServer server) throws Exception {
    var client = new Client(server);
    client.accept(server.organiserSecret(), "Olga");
    return client;
  }

  /** The same person, with the same session, at another node. */
  Client at(RunningServer other) {
    var there = new Client(other);
    there.token = token;
    return there;
  }

  /** What was answered; the body is empty where there is none. */
  record Answer(int status, JsonObject body, HttpResponse<String> response) {
    String code() {
      return body.string("code");
    }

    /** A header; empty where it was not sent. */
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Accepts and keeps the session. */
  Answer accept(String secret, String name) throws Exception {
    var answer =
        post(
            "/api/invitations/accept",
            JsonObject.with().field("secret", secret).field("name", name).build());
    if (answer.status() < 300) {
      token = answer.body().string("token");
    }
    return answer;
  }

  /** Makes a table with the colleges users and staff; its answer has the invitations. */
  JsonObject table(String title) throws Exception {
    var answer =
        post(
            "/api/tables",
            Json.readObject(
                """
                {"title":"%s","colleges":[{"id":"users","name":"Usagers"},{"id":"staff","name":"Agents"}]}\
                """
                    .formatted(title)));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.body();
  }

  /** The secret of a created table's first invitation for a role. */
  static String secret(JsonObject created, String role) {
    return created.objects("invitations").stream()
        .filter(one -> one.string("role").equals(role))
        .findFirst()
        .orElseThrow()
        .string("secret");
  }

  Answer get(String path) throws Exception {
    return send(request(path).GET());
  }

  Answer post(String path, JsonObject body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  Answer post(String path) throws Exception {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** A request with this client's session, to be completed. */
  HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(server.base() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Accept-Language", "en");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  @Nullable String token() {
    return token;
  }

  static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
    var isJson =
        response.headers().firstValue("content-type").orElse("").startsWith("application/json");
    var body = isJson ? Json.readObject(response.body()) : JsonObject.EMPTY;
    return new Answer(response.statusCode(), body, response);
  }
}
