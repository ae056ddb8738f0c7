package org.tablee.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.CreateTable;

/** Reads the bodies of HTTP requests. Whatever the bytes, the answer is a {@link Body}. */
public final class Requests {
  /** Bytes of a body, at most. */
  public static final int BYTES_MAX = 64 * 1024;

  /** Characters of a secret, at most. */
  public static final int SECRET_MAX = 200;

  /** Colleges of a table, at most. */
  public static final int COLLEGES_MAX = 50;

  /** The language of a table where none is named. */
  private static final String LOCALE_USUAL = "fr";

  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private Requests() {}

  /** A body as it could be read. */
  public sealed interface Body<T> {
    /** It is one. */
    record Fine<T>(T request) implements Body<T> {}

    /** It is none. */
    record Bad<T>(Refusal refusal) implements Body<T> {}
  }

  /** Somebody opens an invitation; the name is checked, the secret only for its length. */
  public record Accept(String secret, Line name, @Nullable Line organisation, Presence presence) {}

  /** Somebody makes another invitation. */
  public record Invite(Role role, @Nullable CollegeId college) {}

  public static Body<Accept> accept(byte[] utf8) {
    return read(
        utf8,
        fields ->
            new Accept(
                secret(fields),
                fields.line("name", Line.NAME_MAX),
                fields.lineOrNull("organisation", Line.NAME_MAX),
                presence(fields)));
  }

  /** A secret alone. */
  public static Body<String> look(byte[] utf8) {
    return read(utf8, Requests::secret);
  }

  /** Where the organiser sits, who joins a table; an empty body says nothing of it. */
  public static Body<Presence> join(byte[] utf8) {
    return utf8.length == 0 ? new Body.Fine<>(Presence.REMOTE) : read(utf8, Requests::presence);
  }

  public static Body<Invite> invite(byte[] utf8) {
    return read(
        utf8,
        fields -> {
          var role = fields.word("role", Role.class);
          if (role == Role.ORGANISER) {
            throw fields.unfit("role");
          }
          return new Invite(role, fields.checkedOrNull("college", CollegeId::new));
        });
  }

  public static Body<CreateTable> createTable(byte[] utf8) {
    return read(
        utf8,
        fields ->
            new CreateTable(
                fields.line("title", Line.TITLE_MAX),
                fields.lineOrNull("territory", Line.TITLE_MAX),
                fields.lineOrNull("theme", Line.TITLE_MAX),
                locale(fields),
                colleges(fields)));
  }

  private static String secret(Fields fields) {
    var secret = fields.string("secret");
    if (secret.isEmpty() || secret.length() > SECRET_MAX) {
      throw fields.unfit("secret");
    }
    return secret;
  }

  private static Presence presence(Fields fields) {
    return fields.has("presence") ? fields.word("presence", Presence.class) : Presence.REMOTE;
  }

  private static String locale(Fields fields) {
    if (!fields.has("locale")) {
      return LOCALE_USUAL;
    }
    var locale = fields.string("locale");
    if (!LOCALE.matcher(locale).matches()) {
      throw fields.unfit("locale");
    }
    return locale;
  }

  private static List<College> colleges(Fields fields) {
    if (!fields.has("colleges")) {
      return List.of();
    }
    if (!(fields.value("colleges") instanceof JsonArray(var values))
        || values.size() > COLLEGES_MAX) {
      throw fields.unfit("colleges");
    }
    var ids = new HashSet<CollegeId>();
    return values.stream()
        .map(value -> {
          if (!(value instanceof JsonObject object)) {
            throw fields.unfit("colleges");
          }
          var college = new Fields(object);
          var read =
              new College(
                  college.checked("id", CollegeId::new), college.line("name", Line.NAME_MAX));
          college.end();
          if (!ids.add(read.id())) {
            throw fields.unfit("colleges");
          }
          return read;
        })
        .toList();
  }

  private static <T> Body<T> read(byte[] utf8, Function<Fields, T> reader) {
    try {
      var fields = new Fields(Json.readObject(utf8));
      var request = reader.apply(fields);
      fields.end();
      return new Body.Fine<>(request);
    } catch (MalformedJsonException _) {
      return new Body.Bad<>(new Refusal(RefusalCode.REQUEST_INVALID));
    } catch (InvalidFieldException e) {
      return new Body.Bad<>(ofRequest(e.refusal()));
    }
  }

  /** The codes of commands are those of the live connection; a body has its own. */
  private static Refusal ofRequest(Refusal refusal) {
    return refusal.code() == RefusalCode.COMMAND_INVALID
        ? new Refusal(RefusalCode.REQUEST_INVALID, Map.copyOf(refusal.params()))
        : refusal;
  }
}
