/** Reads the past of a table: its state at any commit, and the commits with their proofs. */
@NullMarked
package org.tablee.replay;

import org.jspecify.annotations.NullMarked;
