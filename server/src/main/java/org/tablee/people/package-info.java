/** Who may come in: invitations, participants, sessions; what names stand outside the log. */
@NullMarked
package org.tablee.people;

import org.jspecify.annotations.NullMarked;
