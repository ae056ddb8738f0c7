package org.tablee.table;

/** One of the things between which a vote lets choose. */
public record VoteOption(OptionId id, Line title) {}
