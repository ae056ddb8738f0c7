package org.tablee.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tablee.store.Store;
import org.tablee.store.StoreContractTest;

/** The same against the MongoDB of {@code MONGODB_URI}, in a database of its own. */
@EnabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+")
class MongoStoreOnRealServersTest extends StoreContractTest {
  private final String uri = Objects.requireNonNullElse(System.getenv("MONGODB_URI"), "");

  // Not a seed of the test: a name that no other run at these servers has.
  private final String database =
      "tablee_test_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  @Override
  protected Store emptyStore() {
    return MongoStore.open(uriOf(new ConnectionString(uri)));
  }

  private String uriOf(ConnectionString address) {
    var named = address.getDatabase();
    int options = uri.indexOf('?');
    var front = options < 0 ? uri : uri.substring(0, options);
    if (named != null) {
      front = front.substring(0, front.length() - named.length());
    } else if (!front.endsWith("/")) {
      front += "/";
    }
    return front + database + (options < 0 ? "" : uri.substring(options));
  }

  @AfterEach
  void dropDatabase() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(database).drop();
    }
  }
}
