package org.tablee.session;

/**
 * This node's live connections in numbers.
 *
 * @param connections open now
 * @param tables with a connection now; the rest counts from the start of the node
 */
public record LiveCounts(
    long connections,
    long tables,
    long framesRead,
    long framesBroken,
    long framesSent,
    long bytesSent,
    long commandsAsked,
    long commandsRefused,
    long welcomesWithState,
    long welcomesWithCommits,
    long closedAsSlow) {}
