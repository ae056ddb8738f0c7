package org.tablee.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tablee.people.Presented;
import org.tablee.people.Sessions;
import org.tablee.people.Token;

/**
 * How a request shows whose it is: a bearer token, which counts where both are sent, or a cookie.
 */
final class Credentials {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,100}");
  private static final String BEARER = "Bearer ";

  /** As long as browsers keep any; the session itself ends earlier, on the server. */
  private static final Duration COOKIE_AGE = Duration.ofDays(400);

  private final Address address;
  private final Sessions sessions;

  Credentials(Address address, Sessions sessions) {
    this.address = address;
    this.sessions = sessions;
  }

  /**
   * What a request carries, read on its event loop; whether it is of a live session is not said.
   */
  record Carried(@Nullable Token token, boolean isBearer) {}

  Carried carried(HttpServerRequest request) {
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return new Carried(token(authorization.substring(BEARER.length())), true);
    }
    var cookie = request.getCookie(address.cookie());
    return new Carried(cookie == null ? null : token(cookie.getValue()), false);
  }

  private static @Nullable Token token(String text) {
    return TOKEN.matcher(text).matches() ? new Token(text) : null;
  }

  /** The live session that was carried, or {@code null}. Blocks. */
  @Nullable Presented presented(Carried carried) {
    var token = carried.token();
    return token == null
        ? null
        : sessions.open(token).map(session -> new Presented(token, session)).orElse(null);
  }

  void keep(HttpServerResponse response, Token token) {
    response.addCookie(cookie(token.value()).setMaxAge(COOKIE_AGE.toSeconds()));
  }

  void drop(HttpServerResponse response) {
    response.addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(address.cookie(), value)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setPath("/")
        .setSecure(address.isSecure());
  }
}
