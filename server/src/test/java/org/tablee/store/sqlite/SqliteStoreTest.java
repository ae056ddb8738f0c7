package org.tablee.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tablee.store.Store;
import org.tablee.store.StoreContractTest;

class SqliteStoreTest extends StoreContractTest {
  @TempDir Path folder;

  @Override
  protected Store emptyStore() {
    return SqliteStore.open(folder.resolve("data"));
  }
}
