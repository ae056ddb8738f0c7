/** Consultative votes: everyone's ballot waits in a sealed box, and counts are told at once. */
@NullMarked
package org.tablee.table.vote;

import org.jspecify.annotations.NullMarked;
