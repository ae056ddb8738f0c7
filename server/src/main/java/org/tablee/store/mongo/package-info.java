/**
 * The production store: documents in MongoDB, in the journals of a majority before they are done.
 */
@NullMarked
package org.tablee.store.mongo;

import org.jspecify.annotations.NullMarked;
