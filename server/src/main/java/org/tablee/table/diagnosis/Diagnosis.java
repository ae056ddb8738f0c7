package org.tablee.table.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Area;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.FindingId;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.Phase;
import org.tablee.table.TextId;

/** The shared diagnosis: findings in their shown order; withdrawn ones keep their place. */
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
    return new Diagnosis(
        switch (event) {
          case FindingAdded(var id, var kind, var title, var text) ->
              findings.and(
                  new Finding(
                      id,
                      kind,
                      title,
                      text,
                      commit.by(),
                      commit.at(),
                      null,
                      ListName.FINDINGS.isLateIn(phase),
                      false));
          case FindingRenamed(var id, var title) ->
              findings.change(id.value(), finding -> finding.named(title));
          case FindingRetyped(var id, var kind) ->
              findings.change(id.value(), finding -> finding.typed(kind));
          case FindingSourced(var id, var source) ->
              findings.change(id.value(), finding -> finding.sourced(source));
          case FindingMoved(var id, var before) ->
              findings.move(id.value(), before == null ? null : before.value());
          case FindingWithdrawn(var id) ->
              findings.change(id.value(), finding -> finding.withdrawn(true));
          case FindingRestored(var id) ->
              findings.change(id.value(), finding -> finding.withdrawn(false));
        });
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
    return finding != null && finding.isWithdrawn();
  }
}
