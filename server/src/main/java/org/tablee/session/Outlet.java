package org.tablee.session;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;

/**
 * What is written to one socket, on its event loop. Knows what still waits to be taken by the other
 * side. The only class that reaches into the library: its public writers would copy a frame's text
 * anew for every receiver, and a close waits for a reader that may never read again.
 */
final class Outlet {
  private final ServerWebSocket socket;
  private final Counters counters;
  private long waiting;
  private int welcomesInTransit;

  Outlet(ServerWebSocket socket, Counters counters) {
    this.socket = socket;
    this.counters = counters;
  }

  static EventLoop loopOf(ServerWebSocket socket) {
    return ((WebSocketInternal) socket).channelHandlerContext().channel().eventLoop();
  }

  /** Bytes that wait besides a welcome. */
  long waiting() {
    return waiting;
  }

  boolean hasWelcomeInTransit() {
    return welcomesInTransit > 0;
  }

  /** Writes a frame whose bytes may be those of many other writes: nobody may change them. */
  void send(byte[] utf8) {
    waiting += utf8.length;
    write(WebSocketFrameType.TEXT, utf8, true, () -> waiting -= utf8.length);
  }

  /**
   * Writes one message out of two parts, of which the second is shared, and what was stored while
   * it was made: all of that is the welcome.
   */
  void welcome(byte[] head, byte[] tail, List<byte[]> since) {
    welcomesInTransit += 1 + since.size();
    write(WebSocketFrameType.TEXT, head, false, () -> {});
    write(WebSocketFrameType.CONTINUATION, tail, true, () -> welcomesInTransit--);
    since.forEach(frame -> write(WebSocketFrameType.TEXT, frame, true, () -> welcomesInTransit--));
  }

  void ping() {
    socket.writeFrame(WebSocketFrame.pingFrame(Buffer.buffer()));
  }

  private void write(WebSocketFrameType type, byte[] bytes, boolean isLast, Runnable gone) {
    counters.framesSent.increment();
    counters.bytesSent.add(bytes.length);
    socket.writeFrame(new WebSocketFrameImpl(type, bytes, isLast)).onComplete(_ -> gone.run());
  }

  void close(CloseCode code) {
    if (!socket.isClosed()) {
      socket.close(code.code(), code.reason());
    }
  }

  /** What the library's reader tripped over: a frame too large, or one against the protocol. */
  static CloseCode codeOf(Throwable cause) {
    return cause instanceof CorruptedWebSocketFrameException corrupted
            && corrupted.closeStatus().code() == CloseCode.TOO_LARGE.code()
        ? CloseCode.TOO_LARGE
        : CloseCode.PROTOCOL;
  }

  /** Ends the connection whatever still waits to be written. */
  void cut() {
    // From behind the library's own handler, which would first wait for a farewell.
    ((WebSocketInternal) socket).channelHandlerContext().close();
  }
}
