package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** A message is written once, and who sent it learns whether it may have arrived. */
@Timeout(30)
final class OneShotTest {
  private static final Token TOKEN = new Token("9:secret");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  @Test
  void a_server_that_reads_and_drops_sees_a_message_once() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Wire wire = wire(door.getLocalPort())) {
      Thread.ofVirtual().start(() -> answerOnceThenDrop(door, seen));
      wire.call(new GetMe());

      CallException failed =
          catchThrowableOfType(CallException.class, () -> wire.call(new SendMessage("1", "hello")));

      assertThat(failed.trouble()).isInstanceOf(Trouble.MaybeSent.class);
      assertThat(TOKEN.trace(failed)).doesNotContain("secret");
      assertThat(failed).hasMessageNotContaining("secret").hasNoCause();
      assertThat(seen).hasValue(1);
    }
  }

  @Test
  void what_never_left_is_told_apart() throws Exception {
    int port;
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = door.getLocalPort();
    }
    try (Wire wire = wire(port)) {
      CallException failed =
          catchThrowableOfType(CallException.class, () -> wire.call(new SendMessage("1", "hello")));

      assertThat(failed.trouble()).isInstanceOf(Trouble.NotSent.class);
      assertThat(failed).hasMessageNotContaining("secret");
    }
  }

  @Test
  void a_stack_in_the_log_does_not_hold_the_token() {
    assertThat(TOKEN.trace(new IOException("GET /bot9:secret/getMe")))
        .contains("/bot<token>/getMe")
        .doesNotContain("secret");
    assertThat(TOKEN.toString()).doesNotContain("secret");
  }

  private static Wire wire(int port) {
    return new Wire(TOKEN, URI.create("http://127.0.0.1:" + port));
  }

  /** Keeps the connection after the first request, and drops every one after it. */
  private static void answerOnceThenDrop(ServerSocket door, AtomicInteger messages) {
    boolean answered = false;
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        String request = request(socket.getInputStream());
        while (!answered && !request.isEmpty()) {
          answered = true;
          String me = "{\"ok\":true,\"result\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"}}";
          String head = "HTTP/1.1 200 OK\r\nContent-Length: " + me.length() + "\r\n\r\n";
          socket.getOutputStream().write((head + me).getBytes(StandardCharsets.UTF_8));
          request = request(socket.getInputStream());
        }
        messages.addAndGet(request.contains("/sendmessage ") ? 1 : 0);
      } catch (IOException closed) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head.toString();
  }
}
