package org.tablee.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tablee.json.CanonicalJson;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.Store.Versioned;
import org.tablee.table.BoxContent;
import org.tablee.table.BoxId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Given;
import org.tablee.table.Inside;
import org.tablee.table.ParticipantId;
import org.tablee.table.Slot;
import org.tablee.table.TableId;
import org.tablee.wire.BoxContentJson;

/**
 * One sealed box as its document holds it. Nothing in it leads from who handed in to an unsigned
 * content: the former stand in the order of their ids, the latter in a new random order each time
 * it is written.
 *
 * @param given who handed in, and the highest number heard of each client they used for it
 * @param closed by which closing; {@code null} while it is open
 */
record Box(
    SortedMap<Given, SequencedMap<ClientId, Long>> given,
    List<Held> contents,
    @Nullable String closed,
    boolean isEmptied) {
  /** Clients of one giver that are remembered; the one that was silent longest goes first. */
  private static final int CLIENTS_MAX = 8;

  private static final Box EMPTY = new Box(new TreeMap<>(), List.of(), null, false);

  /** A content as it is kept. */
  sealed interface Held {
    BoxContent content();
  }

  record Signed(Given given, String salt, BoxContent content) implements Held {}

  record Unsigned(String digest, BoxContent content) implements Held {}

  /** The box of a document; an empty one that is open where there is none yet. */
  static Box of(Optional<Versioned> found) {
    return found.map(one -> read(one.document())).orElse(EMPTY);
  }

  /** What a box keeps of a secret: of no use for another box. */
  static String digest(TableId table, BoxId box, DeviceKey key) {
    return sha256((table.value() + ":" + box.value() + ":" + key.value()).getBytes(UTF_8));
  }

  /**
   * Of a signed content: the digest of the canonical JSON (RFC 8785) of {@code {"by", "content",
   * "salt", "slot"}}, which anyone can compute again once these are told.
   */
  static String commitment(Given given, String salt, BoxContent content) {
    return sha256(
        CanonicalJson.utf8(
            write(given)
                .field("salt", salt)
                .field("content", BoxContentJson.write(content))
                .build()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  boolean isClosed() {
    return closed != null || isEmptied;
  }

  boolean hasGiven(Given who) {
    return given.containsKey(who);
  }

  /** Whether this command, or a later one of the same client, put something in. */
  boolean hasHeard(Given who, CommandId command) {
    var clients = given.get(who);
    return clients != null && clients.getOrDefault(command.client(), 0L) >= command.number();
  }

  boolean holds(String digest) {
    return contents.stream().anyMatch(isOf(digest));
  }

  private static Predicate<Held> isOf(String digest) {
    return held -> held instanceof Unsigned one && one.digest().equals(digest);
  }

  Box with(Given who, Signed content) {
    return with(content, held -> held instanceof Signed one && one.given().equals(who));
  }

  Box with(Given who, Unsigned content) {
    if (hasGiven(who) != holds(content.digest())) {
      throw new IllegalArgumentException("not the same hand");
    }
    return with(content, isOf(content.digest()));
  }

  private Box with(Held content, Predicate<Held> same) {
    var next = new ArrayList<>(contents);
    next.removeIf(same);
    next.add(content);
    return new Box(given, List.copyOf(next), closed, isEmptied);
  }

  /** The same box, which remembers that it has heard a command. */
  Box heard(Given who, CommandId command) {
    var clients = new LinkedHashMap<>(given.getOrDefault(who, new LinkedHashMap<>()));
    clients.remove(command.client());
    clients.putLast(command.client(), command.number());
    while (clients.size() > CLIENTS_MAX) {
      clients.pollFirstEntry();
    }
    var next = new TreeMap<>(given);
    next.put(who, clients);
    return new Box(next, contents, closed, isEmptied);
  }

  Box closedBy(@Nullable String mark) {
    return new Box(given, contents, mark, isEmptied);
  }

  Box emptied() {
    return new Box(given, List.of(), null, true);
  }

  Inside inside() {
    return new Inside(
        List.copyOf(given.keySet()),
        contents.stream()
            .map(held ->
                switch (held) {
                  case Signed(var who, var salt, var content) ->
                      (Inside.Content)
                          new Inside.Content.Signed(
                              who, salt, commitment(who, salt, content), content);
                  case Unsigned(_, var content) -> new Inside.Content.Unsigned(content);
                })
            .toList());
  }

  JsonObject write(RandomGenerator random) {
    var any = new ArrayList<>(contents);
    // Fisher and Yates.
    for (int last = any.size() - 1; last > 0; last--) {
      Collections.swap(any, last, random.nextInt(last + 1));
    }
    return JsonObject.with()
        .field("given", given.entrySet().stream().map(Box::write).toList())
        .field("contents", any.stream().map(Box::write).toList())
        .field("closed", closed)
        .flag("emptied", isEmptied)
        .build();
  }

  private static JsonObject write(Map.Entry<Given, SequencedMap<ClientId, Long>> giver) {
    return write(giver.getKey())
        .field("heard", giver.getValue().entrySet().stream().map(Box::heard).toList())
        .build();
  }

  private static JsonObject heard(Map.Entry<ClientId, Long> client) {
    return JsonObject.with()
        .field("client", client.getKey().value())
        .field("number", client.getValue())
        .build();
  }

  private static JsonObject.Builder write(Given given) {
    return JsonObject.with().field("by", given.by().value()).field("slot", given.slot().value());
  }

  private static JsonObject write(Held held) {
    return switch (held) {
      case Signed(var given, var salt, var content) ->
          write(given).field("salt", salt).field("content", BoxContentJson.write(content)).build();
      case Unsigned(var digest, var content) ->
          JsonObject.with()
              .field("key", digest)
              .field("content", BoxContentJson.write(content))
              .build();
    };
  }

  /**
   * Reads what was written.
   *
   * @throws MalformedJsonException where it is no box
   */
  static Box read(JsonObject json) {
    try {
      var given = new TreeMap<Given, SequencedMap<ClientId, Long>>();
      for (var giver : json.objects("given")) {
        var clients = new LinkedHashMap<ClientId, Long>();
        giver
            .objects("heard")
            .forEach(one -> clients.put(new ClientId(one.string("client")), one.number("number")));
        given.put(given(giver), clients);
      }
      return new Box(
          given,
          json.objects("contents").stream().map(Box::held).toList(),
          json.stringOrNull("closed"),
          json.isTrue("emptied"));
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("a field does not fit a box", e);
    }
  }

  private static Held held(JsonObject json) {
    var content = BoxContentJson.read(json.object("content"));
    var digest = json.stringOrNull("key");
    return digest == null
        ? new Signed(given(json), json.string("salt"), content)
        : new Unsigned(digest, content);
  }

  private static Given given(JsonObject json) {
    return new Given(new ParticipantId(json.string("by")), new Slot(json.string("slot")));
  }
}
