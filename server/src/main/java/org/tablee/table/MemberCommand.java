package org.tablee.table;

/** What a member may ask of their own seat. */
public sealed interface MemberCommand extends TableCommand.ByMember {
  /** Says in whose name one speaks from now on. */
  record TakeMandate(Mandate mandate) implements MemberCommand {}
}
