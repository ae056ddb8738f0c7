package org.tablee.load;

import java.util.List;

/**
 * What people writing together measured.
 *
 * @param edits all that were written, warm-up included
 * @param pauses of the server's garbage collector after the warm-up, in milliseconds
 */
record Written(List<Repetition> repetitions, long edits, List<Double> pauses) {}
