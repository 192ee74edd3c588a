package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Heading;
import bot.briefing.chat.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery has beside its messages: parts of their own, numbered downwards from -1.
 *
 * @param first how the first message goes
 * @param heading absent where nothing has one
 */
record Trimmings(Task first, @Nullable Heading heading, List<Trimming> parts) {
  static final Trimmings NONE = new Trimmings(Task.MESSAGE, null, List.of());

  /** Between two messages there is room for what belongs there. */
  private static final int STEPS = 4;

  private static final int LAST = 1_000_000;
  private static final int ROLE = -1;
  static final int THREAD = -2;
  static final int PIN = -3;
  private static final int UNPIN = -4;
  private static final int CROSSPOST = -10;

  /**
   * One of them.
   *
   * @param step when it goes, among the steps of the messages
   */
  record Trimming(Task task, int number, int step, Part words) {
    Trimming(Task task, int number, int step) {
      this(task, number, step, new Part(task.name(), task.name()));
    }
  }

  /** When a message goes. */
  static int step(int number) {
    return STEPS * number;
  }

  /** The number of the message that a part is about. */
  static int about(int number) {
    return number <= CROSSPOST ? CROSSPOST - number : 0;
  }

  /**
   * What an order wants.
   *
   * @param messages how many there are
   */
  static Trimmings of(Extras wished, Channel channel, Heading heading, int messages) {
    if (messages == 0 || wished.isNone()) {
      return NONE;
    }
    boolean topic = wished.rooms() != Rooms.NONE && channel.beginsEmpty();
    boolean post = wished.rooms() == Rooms.POST;
    boolean thread = wished.rooms() == Rooms.THREAD && !topic;
    List<Trimming> parts = new ArrayList<>();
    // What is called in a post is called after that has begun.
    Optional.ofNullable(wished.role())
        .flatMap(channel::mention)
        .map(words -> new Trimming(Task.ROLE, ROLE, post ? 1 : -1, words))
        .ifPresent(parts::add);
    if (topic) {
      parts.add(new Trimming(Task.TOPIC, THREAD, -1));
    }
    if (thread) {
      parts.add(new Trimming(Task.THREAD, THREAD, 1));
    }
    if (wished.pin() && !post) {
      parts.add(new Trimming(Task.PIN, PIN, LAST));
      parts.add(new Trimming(Task.UNPIN, UNPIN, LAST + 1));
    }
    if (wished.crosspost() && !post) {
      // What stands in a thread reaches no follower.
      for (int number = 0; number < (thread ? 1 : messages); number++) {
        parts.add(new Trimming(Task.CROSSPOST, CROSSPOST - number, LAST + 2 + number));
      }
    }
    Task first = post && !topic ? Task.POST : Task.MESSAGE;
    return new Trimmings(first, wished.rooms() == Rooms.NONE ? null : heading, parts);
  }
}
