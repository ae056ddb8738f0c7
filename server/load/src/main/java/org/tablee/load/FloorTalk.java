package org.tablee.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.text.Delta;

/** With the floor, which says to everyone what anyone says. */
final class FloorTalk implements Talk {
  private final String client;
  private long heard;

  FloorTalk(String client) {
    this.client = client;
  }

  @Override
  public String client() {
    return client;
  }

  @Override
  public @Nullable String hello() {
    return null;
  }

  @Override
  public String ask(long number, JsonObject command) {
    return TableTalk.frame(client, number, command);
  }

  @Override
  public JsonObject edit(Delta change) {
    return TableTalk.edit("finding", heard, change);
  }

  @Override
  public List<Heard> hear(String frame) {
    heard++;
    var id = Json.readObject(frame).string("id");
    int dash = id.lastIndexOf('-');
    return List.of(
        new Heard(id.substring(0, dash), Long.parseLong(id.substring(dash + 1)), Delta.EMPTY));
  }

  @Override
  public boolean isIn() {
    return true;
  }

  @Override
  public long position() {
    return heard;
  }
}
