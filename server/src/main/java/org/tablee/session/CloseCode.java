package org.tablee.session;

/** Why the line is cut without a goodbye, as WebSocket close codes. */
enum CloseCode {
  DONE(1000, ""),
  PROTOCOL(1002, "protocol"),
  BINARY(1003, "binary"),
  NOT_UTF8(1007, "utf-8"),
  POLICY(1008, "limits"),
  TOO_LARGE(1009, "size"),
  FAULT(1011, "fault"),
  LATER(1013, "later");

  private final short code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = (short) code;
    this.reason = reason;
  }

  short code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
