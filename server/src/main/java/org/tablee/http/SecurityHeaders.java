package org.tablee.http;

import io.vertx.core.MultiMap;

/** What every answer tells a browser not to do. */
final class SecurityHeaders {
  private final String policy;
  private final boolean isSecure;

  SecurityHeaders(Address address) {
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self' "
            + address.liveSources()
            + "; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";
    this.isSecure = address.isSecure();
  }

  void putInto(MultiMap headers) {
    headers
        .set("Content-Security-Policy", policy)
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set(
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("X-Frame-Options", "DENY")
        .set("Cache-Control", "no-store");
    if (isSecure) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
