package org.tablee.http;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.DamagedHistoryException;
import org.tablee.hosting.UnknownTableException;
import org.tablee.json.JsonObject;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.wire.Messages;
import org.tablee.wire.ServerFrames;

/** Refusals as HTTP tells them: a status and {@code {"code","message","params"}}. */
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  static int status(RefusalCode code) {
    return switch (code) {
      case SESSION_UNKNOWN -> 401;
      case RIGHTS_ROLE, RIGHTS_OWN, RIGHTS_RESULT, ORIGIN_FOREIGN -> 403;
      case INVITATION_UNKNOWN, TABLE_UNKNOWN, PATH_UNKNOWN, TEXT_UNKNOWN -> 404;
      case METHOD_UNKNOWN -> 405;
      case FINDING_MERGED, RATING_CLOSED -> 409;
      case FRAME_UNACKNOWLEDGED, FRAME_EMPTY, PHASE_COLLEGES, TERM_LOCKED -> 409;
      case BOX_OTHER, ROUND_CLOSED, ROUND_FEW -> 409;
      case VOTE_CLOSED, VOTE_FEW -> 409;
      case LIST_CLOSED, LIST_FULL, TABLE_FULL, TABLE_READONLY, TEXT_LOCKED, COMMAND_STALE -> 409;
      case PROPOSAL_WITHDRAWN, AMENDMENT_CLOSED, AMENDMENT_OUTDATED, DISSENT_UNMANDATED -> 409;
      case REQUEST_SIZE -> 413;
      case REQUEST_TYPE -> 415;
      case RATE_LIMITED -> 429;
      case SERVER_FAULT -> 500;
      case STORE_UNAVAILABLE -> 503;
      case FRAME_INVALID, COMMAND_UNKNOWN, COMMAND_INVALID, REQUEST_INVALID -> 400;
      case TEXT_BASE, TEXT_LENGTH, TEXT_FORMAT, TEXT_SIZE, TEXT_CHARACTER -> 400;
    };
  }

  /** The language of an {@code Accept-Language}; our first where it is not sent. */
  static Locale locale(@Nullable String accepted) {
    return Messages.pick(Objects.requireNonNullElse(accepted, ""));
  }

  static JsonObject json(Refusal refusal, Locale locale) {
    return JsonObject.with()
        .field("code", refusal.code().code())
        .field("message", Messages.of(refusal, locale))
        .field("params", ServerFrames.params(refusal))
        .build();
  }

  static Refusal ofField(String field) {
    return new Refusal(RefusalCode.REQUEST_INVALID, Map.of("field", field));
  }

  /** What a fault is told as; whatever is not foreseen is logged here, once, with its cause. */
  static Refusal of(Throwable fault) {
    return switch (fault) {
      case RefusedException refused -> refused.refusal();
      case UnknownTableException _ -> new Refusal(RefusalCode.TABLE_UNKNOWN);
      case StoreUnavailableException e -> {
        log.warn("the store does not answer", e);
        yield new Refusal(RefusalCode.STORE_UNAVAILABLE);
      }
      case DamagedHistoryException e -> {
        // Its cause was logged where the table was opened; whoever reloads the page adds a line.
        log.warn("a request met a history that does not verify: {}", e.getMessage());
        yield e.refusal();
      }
      default -> {
        log.error("a request failed", fault);
        yield new Refusal(RefusalCode.SERVER_FAULT);
      }
    };
  }
}
