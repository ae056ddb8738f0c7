/**
 * Sealed boxes: what was handed in and nobody may see yet, beside the log and in no event of it.
 */
@NullMarked
package org.tablee.box;

import org.jspecify.annotations.NullMarked;
