package org.tablee.table.proposal;

import org.tablee.table.Decision;
import org.tablee.table.Late;
import org.tablee.table.LateDelta;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/** A suggested change of a proposal's text, on its way. */
record LateAmendment(SuggestAmendment sent, TextId text, LateDelta on) implements Late {
  static LateAmendment of(SuggestAmendment sent, TextId text) {
    return new LateAmendment(sent, text, new LateDelta(sent.base(), sent.delta()));
  }

  @Override
  public Seq base() {
    return on.base();
  }

  @Override
  public int changes() {
    return on.changes();
  }

  @Override
  public LateAmendment over(Seq seq, Delta change) {
    return new LateAmendment(sent, text, on.over(seq, change));
  }

  @Override
  public LateAmendment at(Seq seq) {
    return new LateAmendment(sent, text, on.at(seq));
  }

  @Override
  public LateAmendment lost() {
    return new LateAmendment(sent, text, on.lost());
  }

  @Override
  public Decision decide(Table table) {
    return AmendmentRules.carried(table, this);
  }
}
