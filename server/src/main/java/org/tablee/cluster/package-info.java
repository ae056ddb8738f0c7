/** Who hosts what, and the way to a host on another node. */
@NullMarked
package org.tablee.cluster;

import org.jspecify.annotations.NullMarked;
