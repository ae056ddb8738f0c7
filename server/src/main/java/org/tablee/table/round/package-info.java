/** Rounds: everyone writes, nobody sees until it is told. State and rules. */
@NullMarked
package org.tablee.table.round;

import org.jspecify.annotations.NullMarked;
