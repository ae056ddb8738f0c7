package org.tablee.people;

import org.jspecify.annotations.Nullable;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;

/** Somebody who runs the installation, at no table yet. */
public record Organiser(ParticipantId id, Line name, @Nullable Line organisation) {}
