package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How much a browser has to fetch. Counted as it comes behind TLS, and to a browser on the server's
 * own machine: in Brotli. By plain HTTP, in a room without a certificate, it comes in gzip, which
 * makes some 4 kB more of the page of an invitation, and an eighth more of the whole.
 *
 * <p>The whole is what one person's browser can ever come to fetch for all pages in one language:
 * every script but those in the folders of other languages. It is counted for each language, and
 * the largest is held to: so whatever is put into such a folder, words or not, counts for those who
 * read that language. That nobody fetches from another one's, {@link ChangingLanguageTest} sees.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class ClientSizeTest {
  private static final Path BUILT = Path.of("..", "web-client", "dist");
  private static final int KILOBYTE = 1000;

  @RegisterExtension static final Browsers browsers = new Browsers();

  @Test
  void the_whole_script_in_one_language_is_under_250_kB_compressed() throws IOException {
    var assets = BUILT.resolve("assets");
    var sizes = new HashMap<Path, Integer>();
    try (var files = Files.walk(BUILT)) {
      for (var file : files.filter(one -> one.toString().endsWith(".js.br")).toList()) {
        sizes.put(file, Math.toIntExact(Files.size(file)));
      }
    }
    var languages = List.of(assets.resolve("fr"), assets.resolve("en"));
    for (var language : languages) {
      var others = languages.stream().filter(one -> !one.equals(language)).toList();
      var whole = new HashMap<>(sizes);
      whole.keySet().removeIf(file -> others.stream().anyMatch(file::startsWith));
      assertThat(whole.keySet()).as("words").anyMatch(file -> file.startsWith(language));
      assertThat(sum(whole)).as("%s", language).isLessThan(250 * KILOBYTE);
    }
  }

  @Test
  void the_page_of_an_invitation_is_under_60_kB_with_its_fonts_icon_and_answers() throws Exception {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var secret = organiser.createTable("Bien vieillir à l’Île-Tudy").participant();
      var ana = browsers.person(server);
      var answers = new ArrayList<Response>();
      ana.page().onResponse(answers::add);

      ana.open("/i#" + secret);
      assertThat(new WayIn(ana).button("join_go")).isVisible();
      ana.page().waitForFunction("() => document.fonts.status === 'loaded'");
      ana.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

      var sizes = new LinkedHashMap<String, Integer>();
      // A browser without a screen shows no icon, and so asks for none.
      sizes.put("/favicon.svg", fetched(URI.create(server.base() + "/favicon.svg")));
      for (var answer : answers) {
        var address = URI.create(answer.url().split("#", 2)[0]);
        var isFile = answer.request().method().equals("GET") && answer.ok();
        sizes.put(address.getPath(), isFile ? fetched(address) : answer.body().length);
      }
      assertThat(sizes.keySet())
          .as("fonts are among what is counted")
          .filteredOn(path -> path.endsWith(".woff2"))
          .hasSize(2);
      assertThat(sizes.keySet()).anyMatch(path -> path.endsWith(".js"));
      assertThat(sum(sizes)).as("%s", sizes).isLessThan(60 * KILOBYTE);
    }
  }

  private static int sum(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToInt(size -> size).sum();
  }

  /** The bytes of a file as the server sends them to this very browser. */
  private static int fetched(URI address) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip, deflate, br").build();
      return http.send(request, BodyHandlers.ofByteArray()).body().length;
    }
  }
}
