package org.tablee.table.diagnosis;

import org.jspecify.annotations.Nullable;
import org.tablee.table.Line;
import org.tablee.table.SourceLink;
import org.tablee.table.SourceNature;

/**
 * Where a finding is known from.
 *
 * @param nature {@code null} where it was not said
 * @param link {@code null} where there is none
 */
public record Source(Line words, @Nullable SourceNature nature, @Nullable SourceLink link) {}
