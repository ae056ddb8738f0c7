package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.OLGA;
import static org.tablee.session.World.await;
import static org.tablee.session.World.eventually;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.QuietLog;
import org.tablee.json.JsonValue.JsonNull;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {
  @RegisterExtension final QuietLog log = new QuietLog();
  private World world;

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Whatever one sends, the others go on and the table can be opened. */
  private void nobodyElseNoticed(Browser other) {
    other.addFinding("ben-tab-1-" + world.host().position().seq().value(), "after");
    assertThat(other.next().string("type")).isEqualTo("commits");
    assertThat(world.join(OLGA).isClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ping",
        "{'type':'ping','n':",
        "[]",
        "1",
        "null",
        "{'type':'ping','n':1,'n':2}",
        "{'type':'ping','n':1}{}",
        "{'type':'ping','n':1,'__proto__':{}}",
        "{'type':'ping','n':1,'$where':'1'}",
        "{'type':'ping','n':1,'a.b':1}",
        "{'type':'ping','n':1,'':1}",
        "{'type':'ping','n':-1}",
        "{'type':'ping','n':1.5}",
        "{'type':'ping','n':1e309}",
        "{'type':'ping','n':9007199254740992}",
        "{'type':'ping','n':'7'}",
        "{'type':'ping'}",
        "{'type':'pong','n':1}",
        "{'type':7}",
        "{'type':'here','base':-1}",
        "{'type':'here','base':1,'participant':'ben'}",
        "{'type':'do','id':'x','command':{}}",
        "{'type':'do','id':'ana-tab-1-01','command':{}}",
        "{'type':'do','id':'ana-tab-1-0','command':{}}"
      })
  void L11_a_broken_frame_is_refused_and_the_connection_stays(String frame) {
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    ana.send(frame);

    var refused = ana.next();
    assertThat(refused.string("type")).isEqualTo("refused");
    assertThat(refused.string("code")).isEqualTo("frame.invalid");
    assertThat(refused.field("id")).isEqualTo(JsonNull.NULL);
    ana.hasNothingElse();
    nobodyElseNoticed(ben);
  }

  @Test
  void L11_deep_nesting_and_long_names_are_broken_frames() {
    var ana = world.join(ANA);
    ana.send("{'type':'ping','n':" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");
    ana.send("{'type':'ping','n':1,'" + "k".repeat(10_000) + "':1}");
    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");
    ana.hasNothingElse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e309", "9007199254740992", "'7'", "null"})
  void L11_a_number_out_of_range_inside_a_command_is_an_invalid_command(String number) {
    var ana = world.join(ANA);
    ana.command(
        "ana-tab-1-1",
        "{'type':'EditText','text':'f1','base':%s,'delta':{'ops':[]}}".formatted(number));

    var refused = ana.next();
    assertThat(refused.string("code")).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).isEqualTo("/base");
    assertThat(refused.string("id")).isEqualTo("ana-tab-1-1");
    ana.hasNothingElse();
  }

  @Test
  void L11_a_base_in_the_future_is_refused_and_may_be_sent_again() {
    world.addFindings(1);
    var ana = world.join(ANA);
    ana.command(
        "ana-tab-1-1",
        "{'type':'EditText','text':'f0','base':99,'delta':{'ops':[{'insert':'x'}]}}");

    assertThat(ana.next().string("code")).isEqualTo("text.base");
    ana.hasNothingElse();
  }

  @Test
  void L11_twenty_broken_frames_in_a_minute_close() {
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    for (int n = 1; n <= 20; n++) {
      ana.send("nonsense");
    }

    for (int n = 1; n <= 20; n++) {
      assertThat(ana.next().string("code")).isEqualTo("frame.invalid");
    }
    assertThat(ana.closeCode()).isEqualTo(1008);
    nobodyElseNoticed(ben);
  }

  @Test
  void L11_nineteen_broken_frames_do_not_close() {
    var ana = world.join(ANA);
    for (int n = 1; n <= 19; n++) {
      ana.send("nonsense");
      ana.next();
    }
    ana.hasNothingElse();
  }

  @Test
  void L12_a_frame_at_the_limit_is_taken_and_one_above_closes_with_1009() {
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    var start = "{'type':'ping','n':1,'x':'";
    ana.send(start + "x".repeat(64 * 1024 - start.length() - 2) + "'}");
    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");

    ana.send(start + "x".repeat(70_000) + "'}");

    assertThat(ana.closeCode()).isEqualTo(1009);
    eventually(() -> world.live.counts().connections() == 1);
    nobodyElseNoticed(ben);
  }

  @Test
  void L12_a_thousand_continuations_close_with_1009() {
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    ana.socket.writeFrame(WebSocketFrame.textFrame("{", false));
    for (int n = 0; n < 1_000; n++) {
      ana.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(" "), false));
    }

    assertThat(ana.closeCode()).isEqualTo(1009);
    eventually(() -> world.live.counts().connections() == 1);
    nobodyElseNoticed(ben);
  }

  @Test
  void L12_an_endless_message_in_large_pieces_closes_with_1009() {
    var ana = world.join(ANA);
    ana.socket.writeFrame(WebSocketFrame.textFrame("{".repeat(40_000), false));
    ana.socket.writeFrame(
        WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(40_000)), false));

    assertThat(ana.closeCode()).isEqualTo(1009);
  }

  @Test
  void L12_a_message_in_pieces_is_read_whole_even_where_a_character_is_cut() {
    var ana = world.join(ANA);
    var utf8 =
        "{'type':'do','id':'ana-tab-1-1','command':{'type':'AddFinding','finding':'f1','kind':'need','title':'🌳 été'}}"
            .replace('\'', '"')
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var cut = new String(utf8, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(0xF0) + 2;
    ana.socket.writeFrame(text(java.util.Arrays.copyOf(utf8, cut), false));
    await(ana.socket.writePing(Buffer.buffer("in between")));
    ana.socket.writeFrame(
        WebSocketFrame.continuationFrame(
            Buffer.buffer(java.util.Arrays.copyOfRange(utf8, cut, utf8.length)), true));

    assertThat(
            ana.next().objects("commits").getFirst().objects("events").getFirst().string("title"))
        .isEqualTo("🌳 été");
  }

  @Test
  void L12_binary_closes_with_1003() {
    var ana = world.join(ANA);
    ana.socket.writeBinaryMessage(Buffer.buffer("{}"));

    assertThat(ana.closeCode()).isEqualTo(1003);
  }

  @Test
  void L12_invalid_utf8_closes_with_1007() {
    var ben = world.join(BEN);
    byte[][] wrong = {
      {'"', (byte) 0xC3, '"'},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xFF}
    };
    for (var bytes : wrong) {
      var ana = world.join(ANA);
      ana.socket.writeFrame(text(bytes, true));
      assertThat(ana.closeCode()).isEqualTo(1007);
    }
    nobodyElseNoticed(ben);
  }

  @Test
  void L12_a_compressed_frame_closes_with_1002() {
    var ana = world.join(ANA);
    ((WebSocketInternal) ana.socket)
        .channelHandlerContext()
        .channel()
        .writeAndFlush(new TextWebSocketFrame(true, 4, Unpooled.wrappedBuffer(new byte[100])));

    assertThat(ana.closeCode()).isEqualTo(1002);
    eventually(() -> world.live.counts().connections() == 0);
  }

  @Test
  void L13_five_thousand_pings_a_second_close_with_1008() {
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    for (int n = 0; n < 5_000; n++) {
      ana.socket.writePing(Buffer.buffer());
    }

    assertThat(ana.closeCode()).isEqualTo(1008);
    nobodyElseNoticed(ben);
  }

  @Test
  void L13_a_thousand_presence_frames_a_second_are_merged_and_nothing_is_stored() {
    world.addFindings(1);
    var ben = world.join(BEN);
    var ana = world.join(ANA);
    var seq = world.host().position().seq();
    for (int n = 0; n < 1_000; n++) {
      ana.send("{'type':'here','base':%d,'text':'f0','index':%d}".formatted(seq.value(), n));
    }

    ana.hasNothingElse();
    assertThat(world.host().position().seq()).isEqualTo(seq);
    assertThat(ben.presenceFrames()).isLessThan(30);
  }

  private static WebSocketFrame text(byte[] bytes, boolean isLast) {
    return new WebSocketFrameImpl(WebSocketFrameType.TEXT, bytes, isLast);
  }
}
