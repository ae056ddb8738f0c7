package org.tablee.http;

import io.vertx.core.http.HttpServerRequest;
import org.tablee.http.Credentials.Carried;

/**
 * Keeps other sites' pages from acting under a visitor's cookie. Browsers name a page's origin on
 * whatever could do harm; a client that is none shows a bearer token instead.
 */
final class OriginCheck {
  private final Address address;

  OriginCheck(Address address) {
    this.address = address;
  }

  /** A change over HTTP: where an origin is named, it must be our own. */
  boolean mayChange(HttpServerRequest request, Carried carried) {
    var origin = request.getHeader("Origin");
    return carried.isBearer() || origin == null || address.isOwn(origin);
  }

  /** A live connection: with a cookie the origin must be named. Without anything it is for 401. */
  boolean mayGoLive(HttpServerRequest request, Carried carried) {
    var origin = request.getHeader("Origin");
    var isBare = carried.token() == null && origin == null;
    return carried.isBearer() || isBare || address.isOwn(origin);
  }
}
