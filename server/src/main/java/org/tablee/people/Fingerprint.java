package org.tablee.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a secret, in hex: what stands for it as an id. Secrets are random with 128 bits or
 * more (or chosen by whoever runs the server), so a plain digest is enough, and looking one up by
 * its digest tells nothing by its timing.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
