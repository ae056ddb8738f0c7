package org.tablee.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.tablee.store.mongo.StoredBson.ID;
import static org.tablee.store.mongo.StoredBson.VERSION;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.RawBsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.DocumentText;
import org.tablee.store.Store;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreOpeningException.Reason;
import org.tablee.store.StoreUnavailableException;

/**
 * Documents in MongoDB, one write a document, no transaction and no index but that of the ids.
 * {@code DONE} means: in the journals of a majority. Reads go to the primary and see only what a
 * majority has.
 *
 * <p>The driver repeats no write. A write without an answer is {@code UNKNOWN} after {@link
 * #ANSWER_WITHIN} at most, and whoever asked settles it by asking again for the same id: one rule
 * for repeating, in one place, that holds whatever the driver and the server remember.
 */
public final class MongoStore implements Store {
  /** How long a call waits for its answer, finding a primary and a connection included. */
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** How long a new connection may take. */
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  /** How often a server is asked how it is; a lost primary is noticed within about this. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** The same while calls wait for a server that failed: what a reset connection costs. */
  private static final Duration HEARTBEAT_AFTER_FAULT = Duration.ofMillis(100);

  /** Calls at the same time; more wait their turn within their time. */
  private static final int CONNECTIONS_MAX = 100;

  /** Where the address names no database. */
  private static final String DATABASE = "tablee";

  /** Versions start anywhere, so that a document that came anew is not taken for the old one. */
  private static final long FIRST_VERSIONS = 1L << 46;

  private static final Logger log = LoggerFactory.getLogger(MongoStore.class);

  private final MongoClient client;
  private final MongoDatabase database;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  /** Calls share it; closing takes it alone, when they have ended. */
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();

  private boolean closed;

  private MongoStore(MongoClientSettings settings, String databaseName) {
    client = MongoClients.create(settings);
    database = client.getDatabase(databaseName);
  }

  /**
   * Opens the store of an address such as {@code mongodb://HOST,HOST/DATABASE}. Nothing is asked of
   * the servers yet: they may come up later.
   *
   * @throws StoreOpeningException where it is no address of MongoDB
   */
  public static MongoStore open(String uri) {
    return open(uri, ANSWER_WITHIN);
  }

  static MongoStore open(String uri, Duration answerWithin) {
    try {
      var address = new ConnectionString(uri);
      var name = address.getDatabase();
      return new MongoStore(settings(address, answerWithin), name == null ? DATABASE : name);
    } catch (IllegalArgumentException | MongoException _) {
      // Neither address nor cause: they may hold the password.
      throw new StoreOpeningException(
          Reason.UNUSABLE, "MONGODB_URI is no address of a MongoDB that can be found", null);
    }
  }

