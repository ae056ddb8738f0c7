package org.tablee.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.http.Credentials.Carried;
import org.tablee.json.Json;
import org.tablee.people.Source;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

/** Answers one route: reads on the event loop, works on a virtual thread, writes on the loop. */
final class ApiHandler implements Handler<RoutingContext> {
  /** How long a client may take for a page of an answer before the line is cut. */
  private static final int PAGE_SECONDS_MAX = 60;

  private static final Logger log = LoggerFactory.getLogger(ApiHandler.class);

  private final Route route;
  private final Address address;
  private final Credentials credentials;
  private final Work work;
  private final Patience patience;

  ApiHandler(Route route, Address address, Credentials credentials, Work work, Patience patience) {
    this.route = route;
    this.address = address;
    this.credentials = credentials;
    this.work = work;
    this.patience = patience;
  }

  @Override
  public void handle(RoutingContext context) {
    var query = new HashMap<String, String>();
    for (var parameter : context.queryParams()) {
      if (query.put(parameter.getKey(), parameter.getValue()) != null) {
        refuse(context, Refusals.ofField(parameter.getKey()));
        return;
      }
    }
    var carried = credentials.carried(context.request());
    var body = context.body() == null ? null : context.body().buffer();
    var bytes = body == null ? new byte[0] : body.getBytes();
    var path = Map.copyOf(context.pathParams());
    var base = address.base(context.request().getHeader(HttpHeaders.HOST));
    var source = Source.of(context.request().remoteAddress().hostAddress());
    var loop = context.vertx().getOrCreateContext();
    var asked = new Asked(path, query, bytes, source, base);
    var isTaken = work.start(() -> answer(context, loop, carried, asked));
    if (!isTaken) {
      refuse(context, Work.BUSY);
    }
  }

  private record Asked(
      Map<String, String> path,
      Map<String, String> query,
      byte[] body,
      Source source,
      String base) {}

  private void answer(RoutingContext context, Context loop, Carried carried, Asked asked) {
    try {
      var held = credentials.presented(carried);
      var call =
          new Call(asked.path(), asked.query(), asked.body(), held, asked.source(), asked.base());
      switch (route.answer().apply(call)) {
        case Reply.Lines(var pages, var ended) -> {
          try {
            loop.runOnContext(_ -> patience.streams(context.request()));
            stream(context, loop, pages);
          } finally {
            ended.run();
          }
        }
        case Reply reply -> loop.runOnContext(_ -> send(context, reply));
      }
    } catch (RuntimeException e) {
      var refusal = Refusals.of(e);
      loop.runOnContext(_ -> refuse(context, refusal));
    }
  }

  private void send(RoutingContext context, Reply reply) {
    var response = context.response();
    if (response.closed()) {
      return;
    }
    switch (reply) {
      case Reply.Json(var status, var body, var cookie) -> {
        if (cookie != null) {
          credentials.keep(response, cookie);
        }
        response.setStatusCode(status);
        json(response, Json.writeUtf8(body));
      }
      case Reply.LoggedOut() -> {
        credentials.drop(response);
        response.setStatusCode(204).end();
      }
      case Reply.Done() -> response.setStatusCode(204).end();
      case Reply.Text(var type, var text) ->
          response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(text);
      case Reply.Lines _ -> throw new IllegalStateException("lines are streamed");
    }
  }

  /** Tells a reason, in the language of whoever asked. */
  static void refuse(RoutingContext context, Refusal refusal) {
    context.put(Meters.REFUSAL, refusal.code());
    refuse(context.request(), refusal);
  }

  /** As {@link #refuse(RoutingContext, Refusal)}, where no router is in between. */
  static void refuse(HttpServerRequest request, Refusal refusal) {
    var response = request.response();
    if (response.closed() || response.ended() || response.headWritten()) {
      return;
    }
    var locale = Refusals.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    response
        .setStatusCode(Refusals.status(refusal.code()))
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (refusal.code() == RefusalCode.SESSION_UNKNOWN) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    json(response, Json.writeUtf8(Refusals.json(refusal, locale)));
  }

  private static void json(HttpServerResponse response, byte[] body) {
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .end(Buffer.buffer(body));
  }

  /** Reads a page when the one before was taken: what waits in memory is one page. */
  private static void stream(
      RoutingContext context, Context loop, Supplier<Optional<byte[]>> pages) {
    // The first page is read before anything is written, so that a fault is still told as one.
    var page = pages.get();
    try {
      on(loop, () -> head(context));
      while (page.isPresent()) {
        var buffer = Buffer.buffer(page.get());
        on(loop, () -> context.response().write(buffer).toCompletionStage().toCompletableFuture());
        page = pages.get();
      }
      on(loop, () -> context.response().end().toCompletionStage().toCompletableFuture());
    } catch (ExecutionException | TimeoutException e) {
      log.debug("an answer was not taken to its end", e);
      loop.runOnContext(_ -> context.request().connection().close());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      var _ = Refusals.of(e);
      // Cut off: whoever reads must not take what came for the whole.
      loop.runOnContext(_ -> context.request().connection().close());
    }
  }

  private static CompletableFuture<?> head(RoutingContext context) {
    context
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson; charset=utf-8");
    return CompletableFuture.completedFuture(null);
  }

  private static void on(Context loop, Supplier<CompletableFuture<?>> step)
      throws ExecutionException, TimeoutException, InterruptedException {
    var done = new CompletableFuture<@org.jspecify.annotations.Nullable Object>();
    loop.runOnContext(_ ->
        step.get()
            .whenComplete((_, fault) -> {
              if (fault == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(fault);
              }
            }));
    var _ = done.get(PAGE_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
