package org.tablee.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableId;

/** What lists say of a table, and the invitations to it. The table exists once this is stored. */
public record TableCard(
    TableId id,
    Line title,
    @Nullable Line territory,
    @Nullable Line theme,
    String locale,
    Instant createdAt,
    List<College> colleges,
    List<InvitationId> invitations) {
  static final String INVITATIONS = "invitations";

  public TableCard {
    colleges = List.copyOf(colleges);
    invitations = List.copyOf(invitations);
  }

  static TableCard of(TableId id, CreateTable create, Instant now, List<InvitationId> invitations) {
    return new TableCard(
        id,
        create.title(),
        create.territory(),
        create.theme(),
        create.locale(),
        now,
        create.colleges(),
        invitations);
  }

  /** The college of that id, or {@code null}. */
  public @Nullable College college(CollegeId wanted) {
    return colleges.stream().filter(one -> one.id().equals(wanted)).findFirst().orElse(null);
  }

  /** Title, territory, theme and language, as every list shows them. */
  public JsonObject line() {
    return JsonObject.with()
        .field("id", id.value())
        .field("title", title.value())
        .field("territory", words(territory))
        .field("theme", words(theme))
        .field("locale", locale)
        .build();
  }

  /** The colleges by id and name. */
  public List<JsonObject> collegesJson() {
    return colleges.stream().map(TableCard::json).toList();
  }

  /** A college by id and name. */
  public static JsonObject json(College college) {
    return JsonObject.with()
        .field("id", college.id().value())
        .field("name", college.name().value())
        .build();
  }

  JsonObject write() {
    return JsonObject.with()
        .field("title", title.value())
        .field("territory", words(territory))
        .field("theme", words(theme))
        .field("locale", locale)
        .field("createdAt", createdAt.toEpochMilli())
        .field("colleges", collegesJson())
        .field(INVITATIONS, invitations.stream().map(one -> new JsonString(one.value())).toList())
        .build();
  }

  static TableCard read(TableId id, JsonObject json) {
    return new TableCard(
        id,
        new Line(json.string("title")),
        line(json, "territory"),
        line(json, "theme"),
        json.string("locale"),
        Instant.ofEpochMilli(json.number("createdAt")),
        json.objects("colleges").stream()
            .map(one -> new College(new CollegeId(one.string("id")), new Line(one.string("name"))))
            .toList(),
        json.array(INVITATIONS).stream().map(TableCard::invitation).toList());
  }

  private static InvitationId invitation(org.tablee.json.JsonValue value) {
    if (value instanceof JsonString(var id)) {
      return new InvitationId(id);
    }
    throw new MalformedJsonException("no invitation");
  }

  private static @Nullable Line line(JsonObject json, String name) {
    var words = json.stringOrNull(name);
    return words == null ? null : new Line(words);
  }

  private static @Nullable String words(@Nullable Line line) {
    return line == null ? null : line.value();
  }
}
