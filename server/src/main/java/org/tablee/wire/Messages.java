package org.tablee.wire;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.tablee.table.Refusal;

/**
 * What the server says in people's own languages: one file a language, a line a code, {@code
 * {name}} for a param.
 */
public final class Messages {
  /** The languages there are; the first where none of a person's is among them. */
  public static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);

  private static final Map<String, Properties> BY_LANGUAGE =
      Map.of("fr", read("fr"), "en", read("en"));

  private Messages() {}

  /** The words for a refusal. */
  public static String of(Refusal refusal, Locale locale) {
    return of(refusal.code().code(), refusal.params(), locale);
  }

  /**
   * The words for a code.
   *
   * @throws IllegalArgumentException where there are none
   */
  public static String of(String code, Map<String, String> params, Locale locale) {
    var properties =
        BY_LANGUAGE.getOrDefault(locale.getLanguage(), BY_LANGUAGE.get(first().getLanguage()));
    var words = properties == null ? null : properties.getProperty(code);
    if (words == null) {
      throw new IllegalArgumentException("no message for " + code);
    }
    for (var param : params.entrySet()) {
      words = words.replace("{" + param.getKey() + "}", param.getValue());
    }
    return words;
  }

  /** The one of our languages that an {@code Accept-Language} asks for first. */
  public static Locale pick(String acceptLanguage) {
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage);
      var found = Locale.lookup(wanted, LOCALES);
      return found == null ? first() : found;
    } catch (IllegalArgumentException _) {
      return first();
    }
  }

  private static Locale first() {
    return LOCALES.getFirst();
  }

  private static Properties read(String language) {
    var name = "messages_" + language + ".properties";
    try (var file = Messages.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
