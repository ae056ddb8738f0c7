package org.tablee.people;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tablee.json.JsonObject;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Entry;
import org.tablee.store.StoreUnavailableException;

/**
 * Writes whose outcome is known when they return. Each may be done again without harm: what is
 * inserted has an id of its own, and a change that is made twice is made once.
 */
final class SureWrites {
  private static final int TRIES_MAX = 3;

  /** Others may change the same document at the same time; each round one of them gets through. */
  private static final int ROUNDS_MAX = 200;

  private final Store store;

  SureWrites(Store store) {
    this.store = store;
  }

  /**
   * Inserts unless the id is taken.
   *
   * @throws StoreUnavailableException where the outcome stays unknown
   */
  void insert(Collection collection, String id, JsonObject document) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      switch (store.insert(collection, new Entry(id, document))) {
        case DONE, TAKEN -> {
          return;
        }
        case UNKNOWN -> {}
      }
    }
    throw new StoreUnavailableException("an insert of unknown outcome");
  }

  /**
   * Changes a document, on its newest content.
   *
   * @param change may be asked more than once; returns its argument where there is nothing to do
   * @return the document as it stands now; empty where there is none
   * @throws StoreUnavailableException where the outcome stays unknown
   */
  Optional<JsonObject> change(Collection collection, String id, UnaryOperator<JsonObject> change) {
    int unknown = 0;
    for (int round = 0; round < ROUNDS_MAX && unknown < TRIES_MAX; round++) {
      var read = store.read(collection, id);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      var next = change.apply(read.get().document());
      if (next.equals(read.get().document())) {
        return Optional.of(next);
      }
      switch (store.replaceIfUnchanged(collection, id, read.get(), next)) {
        case DONE -> {
          return Optional.of(next);
        }
        case TAKEN -> {}
        case UNKNOWN -> unknown++;
      }
    }
    throw new StoreUnavailableException("a change of unknown outcome");
  }

  /**
   * Deletes a document, or finds none.
   *
   * @throws StoreUnavailableException where the outcome stays unknown
   */
  void delete(Collection collection, String id) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      if (store.delete(collection, id) == Store.Outcome.DONE) {
        return;
      }
    }
    throw new StoreUnavailableException("a deletion of unknown outcome");
  }
}
