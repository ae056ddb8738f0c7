package org.tablee.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.tablee.RunningServer;

/** A connection that sends any bytes, as no well-behaved client would. */
final class RawLine implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;

  RawLine(RunningServer server) throws IOException {
    socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** All that is answered until the server closes. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /**
   * Waits for so long; whether the server closed the line meanwhile, which it is to do silently.
   */
  boolean isCutWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      int answered = socket.getInputStream().read();
      if (answered >= 0) {
        throw new AssertionError("answered, beginning with " + (char) answered);
      }
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (SocketException _) {
      return true;
    }
  }

  /** The first line that is answered. */
  String head() throws IOException {
    var head = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; ) {
      head.append((char) c);
      c = socket.getInputStream().read();
    }
    return head.toString();
  }

  /** The answer to one request that closes its connection. */
  static String ask(RunningServer server, String head) throws IOException {
    try (var line = new RawLine(server)) {
      line.send(head.replace("\n", "\r\n"));
      return line.rest();
    }
  }

  /** The status of an answer's first line. */
  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
