/**
 * People who type all at once: measures a server as its members meet it, and checks what it says.
 */
@NullMarked
package org.tablee.load;

import org.jspecify.annotations.NullMarked;
