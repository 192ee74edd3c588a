package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What people see. Listeners are called one after the other, in order, on a thread of their own, so
 * that a slow one holds nobody up.
 */
final class Stage implements AutoCloseable {
  private final List<Seat> seats = new CopyOnWriteArrayList<>();
  private final ExecutorService usher =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("discord stage").factory());

  private record Seat(Person person, Channel channel, Consumer<Platform.Event> listener) {}

  void watch(Person person, Channel channel, Consumer<Platform.Event> listener) {
    seats.add(new Seat(person, channel, listener));
  }

  /** Tells all who see the message what became of it. */
  void show(String kind, Message message) {
    for (Seat seat : seats) {
      if (seat.channel == message.channel() && message.isSeenBy(seat.person)) {
        tell(seat, kind, message.wire().deepCopy());
      }
    }
  }

  /** Tells one person something that is no message. */
  void notice(Person person, Channel channel, String text) {
    for (Seat seat : seats) {
      if (seat.channel == channel && seat.person.equals(person)) {
        ObjectNode notice = Json.object();
        notice.put("channel_id", channel.idText());
        notice.put("content", text);
        tell(seat, "notice", notice);
      }
    }
  }

  private void tell(Seat seat, String kind, ObjectNode message) {
    try {
      usher.execute(() -> seat.listener.accept(new Platform.Event(kind, message)));
    } catch (RejectedExecutionException e) {
      // The platform is closing: nobody watches any more.
      seats.clear();
    }
  }

  /** What the person sees in the channel, oldest first. */
  static ArrayNode view(Person person, Channel channel) {
    ArrayNode view = Json.array();
    for (Message message : channel.messages.values()) {
      if (message.isSeenBy(person)) {
        view.add(message.wire().deepCopy());
      }
    }
    return view;
  }

  @Override
  public void close() {
    usher.shutdown();
  }
}
