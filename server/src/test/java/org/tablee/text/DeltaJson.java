package org.tablee.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/** Reads ops as quill-delta writes them; the parser stands at the value's first token. */
final class DeltaJson {
  private DeltaJson() {}

  static Delta delta(JsonParser json) throws IOException {
    var ops = new ArrayList<Op>();
    expect(json, JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      ops.add(op(json));
    }
    return Delta.of(List.copyOf(ops));
  }

  private static Op op(JsonParser json) throws IOException {
    var attributes = Attributes.NONE;
    String kind = "";
    String text = "";
    int length = 0;
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "attributes" -> attributes = attributes(json);
        case "insert" -> {
          kind = name;
          text = json.getText();
        }
        case "retain", "delete" -> {
          kind = name;
          length = json.getIntValue();
        }
        default -> throw new IOException("unknown field " + name);
      }
    }
    return switch (kind) {
      case "insert" -> new Insert(text, attributes);
      case "retain" -> new Retain(length, attributes);
      case "delete" -> new Delete(length);
      default -> throw new IOException("an op that does nothing");
    };
  }

  private static Attributes attributes(JsonParser json) throws IOException {
    var values = new HashMap<String, AttributeValue>();
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      var value =
          switch (json.nextToken()) {
            case VALUE_STRING -> new AttributeValue.Text(json.getText());
            case VALUE_NUMBER_INT -> new AttributeValue.Whole(json.getLongValue());
            case VALUE_TRUE, VALUE_FALSE -> new AttributeValue.Flag(json.getBooleanValue());
            case VALUE_NULL -> AttributeValue.REMOVED;
            default -> throw new IOException("no value of an attribute: " + json.currentToken());
          };
      values.put(name, value);
    }
    return Attributes.of(values);
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.currentToken() != token) {
      throw new IOException("expected %s, found %s".formatted(token, json.currentToken()));
    }
  }
}
