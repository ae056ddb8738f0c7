package org.tablee.history;

import java.util.List;
import org.tablee.table.Commit;

/**
 * A commit with what proves it.
 *
 * @param format of the stored events; this release writes {@link Chain#FORMAT}
 * @param salts one an event, base64url; empty where the event was masked
 * @param leaves one an event: the hash of its salt and itself, kept where it was masked
 * @param prev the hash of the commit before
 * @param redacted the indexes of masked events
 */
public record ChainedCommit(
    Commit commit,
    int format,
    List<String> salts,
    List<String> leaves,
    String prev,
    String hash,
    List<Integer> redacted) {
  public ChainedCommit {
    salts = List.copyOf(salts);
    leaves = List.copyOf(leaves);
    redacted = List.copyOf(redacted);
  }
}
