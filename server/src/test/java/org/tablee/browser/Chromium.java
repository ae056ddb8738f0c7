package org.tablee.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, put there where it is missing and may be. */
final class Chromium {
  private static final String WHAT_TO_DO =
      "no Chromium found: install it (on Debian: apt-get install chromium), or name its program in"
          + " the variable CHROMIUM";

  private static @Nullable Path executable;

  private Chromium() {}

  /** Playwright that takes the browser at hand and fetches none. */
  static Playwright playwright() {
    executable();
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Starts one that speaks to nobody but the pages it is sent to. */
  static Browser launch(Playwright playwright, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--no-first-run"));
    if (isRoot()) {
      arguments.add("--no-sandbox");
    }
    arguments.addAll(List.of(more));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setArgs(arguments)
                .setHeadless(true));
  }

  private static synchronized Path executable() {
    var found = executable;
    if (found == null) {
      found = find();
      if (found == null && mayInstall()) {
        install();
        found = find();
      }
      if (found == null) {
        throw new AssertionError(WHAT_TO_DO);
      }
      executable = found;
    }
    return found;
  }

  private static @Nullable Path find() {
    var named = System.getenv("CHROMIUM");
    if (named != null && !named.isBlank()) {
      var program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new AssertionError("CHROMIUM names no program: " + named);
      }
      return program;
    }
    var folders = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"));
    return Stream.concat(Stream.of("/usr/bin"), folders)
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static boolean mayInstall() {
    return isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void install() {
    System.err.println("no Chromium found: installing the package chromium");
    run("apt-get", "-q", "update");
    run("apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium");
  }

  private static void run(String... command) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      var process = builder.start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new AssertionError(
            WHAT_TO_DO + " (" + String.join(" ", command) + " failed)\n" + said);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(WHAT_TO_DO, e);
    }
  }
}
