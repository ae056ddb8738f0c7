package org.tablee.table;

import java.util.List;

/**
 * What a sealed box holds, as handed to the rules: to find the marks that the log lacks, and to
 * make the event that opens it.
 *
 * @param given who handed in, in the order of their ids
 * @param contents in an order that means nothing
 */
public record Inside(List<Given> given, List<Content> contents) {
  public Inside {
    given = List.copyOf(given);
    contents = List.copyOf(contents);
  }

  /** One content. */
  public sealed interface Content {
    BoxContent content();

    /**
     * One with a name.
     *
     * @param salt 128 random bits, new with every change of the content
     * @param commitment what may be told of the content before it is: with the salt it proves later
     *     that nothing was changed, without it it says nothing
     */
    record Signed(Given given, String salt, String commitment, BoxContent content)
        implements Content {}

    /** One without. */
    record Unsigned(BoxContent content) implements Content {}
  }
}
