package org.tablee.wire;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.table.FrameCommand;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.Line;
import org.tablee.table.ListName;
import org.tablee.table.ListState;
import org.tablee.table.Phase;
import org.tablee.table.frame.Frame;

/** The frame on the wire and in the store. */
final class FrameJson {
  private FrameJson() {}

  /** The command of that type; {@code null} where it is none of the frame. */
  static @Nullable FrameCommand command(String type, Fields fields) {
    return switch (type) {
      case "MovePhase" -> new MovePhase(fields.word("phase", Phase.class), reason(fields));
      case "OpenList" -> new OpenList(list(fields));
      case "CloseList" -> new CloseList(list(fields), reason(fields));
      case "PutListAside" -> new PutListAside(list(fields), reason(fields));
      default -> null;
    };
  }

  private static @Nullable Line reason(Fields fields) {
    return fields.lineOrNull("reason", Line.REMARK_MAX);
  }

  private static ListName list(Fields fields) {
    return fields.word("list", ListName.class);
  }

  static void write(JsonObject.Builder json, FrameEvent event) {
    switch (event) {
      case PhaseMoved(var phase, var reason) ->
          json.field("phase", phase.word()).field("reason", Stored.words(reason));
      case ListOpened(var list) -> json.field("list", list.word());
      case ListClosed(var list, var reason) ->
          json.field("list", list.word()).field("reason", Stored.words(reason));
      case ListPutAside(var list, var reason) ->
          json.field("list", list.word()).field("reason", Stored.words(reason));
    }
  }

  /** The event of that type; {@code null} where it is none of the frame. */
  static @Nullable FrameEvent event(String type, JsonObject json) {
    return switch (type) {
      case "PhaseMoved" ->
          new PhaseMoved(
              Stored.word(json, "phase", Phase.class), Stored.lineOrNull(json, "reason"));
      case "ListOpened" -> new ListOpened(list(json));
      case "ListClosed" -> new ListClosed(list(json), Stored.lineOrNull(json, "reason"));
      case "ListPutAside" -> new ListPutAside(list(json), Stored.lineOrNull(json, "reason"));
      default -> null;
    };
  }

  private static ListName list(JsonObject json) {
    return Stored.word(json, "list", ListName.class);
  }

  static void write(JsonObject.Builder state, Frame frame) {
    var lists = JsonObject.with();
    for (var list : ListName.values()) {
      var its = frame.lists().get(list);
      lists.field(list.word(), its == null ? null : its.word());
    }
    state.field("phase", frame.phase().word()).field("lists", lists.build());
  }

  static Frame read(JsonObject state) {
    var lists = new EnumMap<ListName, ListState>(ListName.class);
    var stored = state.object("lists");
    for (var list : ListName.values()) {
      if (stored.stringOrNull(list.word()) != null) {
        lists.put(list, Stored.word(stored, list.word(), ListState.class));
      }
    }
    return Frame.of(Stored.word(state, "phase", Phase.class), lists);
  }
}
