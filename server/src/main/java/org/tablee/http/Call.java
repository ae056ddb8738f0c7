package org.tablee.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tablee.people.Organiser;
import org.tablee.people.Presented;
import org.tablee.people.Source;
import org.tablee.table.RefusalCode;
import org.tablee.wire.Requests.Body;

/**
 * A request, read and checked as far as every route has in common.
 *
 * @param path the values of the path's variables
 * @param query the values of the query's parameters, each given once
 * @param held the live session that was presented, or {@code null}
 * @param source where it comes from: that of a proxy, where there is one
 * @param base where this server is, as links begin: {@code http://localhost:8080}
 */
record Call(
    Map<String, String> path,
    Map<String, String> query,
    byte[] body,
    @Nullable Presented held,
    Source source,
    String base) {
  /** The session; refused where there is none. */
  Presented presented() {
    if (held == null) {
      throw new RefusedException(RefusalCode.SESSION_UNKNOWN);
    }
    return held;
  }

  /** The organiser; refused to everyone else. */
  Organiser organiser() {
    var organiser = presented().session().organiser();
    if (organiser == null) {
      throw new RefusedException(RefusalCode.RIGHTS_ROLE);
    }
    return organiser;
  }

  String variable(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("no variable " + name + " in this path");
    }
    return value;
  }

  /**
   * A whole number of the query within bounds.
   *
   * @param usual where it is not given
   */
  long number(String name, long usual, long min, long max) {
    var text = query.get(name);
    if (text == null) {
      return usual;
    }
    // At most 16 digits: every number of the contract, and none that parseLong does not know.
    if (!text.matches("[0-9]{1,16}")) {
      throw new RefusedException(Refusals.ofField(name));
    }
    long number = Long.parseLong(text);
    if (number < min || number > max) {
      throw new RefusedException(Refusals.ofField(name));
    }
    return number;
  }

  /** What a body says; refused where it says nothing. */
  static <T> T read(Body<T> body) {
    return switch (body) {
      case Body.Fine<T>(var request) -> request;
      case Body.Bad<T>(var refusal) -> throw new RefusedException(refusal);
    };
  }
}
