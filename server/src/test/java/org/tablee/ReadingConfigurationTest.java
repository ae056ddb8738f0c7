package org.tablee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.Configuration.InvalidConfigurationException;
import org.tablee.people.DoorLimits;
import org.tablee.people.Secret;
import org.tablee.session.SessionLimits;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingConfigurationTest {
  private static final Path SAMPLE = Path.of("..", "config", "tablee.yaml");

  @TempDir private Path folder;

  private static final Configuration USUAL =
      new Configuration(
          "127.0.0.1",
          8080,
          Path.of("data"),
          null,
          null,
          null,
          null,
          new DoorLimits(500, 20_000, 60),
          SessionLimits.USUAL);

  private Configuration read(String yaml, Map<String, String> environment) throws Exception {
    var file = folder.resolve("tablee.yaml");
    Files.writeString(file, yaml);
    var all = new HashMap<>(environment);
    all.put(Configuration.FILE_VARIABLE, file.toString());
    return Configuration.read(all);
  }

  @Test
  void what_is_not_set_is_as_usual() throws Exception {
    assertThat(read("", Map.of())).isEqualTo(USUAL);
    assertThat(read("# nothing\n", Map.of("TABLEE_PORT", " "))).isEqualTo(USUAL);
  }

  @Test
  void a_variable_of_the_environment_overrides_the_file() throws Exception {
    var read =
        read(
            """
            port: 9000
            publicUrl: https://tables.example.org/
            organiserSecret: chosen-by-the-town
            cluster: off
            members: 0
            """,
            Map.of("TABLEE_PORT", "9001", "TABLEE_CONNECTIONS", "7"));

    assertThat(read)
        .isEqualTo(
            new Configuration(
                "127.0.0.1",
                9001,
                Path.of("data"),
                new Secret("chosen-by-the-town"),
                URI.create("https://tables.example.org"),
                null,
                null,
                new DoorLimits(0, 20_000, 60),
                new SessionLimits(20, 60, 200, 20_000, 7, SessionLimits.Times.USUAL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TABLEE_PORT | 80a80
          TABLEE_PORT | 65536
          TABLEE_PORT | -1
          TABLEE_HOST | a b
          TABLEE_ORGANISER_SECRET | too-short
          TABLEE_ORGANISER_SECRET | with a space in the middle
          TABLEE_PUBLIC_URL | tables.example.org
          TABLEE_PUBLIC_URL | https://tables.example.org/path
          TABLEE_PUBLIC_URL | https://ana@tables.example.org
          TABLEE_PUBLIC_URL | https://Tables.example.org
          MONGODB_URI | http://localhost
          TABLEE_MEMBERS | many
          TABLEE_BURST | 1.5
          TABLEE_CLUSTER | host:5701
          TABLEE_PROT | 8080
          """)
  void a_wrong_value_or_an_unknown_key_stops_with_one_line_that_names_it(
      String variable, String value) {
    assertThatThrownBy(() -> read("", Map.of(variable, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith(variable + ": ")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prot: 1", "port: [1]", "port: 1.5", "- port", "port: 1\nport: 2", "a: ["})
  void a_file_that_does_not_fit_stops_with_one_line_that_names_it(String yaml) {
    assertThatThrownBy(() -> read(yaml, Map.of()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("tablee.yaml")
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_cluster_is_refused_on_the_embedded_store_in_these_words() {
    assertThatThrownBy(() -> read("", Map.of("TABLEE_CLUSTER", "host:5701")))
        .hasMessage("TABLEE_CLUSTER: the embedded store serves one node; set MONGODB_URI");
  }

  @Test
  void a_cluster_is_the_addresses_of_its_nodes_and_the_port_of_this_one() throws Exception {
    var set =
        Map.of(
            "TABLEE_CLUSTER", "10.0.0.1:5701,10.0.0.2:5702",
            "TABLEE_CLUSTER_PORT", "5702",
            "MONGODB_URI", "mongodb://localhost/tablee");

    var cluster = Objects.requireNonNull(read("", set).cluster());

    assertThat(cluster.nodes()).containsExactly("10.0.0.1:5701", "10.0.0.2:5702");
    assertThat(cluster.port()).isEqualTo(5702);
  }

  @Test
  void the_sample_names_every_key_with_its_variable_and_its_default() throws Exception {
    var sample = Files.readString(SAMPLE);
    var named = new HashMap<String, String>();
    Pattern.compile("(?m)^#(\\w+):.*?# ([A-Z_]+)")
        .matcher(sample)
        .results()
        .forEach(one -> named.put(one.group(1), one.group(2)));
    var uncommented =
        Arrays.stream(sample.split("\n"))
            .map(line -> line.matches("#\\w+:.*") ? line.substring(1) : line)
            .toList();

    assertThat(named).isEqualTo(Configuration.KEYS);
    assertThat(read(String.join("\n", uncommented), Map.of()))
        .usingRecursiveComparison()
        .ignoringFields("data")
        .isEqualTo(USUAL);
  }
}
