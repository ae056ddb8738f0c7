/** Documents in named collections: the one port that everything durable stands on. */
@NullMarked
package org.tablee.store;

import org.jspecify.annotations.NullMarked;
