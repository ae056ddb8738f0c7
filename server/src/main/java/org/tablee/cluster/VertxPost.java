package org.tablee.cluster;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The clustered event bus, an address a node. */
final class VertxPost implements Post {
  private static final String ADDRESS = "tablee.node.";

  private final EventBus bus;
  private final NodeId self;
  private @Nullable MessageConsumer<Buffer> open;

  VertxPost(EventBus bus, NodeId self) {
    this.bus = bus;
    this.self = self;
  }

  @Override
  public void open(Clerk clerk) {
    open = bus.consumer(ADDRESS + self.value(), message -> hand(message, clerk));
  }

  private static void hand(Message<Buffer> message, Clerk clerk) {
    var bytes = message.body().getBytes();
    if (message.replyAddress() == null) {
      clerk.received(bytes);
    } else {
      clerk.asked(bytes, answer -> message.reply(Buffer.buffer(answer)));
    }
  }

  @Override
  public void send(NodeId to, byte[] letter) {
    bus.send(ADDRESS + to.value(), Buffer.buffer(letter));
  }

  @Override
  public void ask(
      NodeId to, byte[] question, Duration within, Consumer<Optional<byte[]>> answered) {
    bus.<Buffer>request(
            ADDRESS + to.value(),
            Buffer.buffer(question),
            new DeliveryOptions().setSendTimeout(within.toMillis()))
        .onComplete(
            reply -> answered.accept(Optional.of(reply.body().getBytes())),
            _ -> answered.accept(Optional.empty()));
  }

  @Override
  public void close() {
    if (open != null) {
      var _ = open.unregister();
    }
  }
}
