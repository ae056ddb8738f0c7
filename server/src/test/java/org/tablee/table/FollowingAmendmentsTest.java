package org.tablee.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.proposal.Amendment;
import org.tablee.text.Delta;
import org.tablee.text.Op;
import org.tablee.text.RandomTexts;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowingAmendmentsTest {
  private static final ProposalId BENCH = new ProposalId("bench");
  private static final TextId TEXT = new TextId("bench");
  private static final AmendmentId A = new AmendmentId("a");
  private static final Line WORDS = new Line("Un seul banc ne suffit pas");

  static LongStream seeds() {
    var one = Long.getLong("seed");
    return one == null ? LongStream.range(0, 200) : LongStream.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void AM3_whatever_is_edited_an_amendment_does_what_it_wanted_to_what_is_left(long seed) {
    var random = new RandomTexts(seed);
    var table = ATable.withMembers().does(ANA, new AddProposal(BENCH, WORDS));
    for (int i = 0; i < 4; i++) {
      table.does(ANA, new EditText(TEXT, table.seq(), random.change(document(table))));
    }
    var wanted = random.change(document(table));
    for (int tries = 0; hasNoEffect(wanted); tries++) {
      assertThat(tries).isLessThan(1_000);
      wanted = random.change(document(table));
    }
    table.does(YANN, new SuggestAmendment(A, BENCH, table.seq(), wanted, WORDS));
    for (int i = 0; i < 6; i++) {
      var before = document(table);
      var followed = amendment(table).delta();
      var edit = random.change(before);
      table.does(LEA, new EditText(TEXT, table.seq(), edit));
      assertThat(RichText.check(amendment(table).delta(), document(table))).isEmpty();
      // As if the amendment had been made first, and the edit then carried over it.
      var intended = before.compose(followed).compose(followed.transform(edit, false));
      var made = document(table).compose(amendment(table).delta());
      assertThat(canonical(made)).isEqualTo(canonical(intended));
      assertIsText(made);
    }
    var intended = document(table).compose(amendment(table).delta());
    if (amendment(table).isOutdated()) {
      assertThat(table.decides(ANA, new AcceptAmendment(A, null)))
          .isEqualTo(Decision.refuse(RefusalCode.AMENDMENT_OUTDATED));
    } else {
      table.does(ANA, new AcceptAmendment(A, null));
      assertThat(canonical(document(table))).isEqualTo(canonical(intended));
    }
  }

  private static boolean hasNoEffect(Delta delta) {
    return delta.ops().stream().allMatch(op -> op instanceof Op.Retain);
  }

  private static Delta document(ATable table) {
    return Objects.requireNonNull(table.table().texts().find(TEXT)).document();
  }

  private static Amendment amendment(ATable table) {
    return Objects.requireNonNull(table.table().proposals().find(BENCH)).discussion().amendment(A);
  }

  /** Neighbours that are alike are one run, however they came about. */
  private static Delta canonical(Delta document) {
    var built = Delta.builder();
    document.ops().forEach(built::push);
    return built.build();
  }

  private static void assertIsText(Delta document) {
    var words = RichText.plainText(document);
    assertThat(words).endsWith("\n");
    for (var op : document.ops()) {
      var text = ((Op.Insert) op).text();
      assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
    }
  }
}
