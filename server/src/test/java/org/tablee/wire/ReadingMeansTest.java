package org.tablee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tablee.table.Certainty;
import org.tablee.table.Means;
import org.tablee.table.MeansKind;
import org.tablee.table.ProposalCommand.SetMeans;
import org.tablee.table.ProposalId;
import org.tablee.table.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingMeansTest {
  private static final String HOURS =
      "{'kind':'hours','certainty':'known','from':2,'to':2,'note':'Par mois'}";

  @Test
  void PR6_what_it_would_take_is_read_row_by_row() {
    var read = read("[" + HOURS + ",{'kind':'data','certainty':'withheld'}]");

    assertThat(((ReadFrame.Fine) read).frame())
        .isInstanceOfSatisfying(
            ClientFrame.Do.class,
            one ->
                assertThat(one.command())
                    .isEqualTo(
                        new SetMeans(
                            new ProposalId("p1"),
                            List.of(
                                new Means(
                                    MeansKind.HOURS,
                                    Certainty.KNOWN,
                                    2L,
                                    2L,
                                    new org.tablee.table.Line("Par mois")),
                                new Means(MeansKind.DATA, Certainty.WITHHELD, null, null, null)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'kind':'hours','certainty':'known','from':3,'to':2} | /means/1/to",
        "{'kind':'hours','certainty':'withheld','from':3} | /means/1/from",
        "{'kind':'hours','certainty':'withheld','to':3} | /means/1/to",
        "{'kind':'hours','certainty':'known','from':-1} | /means/1/from",
        "{'kind':'hours','certainty':'known','to':1.5} | /means/1/to",
        "{'kind':'gold','certainty':'known'} | /means/1/kind",
        "{'kind':'hours'} | /means/1/certainty",
        "{'kind':'hours','certainty':'known','note':''} | /means/1/note",
        "{'kind':'hours','certainty':'known','by':'ana'} | /means/1/by",
        "7 | /means/1"
      })
  void PR6_what_does_not_hold_together_is_pointed_at(String row, String pointer) {
    assertRefused("[" + HOURS + "," + row + "]", pointer);
  }

  @Test
  void PR6_twenty_rows_are_enough() {
    assertThat(read(rows(20))).isInstanceOf(ReadFrame.Fine.class);
    assertRefused(rows(21), "/means");
  }

  private static String rows(int count) {
    return "[" + String.join(",", Collections.nCopies(count, HOURS)) + "]";
  }

  private static void assertRefused(String means, String pointer) {
    assertThat(read(means))
        .isInstanceOfSatisfying(
            ReadFrame.Bad.class,
            bad -> assertThat(bad.refusal()).isEqualTo(Refusal.ofField(pointer)));
  }

  private static ReadFrame read(String means) {
    var command = "{'type':'SetMeans','proposal':'p1','means':" + means + "}";
    return ClientFrames.read(
        ("{'type':'do','id':'ana-tab-1-1','command':" + command + "}").replace('\'', '"'));
  }
}
