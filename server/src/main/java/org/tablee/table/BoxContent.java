package org.tablee.table;

/**
 * What somebody handed in, as a sealed box keeps it. Every kind writes as little of itself as it
 * can ({@code toString}): it is in no log and in no message of a fault.
 */
public sealed interface BoxContent permits Sheet, SealedBallot, SealedScore {}
