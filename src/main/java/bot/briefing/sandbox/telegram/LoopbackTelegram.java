package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Telegram for one bot, behind a Bot API server on 127.0.0.1. It keeps chats and messages, lets
 * polls wait, and refuses what the platform refuses in the platform's own words. Chat 1 is the
 * private chat of the person at the page. All methods may be called from any thread.
 */
public final class LoopbackTelegram implements Platform {
  private final World world;
  private final Book book = new Book();
  private final String token = token();
  private final People people;
  private final TelegramBackstage backstage;
  private final HttpDoor door;

  /**
   * Opens the Bot API.
   *
   * @param port on 127.0.0.1; 0 for a free one
   * @param clock dates the messages; {@link Backstage#clock} moves it
   * @param specification checks every request; what contradicts it is answered with 400
   */
  public LoopbackTelegram(int port, InstantSource clock, Specification specification) {
    MovableClock movable = MovableClock.over(clock);
    this.world = new World(movable);
    this.people = new People(world);
    people.settle(new Person(World.AT_THE_PAGE, "Reader", "ko"));
    Faults faults = new Faults(movable);
    Limits limits = new Limits(movable);
    this.backstage = new TelegramBackstage(world, people, faults, limits);
    this.door = new HttpDoor(new BotApi(token, world, specification, book, faults, limits), port);
  }

  private static String token() {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return World.botId() + ":AAE" + text;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public ObjectNode coordinates() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("api", "http://127.0.0.1:" + door.port())
        .put("token", token)
        .put("chat", World.AT_THE_PAGE);
  }

  /** Everybody else, and other chats: for tests. */
  public People people() {
    return people;
  }

  /** The bot's user name, without the at sign. */
  public String botName() {
    return World.BOT_NAME;
  }

  @Override
  public void speak(String language) {
    people.speak(atThePage(), language);
  }

  @Override
  public void say(String text) {
    people.say(atThePage(), World.AT_THE_PAGE, text);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A button that leads to the bot itself ({@code https://t.me/<bot>?start=…}) is pressed by its
   * address, one of a keyboard by its words, with the id of a chat as the value where it asks for
   * one.
   */
  @Override
  public void press(String message, String button, String value) {
    people.press(atThePage(), World.AT_THE_PAGE, TelegramBackstage.number(message), button, value);
  }

  private Person atThePage() {
    return people.person(World.AT_THE_PAGE);
  }

  @Override
  public ArrayNode transcript() {
    return people.messages(World.AT_THE_PAGE);
  }

  @Override
  public void watch(Consumer<Event> listener) {
    world.watch(listener);
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public Backstage backstage() {
    return backstage;
  }

  /** The ids of the messages that are pinned in a chat. */
  public List<Integer> pinned(long chat) {
    synchronized (world) {
      return List.copyOf(world.expect(chat).pinned());
    }
  }

  /** Whether a bot's long poll waits now. */
  public boolean polled() {
    return world.updates().awaited();
  }

  /** Goes on with another update id, as the platform does after a week without updates. */
  public void renumberUpdates(int next) {
    world.updates().renumber(next);
  }

  @Override
  public void close() {
    backstage.faults().clear();
    world.updates().close();
    door.close();
  }
}
