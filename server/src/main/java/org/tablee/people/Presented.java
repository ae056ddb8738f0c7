package org.tablee.people;

/** A live session, and the token by which somebody showed that it is theirs. */
public record Presented(Token token, Session session) {}
