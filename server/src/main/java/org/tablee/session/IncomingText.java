package org.tablee.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts a client's messages together again. The library would glue fragments as well, but neither
 * checks that they are UTF-8 nor closes where they grow too large.
 */
final class IncomingText {
  /** What a frame brought. */
  sealed interface Brought {
    /** Nothing whole yet. */
    enum Part implements Brought {
      PART
    }

    record Whole(String text) implements Brought {}

    record Broken(CloseCode code) implements Brought {}
  }

  private @Nullable Buffer parts;
  private int count;

  /** Takes a frame that carries data. */
  Brought take(WebSocketFrame frame) {
    if (frame.isBinary()) {
      return new Brought.Broken(CloseCode.BINARY);
    }
    var data = frame.binaryData();
    if (parts == null && frame.isFinal()) {
      return whole(data);
    }
    // A copy: the first fragment must not grow in the library's own buffer.
    parts = (parts == null ? Buffer.buffer() : parts).appendBuffer(data);
    count++;
    if (count > SessionLimits.FRAGMENTS_MAX || parts.length() > SessionLimits.MESSAGE_BYTES_MAX) {
      return new Brought.Broken(CloseCode.TOO_LARGE);
    }
    if (!frame.isFinal()) {
      return Brought.Part.PART;
    }
    var all = parts;
    parts = null;
    count = 0;
    return whole(all);
  }

  private static Brought whole(Buffer utf8) {
    if (utf8.length() > SessionLimits.MESSAGE_BYTES_MAX) {
      return new Brought.Broken(CloseCode.TOO_LARGE);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8.getBytes()));
      return new Brought.Whole(text.toString());
    } catch (CharacterCodingException _) {
      return new Brought.Broken(CloseCode.NOT_UTF8);
    }
  }
}
