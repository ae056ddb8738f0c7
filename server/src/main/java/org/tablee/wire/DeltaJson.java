package org.tablee.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.Op;
import org.tablee.text.RichText;

/** A Delta as {@code {"ops":[…]}}. */
public final class DeltaJson {
  private DeltaJson() {}

  public static JsonObject write(Delta delta) {
    return JsonObject.with()
        .field("ops", delta.ops().stream().map(DeltaJson::write).toList())
        .build();
  }

  /**
   * Reads a Delta that our own code wrote.
   *
   * @throws org.tablee.json.MalformedJsonException where it is none
   */
  public static Delta read(JsonObject json) {
    var ops = new ArrayList<Op>();
    for (var op : json.objects("ops")) {
      var read = op(op);
      if (read == null) {
        throw new org.tablee.json.MalformedJsonException("no op");
      }
      ops.add(read);
    }
    return Delta.of(ops);
  }

  /** Reads a Delta that somebody sent under {@code field}. */
  static Delta readSent(JsonObject json, String field) {
    var fields = new Fields(json);
    if (!(fields.value("ops") instanceof JsonValue.JsonArray(var values))
        || json.fields().size() != 1) {
      throw new InvalidFieldException(Refusal.ofField("/" + field));
    }
    if (values.size() > RichText.OPS_MAX) {
      throw new InvalidFieldException(Refusal.ofField("/" + field + "/ops"));
    }
    var ops = new ArrayList<Op>(values.size());
    for (int at = 0; at < values.size(); at++) {
      var op = values.get(at) instanceof JsonObject one ? sentOp(one) : null;
      if (op == null) {
        throw new InvalidFieldException(Refusal.ofField("/" + field + "/ops/" + at));
      }
      ops.add(op);
    }
    return Delta.of(ops);
  }

  private static @Nullable Op sentOp(JsonObject json) {
    var embeds =
        json.fields().containsKey("insert") && !(json.field("insert") instanceof JsonString);
    if (embeds) {
      throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_FORMAT));
    }
    var known = json.fields().keySet().stream().allMatch(NAMES::contains);
    return known ? op(json) : null;
  }

  private static final List<String> NAMES = List.of("insert", "delete", "retain", "attributes");

  private static @Nullable Op op(JsonObject json) {
    var attributes = json.field("attributes");
    var others = json.fields().size() - (attributes == null ? 0 : 1);
    if (others != 1 || !(attributes == null || attributes instanceof JsonObject)) {
      return null;
    }
    var formats = attributes instanceof JsonObject object ? attributes(object) : Attributes.NONE;
    if (json.field("insert") instanceof JsonString(var text)) {
      return text.isEmpty() ? null : new Op.Insert(text, formats);
    }
    if (json.field("retain") instanceof JsonNumber(var length)) {
      return isLength(length) ? new Op.Retain((int) length, formats) : null;
    }
    if (json.field("delete") instanceof JsonNumber(var length)) {
      return isLength(length) && attributes == null ? new Op.Delete((int) length) : null;
    }
    return null;
  }

  private static boolean isLength(long length) {
    return length >= 1 && length <= Integer.MAX_VALUE / 2;
  }

  private static Attributes attributes(JsonObject json) {
    Map<String, AttributeValue> values = new HashMap<>();
    for (var field : json.fields().entrySet()) {
      values.put(
          field.getKey(),
          switch (field.getValue()) {
            case JsonString(var text) -> new AttributeValue.Text(text);
            case JsonNumber(var number) -> new AttributeValue.Whole(number);
            case JsonBoolean(var flag) -> new AttributeValue.Flag(flag);
            case JsonNull _ -> AttributeValue.REMOVED;
            case JsonObject _, JsonValue.JsonArray _, JsonValue.JsonUnfit _ ->
                throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_FORMAT));
          });
    }
    return Attributes.of(values);
  }

  private static JsonObject write(Op op) {
    var json = JsonObject.with();
    switch (op) {
      case Op.Insert(var text, _) -> json.field("insert", text);
      case Op.Retain(var length, _) -> json.field("retain", length);
      case Op.Delete(var length) -> json.field("delete", length);
    }
    if (!op.attributes().isEmpty()) {
      var attributes = JsonObject.with();
      op.attributes()
          .values()
          .forEach((name, value) ->
              attributes.field(
                  name,
                  switch (value) {
                    case AttributeValue.Text(var text) -> new JsonString(text);
                    case AttributeValue.Whole(var number) -> new JsonNumber(number);
                    case AttributeValue.Flag(var flag) -> new JsonBoolean(flag);
                    case AttributeValue.Removed() -> JsonNull.NULL;
                  }));
      json.field("attributes", attributes.build());
    }
    return json.build();
  }
}
