/**
 * Faults, while people write: nodes as processes of their own, and a checker that trusts nobody.
 */
@NullMarked
package org.tablee.faults;

import org.jspecify.annotations.NullMarked;
