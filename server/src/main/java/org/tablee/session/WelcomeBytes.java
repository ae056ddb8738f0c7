package org.tablee.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tablee.history.Position;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.table.Commit;
import org.tablee.table.Table;
import org.tablee.wire.ServerFrames;
import org.tablee.wire.ServerFrames.Person;
import org.tablee.wire.StateJson;

/**
 * A welcome in two parts: the head is each guest's own, the tail is made once for all who come at
 * the same seq. One behind the other they are the frame that {@link ServerFrames} writes.
 */
final class WelcomeBytes {
  private static final byte[] COMMA = ",".getBytes(StandardCharsets.UTF_8);

  private WelcomeBytes() {}

  static byte[] head(Position position, Instant now, JsonObject you, boolean isParted) {
    var whole =
        ServerFrames.welcome(
                position.seq(), position.hash(), now, you, List.of(), JsonObject.EMPTY, isParted)
            .without("people")
            .without("state");
    var bytes = Json.writeUtf8(whole);
    var head = Arrays.copyOf(bytes, bytes.length - 1 + COMMA.length);
    System.arraycopy(COMMA, 0, head, bytes.length - 1, COMMA.length);
    return head;
  }

  static byte[] tail(Collection<Person> people, Table table) {
    return tail(people, "state", StateJson.write(table));
  }

  static byte[] tail(Collection<Person> people, List<Commit> commits) {
    return tail(people, "commits", ServerFrames.commits(commits, "").array("commits"));
  }

  private static byte[] tail(Collection<Person> people, String name, JsonValue value) {
    var bytes =
        Json.writeUtf8(
            JsonObject.with()
                .field("people", ServerFrames.people(people).array("people"))
                .field(name, value)
                .build());
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static byte[] tail(Collection<Person> people, String name, List<JsonValue> values) {
    return tail(people, name, new JsonValue.JsonArray(values));
  }
}
