package org.tablee.wire;

import java.util.List;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TextId;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;

/** What the files of co-edited texts say, as values. */
final class GoldenTexts {
  private static final TextId TEXT = new TextId("f1");
  private static final Attributes BOLD = Attributes.of("bold", AttributeValue.TRUE);

  static final List<EditText> COMMANDS =
      List.of(
          new EditText(
              TEXT,
              new Seq(41),
              Delta.builder()
                  .retain(5)
                  .insert("été 🌳", BOLD)
                  .delete(2)
                  .retain(1, Attributes.of("list", new AttributeValue.Text("bullet")))
                  .build()));

  static final List<TextEdited> EVENTS =
      List.of(
          new TextEdited(TEXT, Delta.builder().retain(5).insert("été 🌳", BOLD).delete(2).build()));

  private GoldenTexts() {}
}
