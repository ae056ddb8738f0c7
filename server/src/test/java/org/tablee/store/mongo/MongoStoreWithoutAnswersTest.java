package org.tablee.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.store.Store.Collection.COMMITS;
import static org.tablee.store.Store.Outcome.DONE;
import static org.tablee.store.Store.Outcome.TAKEN;
import static org.tablee.store.Store.Outcome.UNKNOWN;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.JsonObject;
import org.tablee.store.CuttingProxy;
import org.tablee.store.CuttingProxy.Fate;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Inserted;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreUnavailableException;

/** What a write says of itself when the way to MongoDB fails, and what is there in truth. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoStoreWithoutAnswersTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_000);
  private static final Entry MINE = entry("t:1", "mine");
  private static final Entry ANOTHERS = entry("t:1", "another's");
  private static final Entry NEXT = entry("t:2", "next");

  private final AtomicBoolean isMajorityLost = new AtomicBoolean();
  private final MongoServer server =
      new MongoServer(
          new MemoryBackend() {
            @Override
            public Document handleCommand(
                Channel channel, String database, String command, Document query) {
              var answer = super.handleCommand(channel, database, command, query);
              if (isMajorityLost.get()) {
                answer.put(
                    "writeConcernError",
                    new Document("code", 64).append("errmsg", "waiting for replication timed out"));
              }
              return answer;
            }
          });

  private CuttingProxy proxy;
  private MongoStore store;
  private MongoStore direct;

  @BeforeEach
  void open() {
    int port = server.bind().getPort();
    proxy = CuttingProxy.to(port);
    store = MongoStore.open("mongodb://127.0.0.1:" + proxy.port() + "/faults", ANSWER_WITHIN);
    direct = MongoStore.open("mongodb://127.0.0.1:" + port + "/faults");
    assertThat(store.insert(COMMITS, entry("warm", "connections are there"))).isEqualTo(DONE);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    store.close();
    direct.close();
    server.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT_AFTER", "NO_ANSWER"})
  void S12_an_insert_whose_answer_is_lost_is_unknown_and_its_slot_tells(Fate fate) {
    proxy.next("mine", fate);

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    assertThat(store.insert(COMMITS, MINE)).isEqualTo(TAKEN);
    assertThat(store.read(COMMITS, "t:1").orElseThrow().document()).isEqualTo(MINE.document());
  }

  @Test
  void S12_an_insert_that_never_arrived_is_unknown_and_not_there() {
    proxy.next("mine", Fate.CUT_BEFORE);

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    assertThat(direct.read(COMMITS, "t:1")).isEmpty();
    assertThat(store.insert(COMMITS, MINE)).isEqualTo(DONE);
  }

  @Test
  void S12_an_insert_that_arrives_late_does_not_move_who_was_faster() {
    var held = proxy.next("mine", Fate.HOLD);

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    held.awaitRequest();
    assertThat(direct.insert(COMMITS, ANOTHERS)).isEqualTo(DONE);
    held.release();
    held.awaitAnswer();

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(TAKEN);
    assertThat(direct.read(COMMITS, "t:1").orElseThrow().document()).isEqualTo(ANOTHERS.document());
  }

  @Test
  void S12_of_a_list_without_an_answer_nothing_is_called_stored() {
    proxy.next("mine", Fate.CUT_AFTER);

    assertThat(store.insertInOrder(COMMITS, List.of(MINE, NEXT)))
        .isEqualTo(new Inserted(0, UNKNOWN));
    assertThat(store.insertInOrder(COMMITS, List.of(MINE, NEXT))).isEqualTo(new Inserted(0, TAKEN));
    assertThat(store.insertInOrder(COMMITS, List.of(NEXT))).isEqualTo(new Inserted(0, TAKEN));
  }

  @Test
  void S12_what_no_majority_confirmed_is_unknown_even_before_a_taken_id() {
    direct.insert(COMMITS, NEXT);
    isMajorityLost.set(true);

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    assertThat(store.insertInOrder(COMMITS, List.of(entry("t:0", "first"), NEXT)))
        .isEqualTo(new Inserted(0, UNKNOWN));
    var read = store.read(COMMITS, "t:2").orElseThrow();
    assertThat(store.replaceIfUnchanged(COMMITS, "t:2", read, MINE.document())).isEqualTo(UNKNOWN);
    assertThat(store.delete(COMMITS, "t:2")).isEqualTo(UNKNOWN);
  }

  @Test
  void S12_a_replacement_or_deletion_whose_answer_is_lost_is_unknown() {
    direct.insert(COMMITS, MINE);
    var read = store.read(COMMITS, "t:1").orElseThrow();

    proxy.next("another's", Fate.CUT_AFTER);
    assertThat(store.replaceIfUnchanged(COMMITS, "t:1", read, ANOTHERS.document()))
        .isEqualTo(UNKNOWN);
    assertThat(store.replaceIfUnchanged(COMMITS, "t:1", read, ANOTHERS.document()))
        .isEqualTo(TAKEN);

    proxy.next("delete", Fate.CUT_AFTER);
    assertThat(store.delete(COMMITS, "t:1")).isEqualTo(UNKNOWN);
    assertThat(store.delete(COMMITS, "t:1")).isEqualTo(DONE);
  }

  @Test
  void S12_a_silent_store_is_unavailable_to_reads_and_unknown_to_writes_until_it_answers() {
    proxy.hold();
    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    assertThatThrownBy(() -> store.read(COMMITS, "t:1"))
        .isInstanceOf(StoreUnavailableException.class);

    proxy.pass();
    proxy.cut();
    assertThat(store.insert(COMMITS, NEXT)).isEqualTo(DONE);
    assertThat(store.read(COMMITS, "t:2")).isPresent();
  }

  @Test
  void S12_a_slow_store_is_waited_for() {
    proxy.delay(Duration.ofMillis(50));

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(DONE);
    assertThat(store.read(COMMITS, "t:1")).isPresent();
  }

  @Test
  void S12_a_read_whose_connection_is_cut_is_asked_again() {
    proxy.next("find", Fate.CUT_AFTER);

    assertThat(store.read(COMMITS, "warm")).isPresent();
  }

  @Test
  void S12_a_store_that_is_down_is_unknown_in_bounded_time() {
    server.shutdownNow();
    proxy.cut();

    assertThat(store.insert(COMMITS, MINE)).isEqualTo(UNKNOWN);
    assertThatThrownBy(() -> store.read(COMMITS, "t:1"))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "http://localhost",
        "mongodb://",
        "mongodb://me:sesame@host:port/x",
        "mongodb://me:se:same@host/x"
      })
  void an_address_that_is_none_is_refused_without_being_repeated(String uri) {
    assertThatThrownBy(() -> MongoStore.open(uri))
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageNotContaining("sesame")
        .hasMessageNotContaining("se:same")
        .hasNoCause();
  }

  private static Entry entry(String id, String text) {
    return new Entry(id, JsonObject.with().field("text", text).build());
  }
}
