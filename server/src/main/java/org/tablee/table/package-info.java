/** The rules of a table: commands, events, the state that events fold into, and refusals. Pure. */
@NullMarked
package org.tablee.table;

import org.jspecify.annotations.NullMarked;
