package org.tablee.table;

import java.util.List;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.text.Delta;
import org.tablee.text.RichText;
import org.tablee.text.TextFault;

/** Carries a late edit over the changes it did not know, and checks where it arrives. */
final class EditingText {
  private EditingText() {}

  /**
   * @param document the text now
   * @param concurrent its changes since the edit's base, first to last
   */
  static Decision decide(Delta document, List<Delta> concurrent, EditText edit) {
    // One after the other, the earlier commit first; composed first would give other results.
    var delta = edit.delta();
    for (var change : concurrent) {
      delta = change.transform(delta, true);
    }
    // What did not fit the text at the base does not fit now either: transforming keeps the excess.
    var fault = RichText.checkSent(edit.delta());
    if (fault.isEmpty()) {
      fault = RichText.check(delta, document);
    }
    if (fault.isPresent()) {
      return Decision.refuse(code(fault.get()));
    }
    return Decision.accept(new TextEdited(edit.text(), delta));
  }

  private static RefusalCode code(TextFault fault) {
    return switch (fault.reason()) {
      case LENGTH -> RefusalCode.TEXT_LENGTH;
      case FORMAT -> RefusalCode.TEXT_FORMAT;
      case SIZE -> RefusalCode.TEXT_SIZE;
      case CHARACTER -> RefusalCode.TEXT_CHARACTER;
    };
  }
}
