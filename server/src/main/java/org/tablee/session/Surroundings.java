package org.tablee.session;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.tablee.history.History;
import org.tablee.hosting.HostedTable;
import org.tablee.table.TableId;

/**
 * What every part of this room works with.
 *
 * @param hosts brings a table in; blocks, from virtual threads
 * @param nanos the monotonic clock of all limits and waits
 */
record Surroundings(
    Vertx vertx,
    Function<TableId, HostedTable> hosts,
    History history,
    People people,
    Neighbours neighbours,
    SessionLimits limits,
    InstantSource clock,
    LongSupplier nanos,
    Counters counters) {}
