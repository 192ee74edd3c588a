package bot.briefing.sandbox.wire;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.limit.Limits;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a test or a benchmark does to a platform, and what it reads there: the same that the page's
 * server offers by HTTP. All methods may be called from any thread. What is not there (a chat, a
 * button, a kind) is refused with IllegalArgumentException.
 */
public interface Backstage {
  /** The faults that stand. */
  Faults faults();

  /**
   * Makes something happen.
   *
   * @return what came of it; {@code {"chat": …}} for a migration
   */
  ObjectNode happen(Incident incident);

  /** The platform's limits on the bot, not enforced at first. */
  Limits limits();

  /** Every message that was accepted. */
  Journal journal();

  /** The platform's clock. */
  MovableClock clock();

  /**
   * Makes chats.
   *
   * @return {@code {"ids": […]}}; for forums {@code "topics"} too, each chat's thread ids
   */
  ObjectNode settle(Settling wanted);

  /** Somebody writes in a chat. */
  void say(String chat, Speaker as, String text);

  /** Somebody presses a button of a message, or chooses an entry of its menu. */
  void press(String chat, Speaker as, String message, String button, String value);

  /** The messages of a chat that are still kept, in wire format, oldest first. */
  ArrayNode messages(String chat);
}
