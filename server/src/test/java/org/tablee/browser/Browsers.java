package org.tablee.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives tests people with browsers; what a browser complained of fails the test it was in. */
final class Browsers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Map<List<String>, Browser> started = new HashMap<>();
  private final List<Person> people = new ArrayList<>();
  private @org.jspecify.annotations.Nullable Playwright playwright;

  @Override
  public void beforeAll(ExtensionContext context) {
    playwright = Chromium.playwright();
  }

  /** Somebody with a desktop computer, in French. */
  Person person(ServerProcess server) {
    return person(server, Screen.DESKTOP);
  }

  Person person(ServerProcess server, Screen screen) {
    return open(server, screen, List.of());
  }

  /** Somebody whose way to the server leads through a port of its own. */
  Person personBehind(ServerProcess server, int port) {
    return personBehind(server, Screen.DESKTOP, port);
  }

  Person personBehind(ServerProcess server, Screen screen, int port) {
    return open(server, screen, List.of("--host-resolver-rules=MAP localhost 127.0.0.1:" + port));
  }

  private Person open(ServerProcess server, Screen screen, List<String> arguments) {
    var browser =
        started.computeIfAbsent(
            arguments,
            more ->
                Chromium.launch(
                    java.util.Objects.requireNonNull(playwright), more.toArray(String[]::new)));
    var person = new Person(browser.newContext(screen.options()), server.base(), screen);
    people.add(person);
    return person;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var complaints = people.stream().flatMap(person -> person.complaints().stream()).toList();
    people.forEach(Person::close);
    people.clear();
    if (!complaints.isEmpty()) {
      throw new AssertionError("a browser complained:\n" + String.join("\n", complaints));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    started.values().forEach(Browser::close);
    started.clear();
    if (playwright != null) {
      playwright.close();
    }
  }
}
