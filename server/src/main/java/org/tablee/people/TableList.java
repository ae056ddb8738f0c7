package org.tablee.people;

import static org.tablee.store.Store.Collection.TABLES;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.Store;
import org.tablee.store.Store.Direction;
import org.tablee.table.CollegeId;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableId;

/** The tables of the installation and the invitations to them. */
public final class TableList {
  /** Tables of one list, the newest of them. */
  public static final int LIST_MAX = 10_000;

  /** Invitations of one table, revoked ones included. */
  public static final int INVITATIONS_MAX = 500;

  private static final int PAGE = 1_000;
  private static final String FIRST = " ";
  private static final String LAST = "~";

  private final Store store;
  private final SureWrites writes;
  private final Invitations invitations;
  private final TableLogs logs;
  private final NewIds ids;
  private final InstantSource clock;

  public TableList(Store store, TableLogs logs, NewIds ids, InstantSource clock) {
    this.store = store;
    this.writes = new SureWrites(store);
    this.invitations = new Invitations(store);
    this.logs = logs;
    this.ids = ids;
    this.clock = clock;
  }

  /** A table and its first invitations. */
  public record Created(TableCard table, List<Invitation> invitations) {}

  /**
   * Makes a table with an invitation for a facilitator, one for observers and one for each college.
   * It exists once its card is stored, which comes last: a crash before leaves nothing that anyone
   * can find.
   */
  public Created create(CreateTable create) {
    return create(ids.table(), create);
  }

  /** Makes the table of that id in the same way; one that is listed stays as it is. */
  public TableCard list(TableId table, CreateTable create) {
    // Another server may be first: its card is the one, and our invitations never leave here.
    return find(table)
        .or(() -> {
          var _ = create(table, create);
          return find(table);
        })
        .orElseThrow(() -> new IllegalStateException("a table that was listed is gone"));
  }

  private Created create(TableId table, CreateTable create) {
    var made = new ArrayList<Invitation>();
    made.add(Invitation.to(table, Role.FACILITATOR, null, ids.secret()));
    made.add(Invitation.to(table, Role.OBSERVER, null, ids.secret()));
    for (var college : create.colleges()) {
      made.add(Invitation.to(table, Role.PARTICIPANT, college.id(), ids.secret()));
    }
    made.forEach(invitations::add);
    logs.create(table, create);
    var card =
        TableCard.of(table, create, clock.instant(), made.stream().map(Invitation::id).toList());
    writes.insert(TABLES, table.value(), card.write());
    return new Created(card, List.copyOf(made));
  }

  /** The table of that id. */
  public Optional<TableCard> find(TableId table) {
    return store.read(TABLES, table.value()).map(read -> TableCard.read(table, read.document()));
  }

  /** The tables of the installation, newest first. */
  public List<TableCard> newest() {
    var cards = new ArrayList<TableCard>();
    var to = LAST;
    while (cards.size() < LIST_MAX) {
      var page = store.range(TABLES, FIRST, to, Direction.DOWN, PAGE);
      for (var entry : page) {
        cards.add(TableCard.read(new TableId(entry.id()), entry.document()));
      }
      if (page.size() < PAGE) {
        break;
      }
      to = page.getLast().id();
    }
    // Ids begin with the time, save those that were chosen.
    cards.sort(Comparator.comparing(TableCard::createdAt).reversed());
    return cards;
  }

  /** The invitations to a table, in the order they were made. */
  public List<Invitation> invitationsTo(TableCard table) {
    return table.invitations().stream().flatMap(id -> invitations.find(id).stream()).toList();
  }

  /**
   * Makes one more invitation to a table; empty where it has too many. The invitation is written
   * before the table points at it, so that what is listed can be read.
   */
  public Optional<Invitation> invite(TableId table, Role role, @Nullable CollegeId college) {
    var invitation = Invitation.to(table, role, college, ids.secret());
    var isFull = find(table).map(card -> card.invitations().size() >= INVITATIONS_MAX);
    if (isFull.orElse(true)) {
      return Optional.empty();
    }
    invitations.add(invitation);
    var id = new JsonString(invitation.id().value());
    var _ =
        writes.change(
            TABLES,
            table.value(),
            json -> {
              var listed = json.array(TableCard.INVITATIONS);
              if (listed.contains(id)) {
                return json;
              }
              var more = new ArrayList<JsonValue>(listed);
              more.add(id);
              return json.and(TableCard.INVITATIONS, new JsonArray(more));
            });
    return Optional.of(invitation);
  }

  /** Closes an invitation to this table for good; false where the table has none of that id. */
  public boolean revoke(TableCard table, InvitationId id) {
    if (!table.invitations().contains(id)) {
      return false;
    }
    invitations.revoke(id);
    return true;
  }
}
