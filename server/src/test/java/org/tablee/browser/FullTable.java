package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tablee.browser.Organiser.Admitted;
import org.tablee.browser.Organiser.Invited;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;

/**
 * Fills a table as months of work would, and measures in a browser how soon it is there and what
 * each letter typed in it costs. A program, not a test: times depend on the machine.
 */
final class FullTable implements AutoCloseable {
  /** How much there is at a table. */
  record Size(int members, int findings, int challenges, int proposals, int comments) {}

  static final Size FULL = new Size(150, 300, 40, 60, 2_000);

  /** Times of one run, in milliseconds. */
  record Measured(
      double welcome, double shown, List<Double> scripting, List<Double> scriptingAmongOthers) {}

  private static final int KEYS = 200;
  private static final int RUNS = 3;
  private static final double NANOS_A_MILLISECOND = 1e6;
  private static final double MILLIS_A_SECOND = 1_000;
  private static final int WRITERS = 10;
  private static final int WRITE_EVERY_MILLIS = 250;
  private static final int KEY_EVERY_MILLIS = 60;
  private static final int AUTHORS = 12;
  private static final int POSITIONS = 4;
  private static final List<String> SEATS =
      List.of("administration", "organisations", "usagers", "habitants");
  private static final List<String> KINDS =
      List.of("need", "resource", "strength", "weakness", "actor", "question");
  private static final List<String> WORDS =
      List.of("navette", "aînés", "quartier", "ombre", "répit", "aidant", "maintien à domicile");
  private static final String SENTENCE =
      "Le mardi, la navette s’arrête à treize heures et les aînés du quartier attendent à l’ombre."
          + " ";

  private final Size size;
  private final ServerProcess server;
  private final Organiser organiser;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Invited invited;
  private final List<Filler> members = new ArrayList<>();
  private volatile boolean othersWrite;

  FullTable(Size size) {
    this.size = size;
    server =
        ServerProcess.start(
            Map.of(
                "TABLEE_COMMANDS_PER_SECOND", "0",
                "TABLEE_TABLE_COMMANDS_PER_SECOND", "0",
                "TABLEE_ACCEPTS_PER_MINUTE", "1000000"));
    organiser = new Organiser(server);
    invited = organiser.createTable("Bien vieillir au quartier du Port");
  }

  /**
   * Measures and tells.
   *
   * @param args how many keys to press in each half of a run; 200 where nothing is said
   */
  public static void main(String[] args) {
    int keys = args.length > 0 ? Integer.parseInt(args[0]) : KEYS;
    try (var table = new FullTable(FULL);
        var playwright = Chromium.playwright()) {
      table.fill();
      var runs = new ArrayList<Measured>();
      for (int run = 0; run < RUNS; run++) {
        runs.add(table.measure(playwright, "run " + run, keys));
        System.out.println(runs.getLast());
      }
      System.out.printf(Locale.ROOT, "%s, %d keys a run, medians of %d runs%n", FULL, keys, RUNS);
      tell("join to welcome received", runs.stream().map(Measured::welcome).toList());
      tell("navigation to findings shown", runs.stream().map(Measured::shown).toList());
      for (var share : new double[] {0.5, 0.95, 1}) {
        tell(
            "scripting a key, p%.0f, alone".formatted(share * 100),
            runs.stream().map(run -> part(run.scripting(), share)).toList());
        tell(
            "scripting a key, p%.0f, ten others write".formatted(share * 100),
            runs.stream().map(run -> part(run.scriptingAmongOthers(), share)).toList());
      }
    }
  }

