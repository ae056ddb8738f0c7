package org.tablee.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tablee.example.ExampleTable;
import org.tablee.people.Door;
import org.tablee.people.Register;
import org.tablee.people.SessionId;
import org.tablee.people.Sessions;
import org.tablee.people.TableList;
import org.tablee.replay.Past;
import org.tablee.session.LiveTables;
import org.tablee.session.SessionLimits;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.wire.Requests;

/** The HTTP server: every route of the contract, and the web client's files. */
public final class WebServer {
  /** All headers of a request together, and its first line. */
  private static final int HEADER_BYTES_MAX = 16 * 1024;

  private static final int LINE_BYTES_MAX = 4 * 1024;

  /** Every path that the server knows is made of these; so nothing has to be decoded. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  /** What can be decoded; the library takes anything else for a fault of its own. */
  private static final Pattern QUERY = Pattern.compile("[^%]*+(?:%[0-9A-Fa-f]{2}[^%]*+)*+");

  private final Vertx vertx;
  private final Parts parts;
  private final @Nullable URI publicUrl;
  private final String client;
  private final Work work = new Work();
  private final Patience patience = new Patience();
  private @Nullable HttpServer server;

  /**
   * What the routes stand on.
   *
   * @param ended told where a session was ended
   */
  public record Parts(
      Door door,
      Sessions sessions,
      Register register,
      TableList tables,
      Past past,
      ExampleTable example,
      LiveTables live,
      Consumer<SessionId> ended,
      Readiness readiness,
      Meters meters) {}

