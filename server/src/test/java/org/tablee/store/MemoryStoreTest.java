package org.tablee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.store.Store.Collection.TABLES;
import static org.tablee.store.Store.Outcome.DONE;
import static org.tablee.store.Store.Outcome.TAKEN;
import static org.tablee.store.Store.Outcome.UNKNOWN;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Inserted;

class MemoryStoreTest extends StoreContractTest {
  private static final Entry A = new Entry("a", JsonObject.EMPTY);
  private static final Entry B = new Entry("b", JsonObject.EMPTY);

  private final MemoryStore store = new MemoryStore();

  @Override
  protected Store emptyStore() {
    return new MemoryStore();
  }

  @Test
  void a_lost_request_is_not_written_and_a_lost_answer_is() {
    store.loseNextWrites(1, Lost.REQUEST);
    assertThat(store.insert(TABLES, A)).isEqualTo(UNKNOWN);
    assertThat(store.read(TABLES, "a")).isEmpty();

    store.loseNextWrites(1, Lost.ANSWER);
    assertThat(store.insert(TABLES, A)).isEqualTo(UNKNOWN);
    assertThat(store.insert(TABLES, A)).isEqualTo(TAKEN);
    assertThat(store.writes()).isEqualTo(3);
  }

  @Test
  void a_list_is_cut_where_asked() {
    store.cutNextListAfter(1);

    assertThat(store.insertInOrder(TABLES, List.of(A, B))).isEqualTo(new Inserted(0, UNKNOWN));
    assertThat(store.read(TABLES, "a")).isPresent();
    assertThat(store.insertInOrder(TABLES, List.of(B))).isEqualTo(new Inserted(1, DONE));
  }

  @Test
  void reads_fail_as_often_as_asked() {
    store.failNextReads(1);

    assertThatThrownBy(() -> store.read(TABLES, "a")).isInstanceOf(StoreUnavailableException.class);
    assertThat(store.read(TABLES, "a")).isEmpty();
  }

  @Test
  void a_held_insert_arrives_when_it_is_released() throws Exception {
    var hold = store.holdNextInsert();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var held = threads.submit(() -> store.insert(TABLES, A));
      hold.awaitArrival();
      var other = new Entry("a", JsonObject.with().field("by", "another").build());

      assertThat(store.insert(TABLES, other)).isEqualTo(DONE);
      hold.release();

      assertThat(held.get(30, TimeUnit.SECONDS)).isEqualTo(TAKEN);
      assertThat(store.read(TABLES, "a").orElseThrow().document()).isEqualTo(other.document());
    }
  }
}
