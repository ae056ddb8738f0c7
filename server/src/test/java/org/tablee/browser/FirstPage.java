package org.tablee.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;

/**
 * Measures how soon a browser that was just started shows a page one can use: the home page and an
 * invitation, the median of three. A program, not a test: times depend on the machine.
 */
final class FirstPage {
  private static final int RUNS = 3;
  private static final int NANOS_A_MILLISECOND = 1_000_000;

  private FirstPage() {}

  public static void main(String[] args) {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server);
        var playwright = Chromium.playwright()) {
      var invitation = "/i#" + organiser.createTable("Bien vieillir").participant();
      for (var path : new String[] {"/", invitation}) {
        var times = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
          long start = System.nanoTime();
          try (var browser = Chromium.launch(playwright)) {
            long launched = System.nanoTime();
            show(browser, server.base() + path, path.equals("/"));
            times.add((System.nanoTime() - launched) / NANOS_A_MILLISECOND);
            System.out.printf(
                "%s: browser up after %d ms, page usable %d ms later%n",
                path.substring(0, Math.min(2, path.length())),
                (launched - start) / NANOS_A_MILLISECOND,
                times.getLast());
          }
        }
        times.sort(null);
        System.out.printf("median: %d ms%n", times.get(RUNS / 2));
      }
    }
  }

  private static void show(Browser browser, String url, boolean isHome) {
    var page = browser.newPage();
    var _ = page.navigate(url);
    if (isHome) {
      page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
    } else {
      page.getByRole(AriaRole.TEXTBOX).first().fill("Ana");
    }
  }
}
