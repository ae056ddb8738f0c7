package org.tablee.table.proposal;

import java.time.Instant;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;

/** What is not unanimous within the organisation in whose name a member speaks. */
public record Dissent(ParticipantId by, Line dissent, Instant at) {}
