package org.tablee.people;

/** Names a session: the SHA-256 of its token, in hex. The token itself is stored nowhere. */
public record SessionId(String value) {}
