package org.tablee.http;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where this server is, as browsers know it. What a request says of itself ({@code Host}, {@code
 * X-Forwarded-…}) counts for nothing beyond the choice between names of this very machine.
 */
final class Address {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

  private final List<String> bases;
  private final Set<String> hosts;
  private final boolean isSecure;
  private final String cookie;

  /**
   * @param publicUrl {@code null} where it is reached from this machine alone
   * @param port the real one
   */
  Address(@Nullable URI publicUrl, int port) {
    if (publicUrl == null) {
      this.bases = LOCAL.stream().map(host -> "http://" + host + ":" + port).toList();
      this.isSecure = false;
    } else {
      this.bases = List.of(origin(publicUrl));
      this.isSecure = publicUrl.getScheme().equals("https");
    }
    this.hosts = Set.copyOf(LOCAL.stream().map(host -> host + ":" + port).toList());
    // Cookies do not know ports: two servers on one machine would log each other's people out.
    this.cookie = isSecure ? "__Host-tablee" : "tablee-" + port;
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** How a link to this server begins. */
  String base(@Nullable String host) {
    var isLocal = bases.size() > 1 && host != null && hosts.contains(host);
    return isLocal ? "http://" + host : bases.getFirst();
  }

  /** Whether a browser's {@code Origin} is this server's own, to the letter. */
  boolean isOwn(@Nullable String origin) {
    return origin != null && bases.contains(origin);
  }

  boolean isSecure() {
    return isSecure;
  }

  /** The name of the session's cookie. */
  String cookie() {
    return cookie;
  }

  /** For browsers to which {@code 'self'} means pages alone, and not live connections. */
  String liveSources() {
    // A policy cannot name an address in brackets.
    return String.join(
        " ",
        bases.stream()
            .filter(base -> !base.contains("["))
            .map(base -> "ws" + base.substring("http".length()))
            .toList());
  }
}
