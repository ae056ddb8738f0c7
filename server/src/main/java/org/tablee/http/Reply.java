package org.tablee.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.people.Token;

/** What a request is answered. */
sealed interface Reply {
  /** One JSON object. */
  record Json(int status, JsonObject body, @Nullable Token cookie) implements Reply {}

  /** 204: done, and nothing to tell; the cookie is taken away. */
  record LoggedOut() implements Reply {}

  /** 204: done, and nothing to tell. */
  record Done() implements Reply {}

  /**
   * Lines of JSON, a page at a time; the supplier blocks, and is empty behind the last.
   *
   * @param ended told once, when no more will be asked for
   */
  record Lines(Supplier<Optional<byte[]>> pages, Runnable ended) implements Reply {}

  /** A text that does not depend on who asks. */
  record Text(String contentType, String text) implements Reply {}

  static Reply ok(JsonObject body) {
    return new Json(200, body, null);
  }

  static Reply json(int status, JsonObject body) {
    return new Json(status, body, null);
  }
}
