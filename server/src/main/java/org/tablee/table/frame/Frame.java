package org.tablee.table.frame;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.tablee.table.Area;
import org.tablee.table.Commit;
import org.tablee.table.ContestId;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ContestAnswered;
import org.tablee.table.FrameEvent.ContestWithdrawn;
import org.tablee.table.FrameEvent.FrameAcknowledged;
import org.tablee.table.FrameEvent.FramePublished;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.FrameEvent.PhasePlanned;
import org.tablee.table.FrameEvent.ScopeSaid;
import org.tablee.table.FrameEvent.TermAdded;
import org.tablee.table.FrameEvent.TermContested;
import org.tablee.table.FrameEvent.TermMoved;
import org.tablee.table.FrameEvent.TermRenamed;
import org.tablee.table.FrameEvent.TermRestored;
import org.tablee.table.FrameEvent.TermSettled;
import org.tablee.table.FrameEvent.TermWithdrawn;
import org.tablee.table.FrameEvent.WordAdded;
import org.tablee.table.FrameEvent.WordRestored;
import org.tablee.table.FrameEvent.WordRewritten;
import org.tablee.table.FrameEvent.WordWithdrawn;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.ListState;
import org.tablee.table.Phase;
import org.tablee.table.TermStatus;
import org.tablee.table.TextId;

/**
 * Where a table stands and what it agreed on.
 *
 * @param lists those that are not open
 * @param calendar the phases that are planned
 */
public record Frame(
    Phase phase,
    PMap<ListName, ListState> lists,
    PMap<Phase, Planned> calendar,
    Scope scope,
    Publication publication,
    Items<Term> terms,
    Contests contests,
    Items<GlossaryWord> glossary)
    implements Area {
  public static final Frame EMPTY =
      new Frame(
          Phase.FRAME,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          Scope.UNSAID,
          Publication.NONE,
          Items.none(),
          Contests.NONE,
          Items.none());

  /** The state after one more event. */
  public Frame after(FrameEvent event, Commit commit) {
    return switch (event) {
      case PhaseMoved(var next, _) -> at(next);
      case PhasePlanned(var one, var from, var until) ->
          with(
              from == null && until == null
                  ? calendar.minus(one)
                  : calendar.plus(one, new Planned(from, until)));
      case ListOpened(var list) -> withLists(lists.minus(list));
      case ListClosed(var list, _) -> withLists(lists.plus(list, ListState.CLOSED));
      case ListPutAside(var list, _) -> withLists(lists.plus(list, ListState.ASIDE));
      case TermAdded(var id, var section, var title, var text) ->
          with(
              terms.and(
                  new Term(
                      id,
                      section,
                      title,
                      text,
                      TermStatus.OPEN,
                      null,
                      null,
                      null,
                      commit.by(),
                      commit.at(),
                      ListName.TERMS.isLateIn(phase),
                      false)));
      case TermRenamed(var id, var title) ->
          with(terms.change(id.value(), term -> term.named(title)));
      case TermMoved(var id, var before) ->
          with(terms.move(id.value(), before == null ? null : before.value()));
      case TermWithdrawn(var id) -> with(terms.change(id.value(), term -> term.withdrawn(true)));
      case TermRestored(var id) -> with(terms.change(id.value(), term -> term.withdrawn(false)));
      case TermSettled settled ->
          with(terms.change(settled.term().value(), term -> term.settled(settled)));
      case TermContested(var id, var term, var reason) ->
          with(contests.and(new Contest(id, term, reason, commit.by(), commit.at(), null, false)));
      case ContestAnswered(var id, var outcome, var words) ->
          with(
              contests.change(
                  id,
                  contest ->
                      contest.answered(
                          new Contest.Answer(outcome, words, commit.by(), commit.at()))));
      case ContestWithdrawn(var id) -> with(contests.change(id, Contest::withdrawn));
      case ScopeSaid(var decides, var leaves) -> with(new Scope(decides, leaves));
      case FramePublished() -> with(publication.published(commit));
      case FrameAcknowledged(var frame) -> with(publication.read(commit.by(), frame));
      case WordAdded(var id, var written, var text) ->
          withGlossary(
              glossary.and(
                  new GlossaryWord(
                      id,
                      written,
                      text,
                      commit.by(),
                      commit.at(),
                      ListName.GLOSSARY.isLateIn(phase),
                      false)));
      case WordRewritten(var id, var written) ->
          withGlossary(glossary.change(id.value(), word -> word.written(written)));
      case WordWithdrawn(var id) ->
          withGlossary(glossary.change(id.value(), word -> word.withdrawn(true)));
      case WordRestored(var id) ->
          withGlossary(glossary.change(id.value(), word -> word.withdrawn(false)));
    };
  }

  /** The state after a change of a text, which may be a term's: the frame says something else. */
  public Frame edited(TextId text) {
    return terms.has(text.value()) ? with(publication.changed()) : this;
  }

  private Frame at(Phase next) {
    return new Frame(next, lists, calendar, scope, publication, terms, contests, glossary);
  }

  private Frame withLists(PMap<ListName, ListState> next) {
    return new Frame(phase, next, calendar, scope, publication, terms, contests, glossary);
  }

  private Frame with(PMap<Phase, Planned> next) {
    return new Frame(phase, lists, next, scope, publication, terms, contests, glossary);
  }

  private Frame with(Scope next) {
    return new Frame(
        phase, lists, calendar, next, publication.changed(), terms, contests, glossary);
  }

  private Frame with(Publication next) {
    return new Frame(phase, lists, calendar, scope, next, terms, contests, glossary);
  }

  private Frame with(Items<Term> next) {
    return new Frame(
        phase, lists, calendar, scope, publication.changed(), next, contests, glossary);
  }

  private Frame with(Contests next) {
    return new Frame(phase, lists, calendar, scope, publication, terms, next, glossary);
  }

  private Frame withGlossary(Items<GlossaryWord> next) {
    return new Frame(phase, lists, calendar, scope, publication, terms, contests, next);
  }

  /** Whether items of that list may be added and changed. */
  public boolean isOpen(ListName list) {
    return !lists.containsKey(list);
  }

  @Override
  public boolean has(String id) {
    return terms.has(id) || glossary.has(id) || contests.find(new ContestId(id)) != null;
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    if (terms.has(text.value())) {
      return ListName.TERMS;
    }
    return glossary.has(text.value()) ? ListName.GLOSSARY : null;
  }

  @Override
  public boolean isLocked(TextId text) {
    var term = terms.find(text.value());
    if (term != null) {
      return term.isWithdrawn() || !term.isNegotiable();
    }
    var word = glossary.find(text.value());
    return word != null && word.isWithdrawn();
  }
}
