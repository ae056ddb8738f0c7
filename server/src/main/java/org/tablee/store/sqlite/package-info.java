/** The embedded store: one SQLite file, one process at a time, every commit synced to disk. */
@NullMarked
package org.tablee.store.sqlite;

import org.jspecify.annotations.NullMarked;
