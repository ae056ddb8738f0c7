package org.tablee.table;

/** A group of stakeholders of a table. */
public record College(CollegeId id, Line name) {}
