package org.tablee.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.session.Guest;
import org.tablee.session.LiveTables;
import org.tablee.session.SessionLimits;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.TableId;

/** Lets a browser go live (protocol §3): who asks is known before the line is opened. */
final class LiveRoute {
  static final String PATH = "/api/tables/{id}/live";

  /** The path as Vert.x Web writes it. */
  static final String PATTERN = "/api/tables/:id/live";

  private static final Pattern WHOLE = Pattern.compile("/api/tables/([A-Za-z0-9_-]{1,64})/live");

  private static final Logger log = LoggerFactory.getLogger(LiveRoute.class);

  /** Who a socket belongs to. */
  private record Who(TableId table, Guest guest) {}

  private final Vertx vertx;
  private final Credentials credentials;
  private final OriginCheck origins;
  private final Sight sight;
  private final Work work;
  private final LiveTables live;
  private final Patience patience;

  LiveRoute(
      Vertx vertx,
      Credentials credentials,
      OriginCheck origins,
      Sight sight,
      Work work,
      LiveTables live,
      Patience patience) {
    this.vertx = vertx;
    this.credentials = credentials;
    this.origins = origins;
    this.sight = sight;
    this.work = work;
    this.live = live;
    this.patience = patience;
  }

  /** The table that a request wants to follow; {@code null} where it wants something else. */
  static @Nullable String table(HttpMethod method, String path) {
    var matcher = WHOLE.matcher(path);
    return method.equals(HttpMethod.GET) && matcher.matches() ? matcher.group(1) : null;
  }

  /**
   * Takes a request that no router has touched: what a router hands on hides the socket's own kind,
   * which the room below relies on.
   */
  void handle(HttpServerRequest request, String id) {
    var carried = credentials.carried(request);
    if (!origins.mayGoLive(request, carried)) {
      ApiHandler.refuse(request, new Refusal(RefusalCode.ORIGIN_FOREIGN));
      return;
    }
    var locale = Refusals.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var loop = vertx.getOrCreateContext();
    // Nothing of the new line may be read before it is opened.
    request.pause();
    var isTaken =
        work.start(() -> {
          try {
            var presented = credentials.presented(carried);
            if (presented == null) {
              throw new RefusedException(RefusalCode.SESSION_UNKNOWN);
            }
            var session = presented.session();
            var table = sight.table(session, id);
            var seated =
                sight
                    .you(session, table)
                    .orElseThrow(() -> new RefusedException(RefusalCode.RIGHTS_ROLE));
            var you = seated.json().and("presence", new JsonString(seated.presence().word()));
            var guest = new Guest(seated.id(), you, session.id().value(), locale);
            var who = new Who(table.id(), guest);
            loop.runOnContext(_ -> open(request, loop, who));
          } catch (RuntimeException e) {
            refuse(request, loop, Refusals.of(e));
          }
        });
    if (!isTaken) {
      refuse(request, loop, Work.BUSY);
    }
  }

  private void open(HttpServerRequest request, Context loop, Who who) {
    if (!asksForIt(request)) {
      refuse(request, loop, Refusals.ofField("Sec-WebSocket-Protocol"));
      return;
    }
    request
        .toWebSocket()
        .onSuccess(socket -> {
          patience.forget(request);
          live.accept(socket, who.table(), who.guest());
        })
        .onFailure(fault -> log.debug("a line was not opened", fault));
  }

  private boolean asksForIt(HttpServerRequest request) {
    var offered = request.getHeader("Sec-WebSocket-Protocol");
    return request.canUpgradeToWebSocket()
        && offered != null
        && Arrays.stream(offered.split(","))
            .anyMatch(one -> one.strip().equals(SessionLimits.SUBPROTOCOL));
  }

  private static void refuse(HttpServerRequest request, Context loop, Refusal refusal) {
    loop.runOnContext(_ -> {
      request.resume();
      ApiHandler.refuse(request, refusal);
    });
  }
}
