package org.tablee;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Listens to all that is logged while a test runs; one that logs an error has failed. */
public final class QuietLog implements BeforeEachCallback, AfterEachCallback {
  private final List<ILoggingEvent> events = new ArrayList<>();
  private final Listener listener = new Listener();

  @Override
  public void beforeEach(ExtensionContext context) {
    synchronized (events) {
      events.clear();
    }
    listener.start();
    root().addAppender(listener);
    // As a server runs, not as tests are read.
    ours().setLevel(Level.INFO);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    root().detachAppender(listener);
    ours().setLevel(null);
    assertThat(errors()).isEmpty();
  }

  /** What was logged at the level of an error. */
  public List<String> errors() {
    synchronized (events) {
      return events.stream()
          .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
          .map(QuietLog::words)
          .toList();
    }
  }

  /** All that was logged. */
  public List<String> lines() {
    synchronized (events) {
      return events.stream().map(QuietLog::words).toList();
    }
  }

  private static String words(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("org.tablee");
  }

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      synchronized (events) {
        events.add(event);
      }
    }
  }
}
