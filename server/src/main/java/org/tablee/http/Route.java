package org.tablee.http;

import java.util.function.Function;

/**
 * A request that the server knows.
 *
 * @param path with its variables in braces, as OpenAPI writes them
 * @param answer runs on a virtual thread and may block
 */
record Route(String method, String path, Function<Call, Reply> answer) {
  static Route get(String path, Function<Call, Reply> answer) {
    return new Route("GET", path, answer);
  }

  static Route post(String path, Function<Call, Reply> answer) {
    return new Route("POST", path, answer);
  }

  /** The path as Vert.x Web writes it. */
  String pattern() {
    return path.replace('{', ':').replace("}", "");
  }
}
