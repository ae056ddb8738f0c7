/** The challenges: findings gathered under a theme, and how much it matters to whom. */
@NullMarked
package org.tablee.table.challenge;

import org.jspecify.annotations.NullMarked;
