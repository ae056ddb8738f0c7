/** The loop of a hosted table: decides, has it stored, then announces. */
@NullMarked
package org.tablee.hosting;

import org.jspecify.annotations.NullMarked;
