/** JSON as values: what is stored, sent and hashed, read strictly from untrusted text. */
@NullMarked
package org.tablee.json;

import org.jspecify.annotations.NullMarked;
