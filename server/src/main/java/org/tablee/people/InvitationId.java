package org.tablee.people;

/** Names an invitation: the SHA-256 of its secret, in hex. */
public record InvitationId(String value) {}