  private static MongoClientSettings settings(ConnectionString address, Duration answerWithin) {
    return MongoClientSettings.builder()
        .applyConnectionString(address)
        // Behind the address, so that nothing in it can weaken what the rules rest on.
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .retryWrites(false)
        .retryReads(true)
        .timeout(answerWithin.toMillis(), MILLISECONDS)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(answerWithin.toMillis(), MILLISECONDS))
        .applyToSocketSettings(socket ->
            socket
                .connectTimeout((int) CONNECT_WITHIN.toMillis(), MILLISECONDS)
                .readTimeout((int) answerWithin.toMillis(), MILLISECONDS))
        .applyToServerSettings(server ->
            server
                .heartbeatFrequency(HEARTBEAT.toMillis(), MILLISECONDS)
                .minHeartbeatFrequency(HEARTBEAT_AFTER_FAULT.toMillis(), MILLISECONDS))
        .applyToConnectionPoolSettings(pool ->
            pool.maxSize(CONNECTIONS_MAX).maxWaitTime(answerWithin.toMillis(), MILLISECONDS))
        .applicationName("tablee")
        .build();
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return insertInOrder(collection, List.of(entry)).end();
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    var documents = new ArrayList<RawBsonDocument>(entries.size());
    for (var entry : entries) {
      documents.add(checked(entry.id(), firstVersion(), entry.document()));
    }
    return whileOpen(() -> {
      if (documents.isEmpty()) {
        return new Inserted(0, Outcome.DONE);
      }
      try {
        in(collection, RawBsonDocument.class)
            .insertMany(documents, new InsertManyOptions().ordered(true));
        noteAnswer();
        return new Inserted(documents.size(), Outcome.DONE);
      } catch (MongoBulkWriteException e) {
        return stopped(e);
      } catch (MongoException e) {
        noteNoAnswer(e);
        return new Inserted(0, Outcome.UNKNOWN);
      }
    });
  }

  /**
   * Where a list stopped. Without a write concern error the documents before that are in the
   * journals of a majority; with one, none is known to be.
   */
  private Inserted stopped(MongoBulkWriteException e) {
    if (e.getWriteConcernError() == null && e.getWriteErrors().size() == 1) {
      var error = e.getWriteErrors().getFirst();
      if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) {
        noteAnswer();
        return new Inserted(error.getIndex(), Outcome.TAKEN);
      }
    }
    noteNoAnswer(e);
    return new Inserted(0, Outcome.UNKNOWN);
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    return whileOpen(() -> {
      try {
        var stored = in(collection, BsonDocument.class).find(eq(ID, id)).first();
        return Optional.ofNullable(stored).map(found -> versioned(collection, found));
      } catch (MongoException e) {
        throw unavailable(e);
      }
    });
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit below zero: " + limit);
    }
    return whileOpen(() -> {
      var found = new ArrayList<Entry>();
      // To the driver, a limit of zero is none.
      if (limit == 0) {
        return List.copyOf(found);
      }
      try (var cursor =
          in(collection, BsonDocument.class)
              .find(and(gte(ID, from), lt(ID, to)))
              .sort(direction == Direction.UP ? Sorts.ascending(ID) : Sorts.descending(ID))
              .limit(limit)
              .cursor()) {
        while (cursor.hasNext()) {
          var stored = cursor.next();
          var id = stored.getString(ID).getValue();
          found.add(new Entry(id, versioned(collection, stored).document()));
        }
        return List.copyOf(found);
      } catch (MongoException e) {
        throw unavailable(e);
      }
    });
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned read, JsonObject next) {
    var replacement = checked(id, read.version() + 1, next);
    return whileOpen(() -> {
      try {
        var result =
            in(collection, RawBsonDocument.class)
                .replaceOne(and(eq(ID, id), eq(VERSION, read.version())), replacement);
        noteAnswer();
        return result.getMatchedCount() == 1 ? Outcome.DONE : Outcome.TAKEN;
      } catch (MongoException e) {
        noteNoAnswer(e);
        return Outcome.UNKNOWN;
      }
    });
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    return whileOpen(() -> {
      try {
        in(collection, BsonDocument.class).deleteOne(eq(ID, id));
        noteAnswer();
        return Outcome.DONE;
      } catch (MongoException e) {
        noteNoAnswer(e);
        return Outcome.UNKNOWN;
      }
    });
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      closed = true;
      client.close();
    } finally {
      inUse.writeLock().unlock();
    }
  }

  private <T> T whileOpen(Supplier<T> call) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      return call.get();
    } finally {
      inUse.readLock().unlock();
    }
  }

  private <T> MongoCollection<T> in(Collection collection, Class<T> shape) {
    return database.getCollection(collection.storedName(), shape);
  }

  private static long firstVersion() {
    return ThreadLocalRandom.current().nextLong(FIRST_VERSIONS);
  }

  private static RawBsonDocument checked(String id, long version, JsonObject document) {
    DocumentText.utf8(document);
    return StoredBson.of(id, version, document);
  }

  private static Versioned versioned(Collection collection, BsonDocument stored) {
    try {
      var version = stored.getNumber(VERSION).longValue();
      return new Versioned(StoredBson.document(stored), version);
    } catch (MalformedJsonException | BsonInvalidOperationException e) {
      throw StoreDamagedException.of(collection, stored.getString(ID).getValue(), e);
    }
  }

  private static StoreUnavailableException unavailable(MongoException e) {
    return new StoreUnavailableException("no answer from MongoDB: " + e.getMessage(), e);
  }

  /** One line when answers stay away and one when they are back, however often it is tried. */
  private void noteNoAnswer(MongoException e) {
    if (isFailing.compareAndSet(false, true)) {
      log.warn("a write to MongoDB has no known outcome", e);
    }
  }

  private void noteAnswer() {
    if (isFailing.compareAndSet(true, false)) {
      log.info("MongoDB answers writes again");
    }
  }
}
