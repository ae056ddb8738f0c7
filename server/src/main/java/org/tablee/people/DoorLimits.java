package org.tablee.people;

/**
 * How many come in; 0 is no limit.
 *
 * @param members of a table
 * @param observers of a table
 * @param acceptsPerMinute of an invitation
 */
public record DoorLimits(int members, int observers, int acceptsPerMinute) {}
