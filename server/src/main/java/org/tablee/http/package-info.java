/** Routes, the web client's files, security headers, contract documents, health and metrics. */
@NullMarked
package org.tablee.http;

import org.jspecify.annotations.NullMarked;
