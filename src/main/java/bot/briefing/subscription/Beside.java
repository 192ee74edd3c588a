package bot.briefing.subscription;

import bot.briefing.chat.Extras;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of what comes beside messages; what is absent was not said.
 *
 * @param thread whether a digest gets a thread or a post of its own
 * @param role the platform's own id of a role
 */
public record Beside(
    @Nullable Boolean pin,
    @Nullable Boolean crosspost,
    @Nullable Boolean thread,
    Wish.@Nullable To<String> role) {
  /** Nothing was said. */
  public static final Beside NONE = new Beside(null, null, null, null);

  public static Beside pin(boolean wanted) {
    return new Beside(wanted, null, null, null);
  }

  public static Beside crosspost(boolean wanted) {
    return new Beside(null, wanted, null, null);
  }

  public static Beside thread(boolean wanted) {
    return new Beside(null, null, wanted, null);
  }

  /**
   * A role to call.
   *
   * @param id absent: none
   */
  public static Beside role(@Nullable String id) {
    return new Beside(null, null, null, new Wish.To<>(id));
  }

  /** The other one's words where it has some, else these. */
  Beside and(Beside more) {
    return new Beside(
        more.pin == null ? pin : more.pin,
        more.crosspost == null ? crosspost : more.crosspost,
        more.thread == null ? thread : more.thread,
        more.role == null ? role : more.role);
  }

  /** What was not said stays. Who wishes for threads gets posts only where that is found out. */
  Extras of(Extras now) {
    return new Extras(
        pin == null ? now.pin() : pin,
        crosspost == null ? now.crosspost() : crosspost,
        thread == null ? now.rooms() : rooms(thread, now.rooms()),
        role == null ? now.role() : role.value());
  }

  private static Extras.Rooms rooms(boolean wanted, Extras.Rooms now) {
    if (!wanted) {
      return Extras.Rooms.NONE;
    }
    return now == Extras.Rooms.NONE ? Extras.Rooms.THREAD : now;
  }
}
