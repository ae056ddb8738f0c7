package org.tablee.table.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Area;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.AgreementTakenBack;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingAgreed;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingUnmerged;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.FindingId;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.Phase;
import org.tablee.table.TextId;

/**
 * The shared diagnosis: findings in their shown order; withdrawn ones, and those that another
 * stands for, keep their place.
 */
public record Diagnosis(Items<Finding> findings) implements Area {
  public static final Diagnosis EMPTY = new Diagnosis(Items.none());

  public static Diagnosis of(List<Finding> findings) {
    return new Diagnosis(Items.of(findings));
  }

  /** The finding of that id, or {@code null}. */
  public @Nullable Finding find(FindingId id) {
    return findings.find(id.value());
  }

  public List<Finding> inOrder() {
    return findings.inOrder();
  }

  /** The state after one more event. */
  public Diagnosis after(DiagnosisEvent event, Commit commit, Phase phase) {
    var isLate = ListName.FINDINGS.isLateIn(phase);
    return new Diagnosis(
        switch (event) {
          case FindingAdded(var id, var kind, var title, var text) ->
              findings.and(
                  Finding.added(
                      id, kind, title, text, commit.by(), commit.at(), List.of(), isLate));
          case FindingRenamed(var id, var title) ->
              findings.change(id.value(), finding -> finding.named(title));
          case FindingRetyped(var id, var kind) ->
              findings.change(id.value(), finding -> finding.typed(kind));
          case FindingSourced(var id, var source, var nature, var link) ->
              findings.change(
                  id.value(),
                  finding ->
                      finding.sourced(source == null ? null : new Source(source, nature, link)));
          case FindingMoved(var id, var before) ->
              findings.move(id.value(), before == null ? null : before.value());
          case FindingWithdrawn(var id) ->
              findings.change(id.value(), finding -> finding.withdrawn(true));
          case FindingRestored(var id) ->
              findings.change(id.value(), finding -> finding.withdrawn(false));
          case FindingAgreed(var id) ->
              findings.change(id.value(), finding -> finding.agreedBy(commit.by()));
          case AgreementTakenBack(var id) ->
              findings.change(id.value(), finding -> finding.notAgreedBy(commit.by()));
          case FindingsMerged merged -> merged(merged, commit, isLate);
          case FindingUnmerged(var id) -> unmerged(id);
        });
  }

  private Items<Finding> merged(FindingsMerged event, Commit commit, boolean isLate) {
    var id = event.finding();
    var parents = event.parents();
    var made =
        Finding.added(
            id,
            event.kind(),
            event.title(),
            event.text(),
            commit.by(),
            commit.at(),
            parents,
            isLate);
    var next = findings.and(made).move(id.value(), parents.getFirst().value());
    for (var parent : parents) {
      next = next.change(parent.value(), finding -> finding.mergedInto(id));
    }
    return next;
  }

  private Items<Finding> unmerged(FindingId id) {
    var next = findings;
    for (var parent : findings.existing(id.value()).lineage().parents()) {
      next = next.change(parent.value(), finding -> finding.mergedInto(null));
    }
    return next.change(id.value(), finding -> finding.withoutParents().withdrawn(true));
  }

  @Override
  public boolean has(String id) {
    return findings.has(id);
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return findings.has(text.value()) ? ListName.FINDINGS : null;
  }

  @Override
  public boolean isLocked(TextId text) {
    var finding = findings.find(text.value());
    return finding != null && (finding.isWithdrawn() || finding.isMerged());
  }
}
