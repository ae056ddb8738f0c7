package org.tablee;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tablee.people.DoorLimits;
import org.tablee.people.Secret;
import org.tablee.session.SessionLimits;

/**
 * What whoever runs the server may set: a file, each key of which an environment variable
 * overrides.
 *
 * @param data where the embedded store keeps its files
 * @param organiserSecret {@code null} for one of chance
 * @param publicUrl {@code null} where the server is reached from this machine alone
 * @param mongodbUri {@code null} for the embedded store
 * @param cluster {@code null} where this server is alone
 */
record Configuration(
    String host,
    int port,
    Path data,
    @Nullable Secret organiserSecret,
    @Nullable URI publicUrl,
    @Nullable String mongodbUri,
    @Nullable ClusterSettings cluster,
    DoorLimits door,
    SessionLimits live) {
  private static final String FILE = "config/tablee.yaml";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~-]{16,200}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:%-]{1,255}");
  private static final Pattern NODES =
      Pattern.compile(
          "off|[A-Za-z0-9.-]{1,255}:[1-9][0-9]{0,4}(,[A-Za-z0-9.-]{1,255}:[1-9][0-9]{0,4}){0,99}");
  private static final Pattern URL_HOST =
      Pattern.compile("(https?)://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?/?");

  /** Each key of the file and the variable that overrides it. */
  static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("port", "TABLEE_PORT"),
          Map.entry("host", "TABLEE_HOST"),
          Map.entry("data", "TABLEE_DATA"),
          Map.entry("organiserSecret", "TABLEE_ORGANISER_SECRET"),
          Map.entry("publicUrl", "TABLEE_PUBLIC_URL"),
          Map.entry("mongodbUri", "MONGODB_URI"),
          Map.entry("cluster", "TABLEE_CLUSTER"),
          Map.entry("clusterPort", "TABLEE_CLUSTER_PORT"),
          Map.entry("commandsPerSecond", "TABLEE_COMMANDS_PER_SECOND"),
          Map.entry("burst", "TABLEE_BURST"),
          Map.entry("tableCommandsPerSecond", "TABLEE_TABLE_COMMANDS_PER_SECOND"),
          Map.entry("members", "TABLEE_MEMBERS"),
          Map.entry("observers", "TABLEE_OBSERVERS"),
          Map.entry("connections", "TABLEE_CONNECTIONS"),
          Map.entry("acceptsPerMinute", "TABLEE_ACCEPTS_PER_MINUTE"));

  /** Names the file; no key of it. */
  static final String FILE_VARIABLE = "TABLEE_CONFIG";

  /**
   * Which nodes there may be.
   *
   * @param nodes {@code host:port} each, this one among them
   * @param port on which this node is one of them
   */
  record ClusterSettings(List<String> nodes, int port) {
    ClusterSettings {
      nodes = List.copyOf(nodes);
    }
  }

  /** What is set is wrong; the message is one line for whoever starts the server. */
  static final class InvalidConfigurationException extends RuntimeException {
    InvalidConfigurationException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads what is set.
   *
   * @throws InvalidConfigurationException where a key is unknown or a value does not fit
   */
  static Configuration read(Map<String, String> environment) {
    var set = new HashMap<String, Setting>();
    var file = file(environment);
    if (file != null) {
      fromFile(file).forEach((key, value) -> set.put(key, new Setting(file + ": " + key, value)));
    }
    KEYS.forEach((key, variable) -> {
      var value = environment.get(variable);
      if (value != null && !value.isBlank()) {
        set.put(key, new Setting(variable, value.strip()));
      }
    });
    refuseUnknown(environment);
    return of(new Settings(set));
  }

  private static void refuseUnknown(Map<String, String> environment) {
    for (var variable : new TreeMap<>(environment).keySet()) {
      if (variable.startsWith("TABLEE_")
          && !variable.equals(FILE_VARIABLE)
          && !KEYS.containsValue(variable)) {
        throw new InvalidConfigurationException(variable + ": no such setting");
      }
    }
  }

  private static Configuration of(Settings settings) {
    var secret = settings.textOrNull("organiserSecret", SECRET, "16 to 200 of A-Z a-z 0-9 . _ ~ -");
    var url = settings.textOrNull("publicUrl", URL_HOST, "https://tables.example.org is one");
    var mongodbUri =
        settings.textOrNull(
            "mongodbUri", Pattern.compile("mongodb(\\+srv)?://.+"), "mongodb://… is one");
    return new Configuration(
        settings.checked("host", "127.0.0.1", HOST, "an address to listen on"),
        settings.number("port", 8080, 0, 65_535),
        settings.path("data", "data"),
        secret == null ? null : new Secret(secret),
        url == null
            ? null
            : URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
        mongodbUri,
        cluster(settings, mongodbUri),
        new DoorLimits(
            settings.limit("members", 500),
            settings.limit("observers", 20_000),
            settings.limit("acceptsPerMinute", 60)),
        new SessionLimits(
            settings.limit("commandsPerSecond", 20),
            settings.limit("burst", 60),
            settings.limit("tableCommandsPerSecond", 200),
            settings.limit("observers", 20_000),
            settings.limit("connections", 5),
            SessionLimits.Times.USUAL));
  }

  private static @Nullable ClusterSettings cluster(Settings settings, @Nullable String mongodbUri) {
    var port = settings.number("clusterPort", 5701, 1, 65_535);
    var nodes =
        settings.checked("cluster", "off", NODES, "off, or host:port of each node, with commas");
    if (nodes.equals("off")) {
      return null;
    }
    if (mongodbUri == null) {
      throw settings.wrong("cluster", "the embedded store serves one node; set MONGODB_URI");
    }
    return new ClusterSettings(List.of(nodes.split(",")), port);
  }

  /** The file that is named, else the one at its usual place, here or one folder up. */
  private static @Nullable Path file(Map<String, String> environment) {
    var named = environment.get(FILE_VARIABLE);
    if (named != null && !named.isBlank()) {
      var file = Path.of(named);
      if (!Files.isReadable(file)) {
        throw new InvalidConfigurationException(FILE_VARIABLE + ": cannot be read: " + named);
      }
      return file;
    }
    return List.of(Path.of(FILE), Path.of("..", FILE)).stream()
        .filter(Files::isReadable)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> fromFile(Path file) {
    Object loaded;
    try {
      loaded =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
    } catch (IOException | YamlEngineException e) {
      var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InvalidConfigurationException(file + ": cannot be read: " + message);
    }
    var values = new TreeMap<String, String>();
    if (loaded == null) {
      return values;
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      throw new InvalidConfigurationException(file + ": not a list of keys and values");
    }
    for (var entry : map.entrySet()) {
      var key = String.valueOf(entry.getKey());
      if (!KEYS.containsKey(key)) {
        throw new InvalidConfigurationException(file + ": " + key + ": no such setting");
      }
      switch (entry.getValue()) {
        case null -> {}
        // YAML reads a bare off as false in places; here it is the word.
        case Boolean flag -> values.put(key, flag ? "on" : "off");
        case String text -> values.put(key, text);
        case Integer number -> values.put(key, number.toString());
        default ->
            throw new InvalidConfigurationException(file + ": " + key + ": one value is one line");
      }
    }
    return values;
  }

  /** A value, and where it was set. */
  private record Setting(String where, String value) {}

  /** What is set, each checked when it is asked for. */
  private record Settings(Map<String, Setting> set) {
    InvalidConfigurationException wrong(String key, String what) {
      var setting = set.get(key);
      return new InvalidConfigurationException(
          (setting == null ? key : setting.where()) + ": " + what);
    }

    String text(String key, String usual) {
      var setting = set.get(key);
      return setting == null ? usual : setting.value();
    }

    String checked(String key, String usual, Pattern pattern, String what) {
      var text = text(key, usual);
      if (!pattern.matcher(text).matches()) {
        throw wrong(key, "expected " + what);
      }
      return text;
    }

    @Nullable String textOrNull(String key, Pattern pattern, String what) {
      return set.containsKey(key) ? checked(key, "", pattern, what) : null;
    }

    Path path(String key, String usual) {
      try {
        return Path.of(text(key, usual));
      } catch (java.nio.file.InvalidPathException _) {
        throw wrong(key, "expected a folder");
      }
    }

    int limit(String key, int usual) {
      return number(key, usual, 0, 1_000_000);
    }

    int number(String key, int usual, int min, int max) {
      var text = text(key, Integer.toString(usual));
      if (!text.matches("[0-9]{1,7}")
          || Integer.parseInt(text) < min
          || Integer.parseInt(text) > max) {
        throw wrong(key, "expected a whole number from %d to %d".formatted(min, max));
      }
      return Integer.parseInt(text);
    }
  }
}
