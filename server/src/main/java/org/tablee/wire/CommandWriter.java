package org.tablee.wire;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.Ballot;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.ProposalCommand.NameCarrier;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.Word;
import org.tablee.text.Delta;

/**
 * Commands as clients send them. The contract names a command's fields as its record does, so one
 * way of writing fits all of them, also those that are still to come.
 */
final class CommandWriter {
  private CommandWriter() {}

  static JsonObject write(ByMember command) {
    return fields(
        JsonObject.with().field("type", command.getClass().getSimpleName()), (Record) command);
  }

  private static JsonObject fields(JsonObject.Builder json, Record of) {
    for (var component : of.getClass().getRecordComponents()) {
      var value = value(component, of);
      if (value != null) {
        json.field(component.getName(), written(value));
      } else if (isTakenAwayByEmptyWords(of, component)) {
        json.field(component.getName(), "");
      }
    }
    return json.build();
  }

  private static boolean isTakenAwayByEmptyWords(Record of, RecordComponent component) {
    return switch (component.getName()) {
      case "source" -> of instanceof SourceFinding;
      case "carrier" -> of instanceof NameCarrier;
      case "dissent" -> of instanceof RecordDissent;
      default -> false;
    };
  }

  private static JsonValue written(Object value) {
    return switch (value) {
      case String text -> new JsonString(text);
      case Boolean is -> new JsonBoolean(is);
      case Number number -> new JsonNumber(number.longValue());
      case Instant at -> new JsonNumber(at.toEpochMilli());
      case Word word -> new JsonString(word.word());
      case Delta delta -> DeltaJson.write(delta);
      case List<?> many -> new JsonArray(many.stream().map(CommandWriter::written).toList());
      case Map<?, ?> counts -> counts(counts);
      case Ballot ballot -> fields(JsonObject.with(), (Record) ballot);
      case Record one -> record(one);
      default -> throw new IllegalArgumentException("not of a command: " + value.getClass());
    };
  }

  /** Numbers by id. */
  private static JsonObject counts(Map<?, ?> counts) {
    var json = JsonObject.with();
    counts.forEach((id, count) -> {
      if (written(id) instanceof JsonString(var name)) {
        json.field(name, written(count));
      }
    });
    return json.build();
  }

  /** A record of one value, such as an id or a line, stands for the value alone. */
  private static JsonValue record(Record record) {
    var components = record.getClass().getRecordComponents();
    if (components.length == 1 && components[0].getName().equals("value")) {
      var value = value(components[0], record);
      if (value != null) {
        return written(value);
      }
    }
    return fields(JsonObject.with(), record);
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
