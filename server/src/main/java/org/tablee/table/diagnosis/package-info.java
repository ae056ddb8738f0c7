/** The shared diagnosis: findings, their order and their rules. */
@NullMarked
package org.tablee.table.diagnosis;

import org.jspecify.annotations.NullMarked;
