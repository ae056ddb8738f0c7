package org.tablee.table.challenge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.ParticipantId;
import org.tablee.table.Score;

/**
 * How much a challenge matters to one member.
 *
 * @param value {@code null} where they do not know
 */
public record Rated(ParticipantId by, @Nullable Score value, Instant at) {}
