package org.tablee.table.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;

/** Who closed an amendment or lifted a disagreement, when, and why where it was said. */
public record Answer(ParticipantId by, Instant at, @Nullable Line reason) {}
