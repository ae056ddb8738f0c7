package org.tablee.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contract in machine form. */
final class ContractDocuments {
  static final String OPENAPI = "openapi.json";
  static final String ASYNCAPI = "asyncapi.json";

  private ContractDocuments() {}

  static List<Route> routes() {
    return List.of(route(OPENAPI), route(ASYNCAPI));
  }

  private static Route route(String name) {
    var document = new Reply.Text("application/json; charset=utf-8", read(name));
    return Route.get("/api/" + name, _ -> document);
  }

  /** The text of a document. */
  static String read(String name) {
    try (var stream = ContractDocuments.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
