/** What the table proposes: texts, amendments, everyone's position, maintained disagreements. */
@NullMarked
package org.tablee.table.proposal;

import org.jspecify.annotations.NullMarked;
