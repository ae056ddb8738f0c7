package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How much a browser has to fetch, from the files as they are built. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientSizeTest {
  private static final Path BUILT = Path.of("..", "web-client", "dist");
  private static final int KILOBYTE = 1000;

  /** A file that is asked for from within another, whether at once or when it is needed. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+\\.(?:js|css)");

  /** What a module needs before it runs. */
  private static final Pattern NEEDED =
      Pattern.compile("(?:from|import)\\s*[\"']\\./([A-Za-z0-9_-]+\\.js)[\"']");

  @Test
  void the_whole_script_is_under_250_kB_compressed() throws IOException {
    int sum = 0;
    for (var file : files().values()) {
      if (file.toString().endsWith(".js")) {
        sum += compressed(file);
      }
    }
    assertThat(sum).isPositive().isLessThan(250 * KILOBYTE);
  }

  @Test
  void the_page_of_an_invitation_is_under_60_kB_compressed_fonts_apart() throws IOException {
    var files = files();
    var join =
        files.keySet().stream().filter(name -> name.startsWith("Join-") && name.endsWith(".js"));
    var wanted = new ArrayDeque<>(join.toList());
    assertThat(wanted).hasSize(1);
    var index = Files.readString(BUILT.resolve("index.html"));
    wanted.addAll(FILE.matcher(index).results().map(found -> found.group()).toList());
    // What the page's styles are called only the loader in the entry knows: those that share a
    // name.
    files.keySet().stream().filter(name -> name.startsWith("Join-")).forEach(wanted::add);
    Set<String> fetched = new HashSet<>();
    int sum = compressed(BUILT.resolve("index.html"));
    while (!wanted.isEmpty()) {
      var name = wanted.remove();
      var file = files.get(name);
      if (file != null && fetched.add(name)) {
        sum += compressed(file);
        if (name.endsWith(".js")) {
          wanted.addAll(
              NEEDED
                  .matcher(Files.readString(file))
                  .results()
                  .map(found -> found.group(1))
                  .toList());
        }
      }
    }
    assertThat(fetched).hasSizeGreaterThan(3);
    assertThat(sum).isLessThan(60 * KILOBYTE);
  }

  private static Map<String, Path> files() throws IOException {
    var files = new HashMap<String, Path>();
    try (var list = Files.list(BUILT.resolve("assets"))) {
      list.forEach(file -> files.put(file.getFileName().toString(), file));
    }
    return files;
  }

  private static int compressed(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      Files.copy(file, gzip);
    }
    return bytes.size();
  }
}
