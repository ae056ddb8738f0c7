/** The commits and snapshots of a table, and the hash chain that proves them. */
@NullMarked
package org.tablee.history;

import org.jspecify.annotations.NullMarked;
