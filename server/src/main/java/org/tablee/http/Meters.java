package org.tablee.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.tablee.table.RefusalCode;

/** What the server counts of itself, as Prometheus reads it. No ids and no names. */
public final class Meters implements AutoCloseable {
  /** Where a request's context keeps the reason it was refused for. */
  static final String REFUSAL = "refusal";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** A value as it is now. */
  public <T> void gauge(String name, String what, T source, ToDoubleFunction<T> value) {
    Gauge.builder(name, source, value).description(what).strongReference(true).register(registry);
  }

  /** A value that only grows. */
  public <T> void counter(String name, String what, T source, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, source, value).description(what).register(registry);
  }

  /** One request was answered. */
  void answered(RoutingContext context, String route, long nanos) {
    var method = context.request().method().name();
    registry
        .timer(
            "tablee.http.requests",
            "method",
            KNOWN.contains(method) ? method : "other",
            "route",
            route,
            "status",
            Integer.toString(context.response().getStatusCode()))
        .record(Duration.ofNanos(nanos));
    if (context.get(REFUSAL) instanceof RefusalCode code) {
      registry.counter("tablee.http.refusals", "code", code.code()).increment();
    }
  }

  private static final java.util.Set<String> KNOWN =
      java.util.Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** All of it as Prometheus text. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
