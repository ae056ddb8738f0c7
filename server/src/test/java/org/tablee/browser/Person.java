package org.tablee.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody's browser with one tab open, and all that it complained of. */
final class Person implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;

  private final BrowserContext context;
  private final String base;
  private final Words words;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private Page page;

  Person(BrowserContext context, String base, Screen screen) {
    this.context = context;
    this.base = base;
    this.words = screen.words();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(this::told);
    context.onWebError(error -> complaints.add(error.error()));
    context.onRequest(request -> {
      var host = URI.create(request.url().split("[?#]", 2)[0]).getAuthority();
      if (request.url().startsWith("http") && !base.endsWith("//" + host)) {
        complaints.add("asked another host: " + request.url());
      }
    });
    page = context.newPage();
  }

  private void told(ConsoleMessage message) {
    if (!message.type().equals("error") && !message.type().equals("warning")) {
      return;
    }
    var line = message.text() + " at " + message.location();
    // Whether one is known is asked on arrival; that one is not is an answer, no fault.
    var isQuestion = message.location().contains("/api/session") && line.contains("401");
    if (!isQuestion && expected.stream().noneMatch(line::contains)) {
      complaints.add(line);
    }
  }

  /** What the browser itself may say of an answer or a line that this test spoils on purpose. */
  Person mayMeet(String... complaint) {
    expected.addAll(List.of(complaint));
    return this;
  }

  /** May be without the server for a while. */
  Person mayLoseTheServer() {
    return mayMeet("net::ERR_", "WebSocket connection to");
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Words words() {
    return words;
  }

  List<String> complaints() {
    return complaints;
  }

  void open(String path) {
    var _ = page.navigate(base + path);
  }

  /** Closes the tab, and has another empty one. */
  void closeTab() {
    var old = page;
    page = context.newPage();
    old.close();
  }

  /** Takes a seat without the form, and opens the table. */
  TablePage sit(Organiser.Invited invited, String seat, String name) {
    var answer =
        context
            .request()
            .post(
                base + "/api/invitations/accept",
                RequestOptions.create()
                    .setData(
                        Map.of("secret", invited.secret(seat), "name", name, "presence", "room")));
    if (!answer.ok()) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return openTable(invited.table());
  }

  /** Where findings are, whatever the table's phase. */
  TablePage openTable(String table) {
    open("/t/" + table + "/diagnosis");
    var shown = new TablePage(this);
    shown.isSaved();
    return shown;
  }

  @Override
  public void close() {
    context.close();
  }
}
