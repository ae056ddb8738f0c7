package org.tablee.browser;

import java.util.ArrayList;
import java.util.List;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonString;

/** The list as a client folds it from events, in words of its own. */
final class Findings {
  private final List<JsonObject> list;

  Findings(List<JsonObject> list) {
    this.list = new ArrayList<>(list);
  }

  List<JsonObject> all() {
    return List.copyOf(list);
  }

  void after(JsonObject event, String by, long at) {
    if (event.stringOrNull("finding") == null) {
      return;
    }
    var id = event.string("finding");
    switch (event.string("type")) {
      case "FindingAdded" ->
          list.add(
              JsonObject.with()
                  .field("id", id)
                  .field("kind", event.string("kind"))
                  .field("title", event.string("title"))
                  .field("text", event.string("text"))
                  .field("by", by)
                  .field("at", at)
                  .build());
      case "FindingRenamed" -> put(id, "title", event.string("title"));
      case "FindingRetyped" -> put(id, "kind", event.string("kind"));
      case "FindingSourced" -> put(id, "source", event.string("source"));
      case "FindingMoved" -> {
        var moved = list.remove(place(id));
        var before = event.stringOrNull("before");
        list.add(before == null ? list.size() : place(before), moved);
      }
      case "FindingWithdrawn" ->
          list.set(place(id), list.get(place(id)).and("withdrawn", JsonBoolean.TRUE));
      case "FindingRestored" -> list.set(place(id), list.get(place(id)).without("withdrawn"));
      default -> throw new AssertionError("unknown: " + event);
    }
  }

  private void put(String id, String field, String value) {
    var finding = list.get(place(id));
    list.set(
        place(id),
        value.isEmpty() ? finding.without(field) : finding.and(field, new JsonString(value)));
  }

  private int place(String id) {
    for (int place = 0; place < list.size(); place++) {
      if (list.get(place).string("id").equals(id)) {
        return place;
      }
    }
    throw new AssertionError("no finding " + id);
  }
}
