/** A table to look at: people of a town write a shared diagnosis, by the commands of everyone. */
@NullMarked
package org.tablee.example;

import org.jspecify.annotations.NullMarked;
