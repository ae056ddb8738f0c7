package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.AgreeFinding;
import org.tablee.table.DiagnosisCommand.MergeFindings;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.TakeBackAgreement;
import org.tablee.table.DiagnosisCommand.UnmergeFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent.AgreementTakenBack;
import org.tablee.table.DiagnosisEvent.FindingAgreed;
import org.tablee.table.DiagnosisEvent.FindingUnmerged;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.diagnosis.Finding;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreeingAndMergingTest {
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final FindingId HALL = new FindingId("hall");
  private static final FindingId CLUB = new FindingId("club");
  private static final FindingId ONE = new FindingId("one");
  private static final Line TITLE = new Line("La navette s’arrête à 13 h");
  private static final Attributes BULLET = Attributes.of("list", new AttributeValue.Text("bullet"));
  private static final Decision NO_PARENT = Decision.refuseField("/parents");
  private static final Decision MERGED = Decision.refuse(RefusalCode.FINDING_MERGED);

  private static ATable withThree() {
    var table = ATable.withMembers();
    for (var id : List.of(SHUTTLE, HALL, CLUB)) {
      table.does(ANA, new AddFinding(id, FindingKind.NEED, TITLE));
    }
    return table;
  }

  private static ATable write(ATable table, FindingId id, Delta delta) {
    return table.does(ANA, new EditText(new TextId(id.value()), table.seq(), delta));
  }

  private static MergeFindings merge(FindingId... parents) {
    return new MergeFindings(ONE, FindingKind.WEAKNESS, TITLE, List.of(parents));
  }

  private static Finding find(ATable table, FindingId id) {
    return Objects.requireNonNull(table.table().diagnosis().find(id));
  }

  private static List<FindingId> order(ATable table) {
    return table.table().diagnosis().inOrder().stream().map(Finding::id).toList();
  }

  private static Delta text(ATable table, FindingId id) {
    return table.table().texts().existing(new TextId(id.value())).document();
  }

  @Test
  void AG1_members_agree_once_each_and_take_it_back() {
    var table = withThree();

    assertThat(table.decides(YANN, new AgreeFinding(HALL)))
        .isEqualTo(Decision.accept(new FindingAgreed(HALL)));
    table.does(YANN, new AgreeFinding(HALL));
    table.does(LEA, new AgreeFinding(HALL));
    table.does(YANN, new AgreeFinding(HALL));
    assertThat(find(table, HALL).agreed()).containsExactly(YANN, LEA);
    assertThat(find(table, CLUB).agreed()).isEmpty();

    assertThat(table.decides(YANN, new TakeBackAgreement(HALL)))
        .isEqualTo(Decision.accept(new AgreementTakenBack(HALL)));
    table.does(YANN, new TakeBackAgreement(HALL));
    table.does(ANA, new TakeBackAgreement(HALL));
    assertThat(find(table, HALL).agreed()).containsExactly(LEA);
  }

  @Test
  void AG2_nobody_agrees_with_a_finding_that_is_not_there() {
    var none = new FindingId("none");

    assertThat(withThree().decides(ANA, new AgreeFinding(none)))
        .isEqualTo(Decision.refuseField("/finding"));
    assertThat(withThree().decides(ANA, new TakeBackAgreement(none)))
        .isEqualTo(Decision.refuseField("/finding"));
  }

  @Test
  void ME1_what_is_merged_stands_where_the_first_of_its_parents_stood() {
    var table = withThree().does(YANN, new AgreeFinding(CLUB));

    assertThat(table.decides(LEA, merge(CLUB, HALL)))
        .isEqualTo(
            Decision.accept(
                new FindingsMerged(
                    ONE, FindingKind.WEAKNESS, TITLE, new TextId("one"), List.of(CLUB, HALL))));
    table.does(LEA, merge(CLUB, HALL));
    assertThat(order(table)).containsExactly(SHUTTLE, HALL, ONE, CLUB);
    var one = find(table, ONE);
    assertThat(one.lineage().parents()).containsExactly(CLUB, HALL);
    assertThat(one.by()).isEqualTo(LEA);
    assertThat(one.agreed()).isEmpty();
    assertThat(find(table, CLUB).lineage().mergedInto()).isEqualTo(ONE);
    assertThat(find(table, HALL).lineage().mergedInto()).isEqualTo(ONE);
    assertThat(find(table, SHUTTLE).isMerged()).isFalse();
  }

  @Test
  void ME2_its_text_is_that_of_its_parents_one_after_the_other() {
    var table = withThree();
    write(table, SHUTTLE, Delta.builder().insert("Le soir").insert("\n", BULLET).build());
    write(table, CLUB, Delta.builder().insert("Le dimanche").retain(1, BULLET).build());

    var decision = table.decides(LEA, merge(SHUTTLE, HALL, CLUB));
    var words =
        Delta.builder()
            .insert("Le soir")
            .insert("\n", BULLET)
            .insert("\nLe dimanche")
            .retain(1, BULLET)
            .build();
    assertThat(decision)
        .isEqualTo(
            new Decision.Accepted(
                List.of(
                    new FindingsMerged(
                        ONE,
                        FindingKind.WEAKNESS,
                        TITLE,
                        new TextId("one"),
                        List.of(SHUTTLE, HALL, CLUB)),
                    new TextEdited(new TextId("one"), words))));
    table.does(LEA, merge(SHUTTLE, HALL, CLUB));
    assertThat(text(table, ONE)).isEqualTo(RichText.EMPTY.compose(words));
    write(table, ONE, Delta.builder().insert("Et ").build());
    assertThat(RichText.plainText(text(table, ONE))).startsWith("Et Le soir");
  }

  @Test
  void ME2_a_text_that_no_longer_fits_is_left_out_whole() {
    var table = withThree();
    write(table, SHUTTLE, Delta.builder().insert("a".repeat(30_000)).build());
    write(table, HALL, Delta.builder().insert("b".repeat(20_000)).build());
    write(table, CLUB, Delta.builder().insert("c".repeat(19_000)).build());

    table.does(LEA, merge(SHUTTLE, HALL, CLUB));
    assertThat(RichText.plainText(text(table, ONE)))
        .isEqualTo("a".repeat(30_000) + "\n" + "c".repeat(19_000) + "\n");
    assertThat(RichText.plainText(text(table, HALL))).hasSize(20_001);
  }

  @Test
  void ME3_a_merged_finding_is_read_and_no_more() {
    var table = withThree().does(LEA, merge(SHUTTLE, HALL));

    for (var command :
        List.of(
            new RenameFinding(HALL, TITLE),
            new RetypeFinding(HALL, FindingKind.ACTOR),
            new SourceFinding(HALL, TITLE, null, null),
            new MoveFinding(HALL, null),
            new WithdrawFinding(HALL),
            new RestoreFinding(HALL),
            new AgreeFinding(HALL),
            new TakeBackAgreement(HALL),
            new UnmergeFinding(HALL))) {
      assertThat(table.decides(LEA, command))
          .as(command.toString())
          .isEqualTo(command instanceof UnmergeFinding ? Decision.refuseField("/finding") : MERGED);
    }
    assertThat(
            table.decides(
                LEA,
                new EditText(new TextId("hall"), table.seq(), Delta.builder().insert("a").build())))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    assertThat(
            table.decides(
                LEA,
                new MergeFindings(
                    new FindingId("two"), FindingKind.NEED, TITLE, List.of(HALL, CLUB))))
        .isEqualTo(MERGED);
  }

  @Test
  void ME4_a_parent_that_is_not_there_or_is_withdrawn_and_a_taken_id_are_refused() {
    var table = withThree().does(ANA, new WithdrawFinding(CLUB));

    assertThat(table.decides(LEA, merge(SHUTTLE, new FindingId("none")))).isEqualTo(NO_PARENT);
    assertThat(table.decides(LEA, merge(SHUTTLE, CLUB))).isEqualTo(NO_PARENT);
    assertThat(
            table.decides(
                LEA, new MergeFindings(CLUB, FindingKind.NEED, TITLE, List.of(SHUTTLE, HALL))))
        .isEqualTo(Decision.refuseField("/finding"));
  }

  @Test
  void ME5_unmerging_brings_the_parents_back_and_withdraws_what_was_made_of_them() {
    var table = withThree().does(YANN, new AgreeFinding(HALL)).does(LEA, merge(SHUTTLE, HALL));

    assertThat(table.decides(LEA, new UnmergeFinding(ONE)))
        .isEqualTo(Decision.accept(new FindingUnmerged(ONE)));
    table.does(LEA, new UnmergeFinding(ONE));
    assertThat(find(table, SHUTTLE).isMerged()).isFalse();
    assertThat(find(table, HALL).isMerged()).isFalse();
    assertThat(find(table, HALL).agreed()).containsExactly(YANN);
    assertThat(find(table, ONE).isWithdrawn()).isTrue();
    assertThat(find(table, ONE).lineage().parents()).isEmpty();
    assertThat(table.decides(ANA, new RenameFinding(HALL, TITLE)))
        .isInstanceOf(Decision.Accepted.class);
    for (var id : List.of(ONE, CLUB, new FindingId("none"))) {
      assertThat(table.decides(LEA, new UnmergeFinding(id)))
          .isEqualTo(Decision.refuseField("/finding"));
    }
  }

  @Test
  void ME6_what_was_merged_is_merged_again_and_comes_apart_from_the_outside() {
    var two = new FindingId("two");
    var table =
        withThree()
            .does(LEA, merge(SHUTTLE, HALL))
            .does(LEA, new MergeFindings(two, FindingKind.NEED, TITLE, List.of(ONE, CLUB)));

    assertThat(table.decides(LEA, new UnmergeFinding(ONE))).isEqualTo(MERGED);
    table.does(LEA, new UnmergeFinding(two)).does(LEA, new UnmergeFinding(ONE));
    assertThat(find(table, SHUTTLE).isMerged()).isFalse();
    assertThat(find(table, CLUB).isMerged()).isFalse();
  }
}
