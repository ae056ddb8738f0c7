package org.tablee.table;

import java.util.Arrays;
import java.util.Optional;

/** The catalogue of reasons. Codes are stable; clients choose their words by them. */
public enum RefusalCode {
  FRAME_INVALID("frame.invalid"),
  COMMAND_UNKNOWN("command.unknown"),
  COMMAND_INVALID("command.invalid"),
  COMMAND_STALE("command.stale"),
  RIGHTS_ROLE("rights.role"),
  RIGHTS_OWN("rights.own"),
  RIGHTS_RESULT("rights.result"),
  FRAME_UNACKNOWLEDGED("frame.unacknowledged"),
  FRAME_EMPTY("frame.empty"),
  PHASE_COLLEGES("phase.colleges"),
  TERM_LOCKED("term.locked"),
  LIST_CLOSED("list.closed"),
  LIST_FULL("list.full"),
  FINDING_MERGED("finding.merged"),
  RATING_CLOSED("rating.closed"),
  PROPOSAL_WITHDRAWN("proposal.withdrawn"),
  AMENDMENT_CLOSED("amendment.closed"),
  AMENDMENT_OUTDATED("amendment.outdated"),
  DISSENT_UNMANDATED("dissent.unmandated"),
  BOX_OTHER("box.other"),
  ROUND_CLOSED("round.closed"),
  ROUND_FEW("round.few"),
  VOTE_CLOSED("vote.closed"),
  VOTE_FEW("vote.few"),
  TEXT_UNKNOWN("text.unknown"),
  TEXT_LOCKED("text.locked"),
  TEXT_BASE("text.base"),
  TEXT_LENGTH("text.length"),
  TEXT_FORMAT("text.format"),
  TEXT_SIZE("text.size"),
  TEXT_CHARACTER("text.character"),
  RATE_LIMITED("rate.limited"),
  TABLE_FULL("table.full"),
  TABLE_READONLY("table.readonly"),
  STORE_UNAVAILABLE("store.unavailable"),
  INVITATION_UNKNOWN("invitation.unknown"),
  SESSION_UNKNOWN("session.unknown"),
  TABLE_UNKNOWN("table.unknown"),
  ORIGIN_FOREIGN("origin.foreign"),
  REQUEST_INVALID("request.invalid"),
  REQUEST_SIZE("request.size"),
  REQUEST_TYPE("request.type"),
  PATH_UNKNOWN("path.unknown"),
  METHOD_UNKNOWN("method.unknown"),
  SERVER_FAULT("server.fault");

  private final String code;

  RefusalCode(String code) {
    this.code = code;
  }

  /** The code on the wire. */
  public String code() {
    return code;
  }

  /** The reason of that code; empty where there is none. */
  public static Optional<RefusalCode> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /**
   * Whether the client gives up; else it keeps the command and sends it again (once the frame was
   * read, where that was missing).
   */
  public boolean isFinal() {
    return switch (this) {
      case RATE_LIMITED, STORE_UNAVAILABLE, TEXT_BASE, FRAME_UNACKNOWLEDGED -> false;
      default -> true;
    };
  }
}
