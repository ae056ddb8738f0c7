package org.tablee.store.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.tablee.store.Store;
import org.tablee.store.StoreContractTest;

/** MongoDB's code over its real protocol, against a server that lives in this process. */
class MongoStoreOverTheWireTest extends StoreContractTest {
  private final MongoServer server = new MongoServer(new MemoryBackend());

  @Override
  protected Store emptyStore() {
    var address = server.bind();
    return MongoStore.open("mongodb://127.0.0.1:" + address.getPort() + "/contract");
  }

  @AfterEach
  void stopServer() {
    server.shutdownNow();
  }
}
