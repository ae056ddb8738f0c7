/**
 * What the table proposes: texts, amendments, everyone's position, maintained disagreements,
 * dissent within organisations.
 */
@NullMarked
package org.tablee.table.proposal;

import org.jspecify.annotations.NullMarked;
