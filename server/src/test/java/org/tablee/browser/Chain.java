package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;

/** Checks a table's history as an outsider would, from what is served alone (protocol §5). */
final class Chain {
  private Chain() {}

  static void verify(String table, List<JsonObject> commits) {
    var prev = "0".repeat(64);
    long seq = 0;
    long at = 0;
    for (var commit : commits) {
      seq++;
      assertThat(commit.number("seq")).isEqualTo(seq);
      assertThat(commit.number("at")).as("time of %d", seq).isGreaterThanOrEqualTo(at);
      at = commit.number("at");
      assertThat(commit.string("prev")).as("link of %d", seq).isEqualTo(prev);
      var salts = commit.array("salts");
      var leaves = commit.array("leaves");
      var events = commit.objects("events");
      assertThat(leaves).hasSameSizeAs(events);
      for (int place = 0; place < events.size(); place++) {
        var content =
            JsonObject.with()
                .field("salt", salts.get(place))
                .field("event", events.get(place))
                .build();
        assertThat(leaves.get(place))
            .as("leaf %d of %d", place, seq)
            .isEqualTo(new JsonString(digest(content)));
      }
      var content = JsonObject.with().field("table", table).field("prev", prev);
      for (var name : List.of("seq", "at", "by", "id", "format", "leaves")) {
        content.field(name, commit.field(name));
      }
      assertThat(commit.string("hash")).as("hash of %d", seq).isEqualTo(digest(content.build()));
      prev = commit.string("hash");
    }
  }

  private static String digest(JsonObject content) {
    try {
      var canonical = new JsonCanonicalizer(content.toString()).getEncodedUTF8();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
