package org.tablee.load;

import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The least that a server on these parts can do: writes each frame to every socket, and stores,
 * checks and knows nothing. What a server takes beyond this is its own.
 */
public final class Floor {
  private Floor() {}

  public static void main(String[] args) {
    // One loop, so the set needs no lock.
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Set<ServerWebSocket> everyone = new LinkedHashSet<>();
    var options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.parseInt(System.getenv("TABLEE_PORT")))
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false);
    var _ =
        vertx
            .createHttpServer(options)
            .requestHandler(request -> request.response().end())
            .webSocketHandler(socket -> enter(socket, everyone))
            .listen()
            .onFailure(fault -> {
              System.err.println("cannot listen: " + fault);
              System.exit(1);
            });
  }

  private static void enter(ServerWebSocket socket, Set<ServerWebSocket> everyone) {
    everyone.add(socket);
    socket.frameHandler(frame -> {
      if (frame.isText()) {
        // Encoded once, shared by all.
        var bytes =
            Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(frame.textData().getBytes(StandardCharsets.UTF_8)));
        for (var one : everyone) {
          one.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, bytes.duplicate(), true));
        }
      }
    });
    socket.closeHandler(_ -> everyone.remove(socket));
    socket.exceptionHandler(_ -> everyone.remove(socket));
  }
}
