/** Frames, commands, events and states as JSON; turns untrusted text into commands. */
@NullMarked
package org.tablee.wire;

import org.jspecify.annotations.NullMarked;
