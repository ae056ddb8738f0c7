/** What a table agreed before it starts: its phases, and which of its lists are open. */
@NullMarked
package org.tablee.table.frame;

import org.jspecify.annotations.NullMarked;
