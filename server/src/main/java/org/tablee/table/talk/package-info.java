/** The talk about items: threads of comments, on an item or on a passage of its text. */
@NullMarked
package org.tablee.table.talk;

import org.jspecify.annotations.NullMarked;
