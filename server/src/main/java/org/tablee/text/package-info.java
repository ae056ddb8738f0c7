/** Rich text as Deltas: their algebra, and the rules of what a text at a table may hold. */
@NullMarked
package org.tablee.text;

import org.jspecify.annotations.NullMarked;