  private static void tell(String what, List<Double> times) {
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f ms (%.1f to %.1f)%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast());
  }

  private static double part(List<Double> times, double share) {
    var sorted = times.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  /** Writes it all, through some of the members; then the others come as well, and all stay. */
  void fill() {
    var admitted = new ArrayList<Admitted>();
    for (int place = 0; place < size.members(); place++) {
      var seat = place == 0 ? "facilitator" : SEATS.get(place % SEATS.size());
      admitted.add(organiser.accept(invited.secret(seat), "Membre " + place));
    }
    admitted.stream().limit(AUTHORS).forEach(this::come);
    each(size.findings(), this::addFinding);
    each(WORDS.size(), this::addWord);
    settle();
    each(size.challenges(), this::addChallenge);
    each(size.proposals(), this::addProposal);
    settle();
    each(size.comments(), this::addComment);
    each(size.proposals() * POSITIONS, this::takePosition);
    settle();
    admitted.stream().skip(AUTHORS).forEach(this::come);
  }

  private void come(Admitted who) {
    var client = "membre-%03d-tab".formatted(members.size());
    members.add(new Filler(http, server, invited.table(), who, client));
  }

  private void addFinding(int at) {
    var author = author(at);
    author.ask(
        command("AddFinding")
            .field("finding", "f" + at)
            .field("kind", KINDS.get(at % KINDS.size()))
            .field("title", titleOf("f" + at)));
    author.write("f" + at, SENTENCE.repeat(1 + at % 5));
  }

  private void addWord(int at) {
    author(at).ask(command("AddWord").field("word", "w" + at).field("written", WORDS.get(at)));
  }

  /** One of its findings in so many of all. */
  private void addChallenge(int at) {
    var gathered =
        IntStream.range(0, size.findings())
            .filter(finding -> finding % size.challenges() == at)
            .mapToObj(finding -> new JsonString("f" + finding))
            .toList();
    var facilitator = members.getFirst();
    facilitator.ask(
        command("AddChallenge").field("challenge", "c" + at).field("title", titleOf("c" + at)));
    facilitator.ask(
        command("GatherFindings").field("challenge", "c" + at).field("findings", gathered));
  }

  private void addProposal(int at) {
    var author = author(at);
    author.ask(
        command("AddProposal").field("proposal", "p" + at).field("title", titleOf("p" + at)));
    author.write("p" + at, SENTENCE.repeat(4 + at % 5));
    author.ask(
        command("LinkProposal")
            .field("proposal", "p" + at)
            .field("item", "f" + at % size.findings()));
  }

  /** Most on findings, every third on a passage. */
  private void addComment(int at) {
    var author = author(at);
    var comment =
        command("AddComment")
            .field("comment", "k" + at)
            .field("on", at % 5 == 0 ? "p" + at % size.proposals() : "f" + at % size.findings())
            .field("words", "Remarque n° %d sur ce point".formatted(at));
    if (at % 3 == 0) {
      comment.field(
          "anchor",
          JsonObject.with()
              .field("base", author.seq())
              .field("index", at % 40)
              .field("length", 5 + at % 20)
              .build());
    }
    author.ask(comment);
  }

  private void takePosition(int at) {
    var author = author(at + at / size.proposals());
    author.ask(
        command("TakePosition")
            .field("proposal", "p" + at % size.proposals())
            .field("position", at % 2 == 0 ? "support" : "accept")
            .field("seen", author.seq()));
  }

  private static JsonObject.Builder command(String type) {
    return JsonObject.with().field("type", type);
  }

  private static void each(int count, IntConsumer does) {
    IntStream.range(0, count).forEach(does);
  }

  /** Every member in turn. */
  private Filler author(int at) {
    return members.get(at % members.size());
  }

  private static String titleOf(String item) {
    return "La navette s’arrête trop tôt (" + item + ")";
  }

  private void settle() {
    members.forEach(Filler::settle);
    long last = members.stream().mapToLong(Filler::seq).max().orElseThrow();
    members.forEach(member -> member.settle(last));
  }

  /** One person in a browser that was just started, the others connected. */
  Measured measure(Playwright playwright, String name, int keys) {
    try (var browser = Chromium.launch(playwright);
        var person =
            new Person(
                browser.newContext(Screen.DESKTOP.options()), server.base(), Screen.DESKTOP)) {
      var times = new Welcome();
      person.page().onWebSocket(times::watch);
      // The first visit fetches the page's files; what is measured is a return to the table.
      var page = person.sit(invited, "usagers", name);
      long before = System.nanoTime();
      person.open("/t/" + invited.table() + "/diagnosis");
      page.card(titleOf("f0")).waitFor();
      var shown = (System.nanoTime() - before) / NANOS_A_MILLISECOND;
      assertThat(page.page().locator(".row-of")).hasCount(size.findings());
      page.isSaved();
      var title = titleOf("f" + size.findings() / 2);
      page.write(title);
      var alone = type(page.page(), keys);
      othersWrite = true;
      var others = Thread.ofVirtual().start(this::writeElsewhere);
      var amongOthers = type(page.page(), keys);
      othersWrite = false;
      others.join();
      settle();
      return new Measured(times.millis(), shown, alone, amongOthers);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Ten others, each in a text of their own, four times a second. */
  private void writeElsewhere() {
    try {
      while (othersWrite) {
        for (int writer = 1; writer <= Math.min(WRITERS, members.size() - 1); writer++) {
          members.get(writer).write("f" + writer % size.findings(), "x");
          TimeUnit.MILLISECONDS.sleep(WRITE_EVERY_MILLIS / WRITERS);
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the browser spent on scripts from each key until the picture after next, in ms. */
  private static List<Double> type(Page page, int keys) {
    var devtools = page.context().newCDPSession(page);
    devtools.send("Performance.enable");
    var spent = new ArrayList<Double>();
    for (int key = 0; key < keys; key++) {
      var before = scripting(devtools);
      page.keyboard().press(key % 6 == 5 ? "Space" : "e");
      page.evaluate(
          "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
      spent.add(scripting(devtools) - before);
      page.waitForTimeout(KEY_EVERY_MILLIS);
    }
    devtools.detach();
    return spent;
  }

  private static double scripting(CDPSession devtools) {
    var metrics = devtools.send("Performance.getMetrics").getAsJsonArray("metrics");
    for (var metric : metrics) {
      var one = metric.getAsJsonObject();
      if (one.get("name").getAsString().equals("ScriptDuration")) {
        return one.get("value").getAsDouble() * MILLIS_A_SECOND;
      }
    }
    throw new AssertionError("the browser measures no scripts");
  }

  /** From the last join that was sent until its welcome was there. */
  private static final class Welcome {
    private long joined;
    private long welcomed;

    void watch(com.microsoft.playwright.WebSocket socket) {
      socket.onFrameSent(frame -> {
        if (frame.text().startsWith("{\"type\":\"join\"")) {
          joined = System.nanoTime();
        }
      });
      socket.onFrameReceived(frame -> {
        if (frame.text().startsWith("{\"type\":\"welcome\"")) {
          welcomed = System.nanoTime();
        }
      });
    }

    double millis() {
      return (welcomed - joined) / NANOS_A_MILLISECOND;
    }
  }

  @Override
  public void close() {
    members.forEach(Filler::close);
    http.shutdownNow();
    organiser.close();
    server.close();
  }
}
