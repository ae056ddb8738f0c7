package org.tablee.cluster;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;

/** What every other node is told, and may miss: nothing that is stored rests on it. */
public final class Bulletin {
  private static final String ADDRESS = "tablee.bulletin";
  private static final Logger log = LoggerFactory.getLogger(Bulletin.class);

  private final EventBus bus;
  private final NodeId self;

  Bulletin(EventBus bus, NodeId self) {
    this.bus = bus;
    this.self = self;
  }

  /** Tells it to the others. Does not block. */
  public void tell(JsonObject news) {
    var letter = JsonObject.with().field("by", self.value()).field("news", news).build();
    bus.publish(ADDRESS, Buffer.buffer(Json.writeUtf8(letter)));
  }

  /**
   * Begins to read what others tell.
   *
   * @param reader told on an event loop; must not block
   */
  public void read(BiConsumer<NodeId, JsonObject> reader) {
    bus.<Buffer>consumer(
        ADDRESS,
        message -> {
          try {
            var letter = Json.readObject(message.body().getBytes());
            var by = new NodeId(letter.string("by"));
            if (!by.equals(self)) {
              reader.accept(by, letter.object("news"));
            }
          } catch (MalformedJsonException e) {
            log.debug("unreadable news", e);
          }
        });
  }
}
