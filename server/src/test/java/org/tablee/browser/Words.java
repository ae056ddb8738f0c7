package org.tablee.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;

/** The words of the screen, from the file the client takes them from: tests name their keys. */
record Words(String language, JsonObject messages) {
  static Words in(String language) {
    try {
      var file = Path.of("..", "web-client", "messages", language + ".json");
      return new Words(language, Json.readObject(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One message.
   *
   * @param named names and values in turn
   */
  String of(String key, String... named) {
    var message = messages.string(key);
    for (int place = 0; place < named.length; place += 2) {
      message = message.replace("{" + named[place] + "}", named[place + 1]);
    }
    return message;
  }

  /** Whatever values a message is given. */
  Pattern any(String key) {
    return Pattern.compile(pattern(messages.string(key)));
  }

  /** A message in whatever number it has. */
  Pattern anyNumber(String key) {
    var forms = messages.objects(key).getFirst().object("match").fields().values();
    return Pattern.compile(
        forms.stream()
            .map(form -> pattern(((JsonString) form).value()))
            .collect(Collectors.joining("|")));
  }

  /** For the browser, whose patterns know no quoting. */
  private static String pattern(String message) {
    return Arrays.stream(message.split("\\{[a-z]+}", -1))
        .map(part -> part.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0"))
        .collect(Collectors.joining(".*"));
  }
}