  /**
   * @param publicUrl {@code null} where the server is reached from this machine alone
   * @param client the folder of the class path that holds the web client
   */
  public WebServer(Vertx vertx, Parts parts, @Nullable URI publicUrl, String client) {
    this.client = client;
    this.vertx = vertx;
    this.parts = parts;
    this.publicUrl = publicUrl;
    parts
        .meters()
        .gauge("tablee.http.connections", "open, live ones aside", patience, Patience::open);
    parts.meters().gauge("tablee.http.running", "requests that are worked on", work, Work::running);
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any that is free
   * @return where it is reached, as links begin
   */
  public Future<String> listen(String host, int port) {
    var options =
        SessionLimits.applyTo(new HttpServerOptions())
            .setHttp2ClearTextEnabled(false)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setMaxInitialLineLength(LINE_BYTES_MAX)
            .setDecompressionSupported(false)
            .setHandle100ContinueAutomatically(true);
    var web = WebClient.load(WebServer.class.getClassLoader(), client);
    // What is mounted depends on the port that is really taken; nobody is answered before.
    var ready = new AtomicReference<@Nullable Handler<HttpServerRequest>>();
    var listening =
        vertx
            .createHttpServer(options)
            .connectionHandler(patience::opened)
            .requestHandler(request -> {
              patience.asked(request);
              var router = ready.get();
              if (router == null) {
                request.response().setStatusCode(503).end();
              } else {
                router.handle(request);
              }
            });
    patience.watch(vertx);
    return listening
        .listen(port, host)
        .map(started -> {
          server = started;
          var address = new Address(publicUrl, started.actualPort());
          ready.set(requests(address, web));
          return address.base(null);
        });
  }

  /** Takes no more requests and lets those that run come to their end. */
  public Future<Void> close(Duration patience) {
    var running = server;
    return running == null ? Future.succeededFuture() : running.shutdown(patience);
  }

  /** Every request that is answered, as {@code GET /path/{variable}}; the client's files aside. */
  public List<String> known() {
    return Stream.concat(
            routes().stream().map(route -> route.method() + " " + route.path()),
            Stream.of(LiveRoute.PATH, Probes.LIVE, Probes.READY, Probes.METRICS)
                .map(path -> "GET " + path))
        .toList();
  }

  private List<Route> routes() {
    var sight = new Sight(parts.tables(), parts.door());
    var routes = new ArrayList<Route>();
    routes.addAll(
        new InvitationRoutes(
                parts.door(),
                parts.sessions(),
                parts.register(),
                parts.tables(),
                parts.ended()::accept)
            .routes());
    routes.addAll(
        new TableRoutes(parts.tables(), parts.door(), parts.past(), sight, parts.example())
            .routes());
    routes.addAll(ContractDocuments.routes());
    return routes;
  }

  private Handler<HttpServerRequest> requests(Address address, WebClient web) {
    var credentials = new Credentials(address, parts.sessions());
    var origins = new OriginCheck(address);
    var headers = new SecurityHeaders(address);
    var router = router(address, web, credentials, origins, headers);
    var sight = new Sight(parts.tables(), parts.door());
    var live = new LiveRoute(vertx, credentials, origins, sight, work, parts.live(), patience);
    return request -> {
      var path = request.path();
      var table = path == null ? null : LiveRoute.table(request.method(), path);
      if (table == null) {
        router.handle(request);
      } else {
        headers.putInto(request.response().headers());
        live.handle(request, table);
      }
    };
  }

  private Router router(
      Address address,
      WebClient web,
      Credentials credentials,
      OriginCheck origins,
      SecurityHeaders headers) {
    var router = Router.router(vertx);
    router
        .route()
        .handler(context -> {
          headers.putInto(context.response().headers());
          measure(context);
          var path = context.request().path();
          if (path == null || !PATH.matcher(path).matches()) {
            ApiHandler.refuse(context, new Refusal(RefusalCode.PATH_UNKNOWN));
          } else if (!isQuery(context.request().query())) {
            ApiHandler.refuse(context, new Refusal(RefusalCode.REQUEST_INVALID));
          } else {
            context.next();
          }
        });
    new Probes(parts.readiness(), parts.meters(), work).mount(router);
    routes().forEach(route -> mount(router, route, address, credentials, origins));
    routes().stream()
        .map(Route::pattern)
        .distinct()
        .forEach(
            pattern -> router.route(pattern).handler(context -> wrongMethod(context, pattern)));
    for (var other : List.of(LiveRoute.PATTERN, Probes.LIVE, Probes.READY, Probes.METRICS)) {
      router.route(other).handler(context -> wrongMethod(context, other));
    }
    router
        .route()
        .handler(context -> {
          var path = context.request().path();
          var isApi = path == null || path.startsWith("/api/") || path.equals("/api");
          if (isApi || !(web.answer(context) || web.answerLost(context))) {
            ApiHandler.refuse(context, new Refusal(RefusalCode.PATH_UNKNOWN));
          }
        });
    router.route().failureHandler(WebServer::failed);
    return router;
  }

  private void mount(
      Router router, Route route, Address address, Credentials credentials, OriginCheck origins) {
    var method = HttpMethod.valueOf(route.method());
    var answer = new ApiHandler(route, address, credentials, work, patience);
    if (method.equals(HttpMethod.GET)) {
      router.get(route.pattern()).method(HttpMethod.HEAD).handler(answer);
      return;
    }
    router
        .route(method, route.pattern())
        .handler(context -> {
          var request = context.request();
          if (!origins.mayChange(request, credentials.carried(request))) {
            ApiHandler.refuse(context, new Refusal(RefusalCode.ORIGIN_FOREIGN));
          } else if (!isJson(context)) {
            ApiHandler.refuse(context, new Refusal(RefusalCode.REQUEST_TYPE));
          } else {
            context.next();
          }
        });
    router
        .route(method, route.pattern())
        .handler(BodyHandler.create(false).setBodyLimit(Requests.BYTES_MAX))
        .handler(answer);
  }

  private static boolean isQuery(@Nullable String query) {
    return query == null || QUERY.matcher(query).matches();
  }

  /** A body is JSON, or there is none. Forms of other sites can send neither. */
  private static boolean isJson(RoutingContext context) {
    var headers = context.request().headers();
    var type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null) {
      return type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
    var length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        && (length == null || length.equals("0"));
  }

  private void wrongMethod(RoutingContext context, String pattern) {
    var allowed = new TreeSet<String>();
    for (var route : routes()) {
      if (route.pattern().equals(pattern)) {
        allowed.add(route.method());
      }
    }
    if (allowed.isEmpty()) {
      allowed.add("GET");
    }
    context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    ApiHandler.refuse(context, new Refusal(RefusalCode.METHOD_UNKNOWN));
  }

  private static void failed(RoutingContext context) {
    var fault = context.failure();
    var refusal =
        switch (context.statusCode()) {
          case 413 -> new Refusal(RefusalCode.REQUEST_SIZE);
          case 400, 404, 406, 415 -> new Refusal(RefusalCode.REQUEST_INVALID);
          default -> fault == null ? new Refusal(RefusalCode.SERVER_FAULT) : Refusals.of(fault);
        };
    ApiHandler.refuse(context, refusal);
  }

  private void measure(RoutingContext context) {
    long start = System.nanoTime();
    var _ =
        context.addEndHandler(_ -> {
          patience.answered(context.request());
          var route = context.currentRoute();
          var path = route == null ? null : route.getPath();
          parts
              .meters()
              .answered(context, path == null ? "other" : path, System.nanoTime() - start);
        });
  }
}
