/** The whole thing, end to end: a real server, real browsers, and what people do with them. */
@NullMarked
package org.tablee.browser;

import org.jspecify.annotations.NullMarked;
