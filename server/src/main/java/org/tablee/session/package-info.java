/** One browser's socket: handshake, limits, presence, audience. */
@NullMarked
package org.tablee.session;

import org.jspecify.annotations.NullMarked;
