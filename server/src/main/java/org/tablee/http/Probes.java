package org.tablee.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.tablee.json.JsonObject;

/** What watches the server asks for (protocol §6); answered without the store. */
final class Probes {
  /** A loop that does not turn within this is stuck. */
  private static final long TURN_MILLIS_MAX = 800;

  private final Readiness readiness;
  private final Meters meters;
  private final Work work;

  Probes(Readiness readiness, Meters meters, Work work) {
    this.readiness = readiness;
    this.meters = meters;
    this.work = work;
  }

  void mount(Router router) {
    router.get(LIVE).handler(this::live);
    router.get(READY).handler(context -> tell(context, "ready", readiness.isReady()));
    router.get(METRICS).handler(this::metrics);
  }

  static final String LIVE = "/health/live";
  static final String READY = "/health/ready";
  static final String METRICS = "/metrics";

  /** From this event loop to a virtual thread and back. */
  private void live(RoutingContext context) {
    var loop = context.vertx().getOrCreateContext();
    var timer = context.vertx().setTimer(TURN_MILLIS_MAX, _ -> tell(context, "live", false));
    var isTaken =
        work.start(() ->
            loop.runOnContext(_ -> {
              if (context.vertx().cancelTimer(timer)) {
                tell(context, "live", true);
              }
            }));
    if (!isTaken && context.vertx().cancelTimer(timer)) {
      // So much is being worked on that the loops must be turning.
      tell(context, "live", true);
    }
  }

  private void metrics(RoutingContext context) {
    var loop = context.vertx().getOrCreateContext();
    var isTaken =
        work.start(() -> {
          var text = meters.text();
          loop.runOnContext(_ ->
              context
                  .response()
                  .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                  .end(text));
        });
    if (!isTaken) {
      ApiHandler.refuse(context, Work.BUSY);
    }
  }

  private static void tell(RoutingContext context, String name, boolean is) {
    context
        .response()
        .setStatusCode(is ? 200 : 503)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(JsonObject.with().field(name, is).build().toString());
  }
}
