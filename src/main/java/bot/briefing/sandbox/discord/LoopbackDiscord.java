package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Discord on this machine: the REST API of version 10 and the gateway on one port of the loopback
 * address. Any client library connects to it with the token of {@link #coordinates}. It knows one
 * application, a guild with a few text channels, a guild where the app is only user-installed, and
 * people. A channel keeps its newest 250 messages. Safe for any thread.
 */
public final class LoopbackDiscord implements Platform {
  private final World world;
  private final Address address = new Address();
  private final Stage stage = new Stage();
  private final Book book = new Book();
  private final Words words = new Words();
  private final Gateway gateway;
  private final Timeline timeline;
  private final Commands commands;
  private final Interactions interactions;
  private final Server server;
  private final ThreadRoutes threads;
  private final Visitor page;
  private final DiscordBackstage backstage;

  /**
   * Starts to listen.
   *
   * @param port a port of 127.0.0.1; 0 takes any free one
   * @param clock says how late an answer is and how long a token or a nonce lasts; {@link
   *     Backstage#clock} moves it
   * @param specification is asked about every request; what it finds is answered as error 50035
   */
  public LoopbackDiscord(int port, InstantSource clock, Specification specification) {
    MovableClock movable = MovableClock.over(clock);
    Faults faults = new Faults(movable);
    Limits limits = new Limits(movable);
    world = new World(movable);
    gateway = new Gateway(world, address, faults);
    timeline = new Timeline(world, gateway, stage);
    commands = new Commands(world);
    interactions = new Interactions(world, gateway, stage, words);
    threads = new ThreadRoutes(world, timeline, gateway);
    page = new Visitor(this, world.host, world.firstChannel());
    server =
        new Server(
            world,
            gateway,
            interactions,
            specification,
            book,
            faults,
            limits,
            List.of(
                new IdentityRoutes(world, gateway),
                new CommandRoutes(world, commands),
                new MessageRoutes(world, timeline),
                new PinRoutes(world, timeline),
                threads,
                new InteractionRoutes(world, interactions, timeline),
                new WebhookRoutes(world, interactions, timeline)));
    backstage = new DiscordBackstage(this, world, gateway, faults, limits);
    address.listensOn(server.start(port));
  }

  @Override
  public String name() {
    return "discord";
  }

  @Override
  public ObjectNode coordinates() {
    ObjectNode coordinates = Json.object();
    coordinates.put("api", address.api());
    coordinates.put("token", world.token);
    coordinates.put("channel", page.channel());
    return coordinates;
  }

  /** The person at the page, in the guild's first channel. */
  public Visitor page() {
    return page;
  }

  /**
   * A new person in the guild's first channel.
   *
   * @param locale as Discord writes it: {@code ko}, {@code en-US}
   */
  public Visitor visitor(String name, String locale) {
    return visitor(name, locale, false);
  }

  /** A new person who may manage the guild's channels, in the first of them. */
  public Visitor administrator(String name, String locale) {
    return visitor(name, locale, true);
  }

  private Visitor visitor(String name, String locale, boolean administrator) {
    return world.alone(
        () -> new Visitor(this, world.settle(name, locale, administrator), world.firstChannel()));
  }

  /**
   * Sets what the bot may do in a text channel of its guild, as an overwrite that it is told of.
   *
   * @param permissions permission bits as Discord documents them
   */
  public void permit(String channel, long permissions) {
    alone(
        () -> {
          Channel room =
              room(channel).orElseThrow(() -> new IllegalArgumentException("no " + channel));
          backstage.permit(room, permissions);
        });
  }

  /** A new announcement channel in the bot's guild; its id. */
  public String announcements(String name) {
    return world.alone(
        () -> told(Channel.in(world.home, Channel.ANNOUNCEMENT, world.ids.next(), name)).idText());
  }

  /**
   * A new forum in the bot's guild.
   *
   * @param required whether each post must have a tag
   * @param tags their names; one that ends with an exclamation mark only moderators give
   * @return its id
   */
  public String forum(String name, boolean required, String... tags) {
    return world.alone(
        () -> {
          List<Tags.Tag> all = new ArrayList<>();
          for (String tag : tags) {
            String id = Long.toString(world.ids.next());
            all.add(new Tags.Tag(id, tag.replaceFirst("!$", ""), tag.endsWith("!")));
          }
          Tags of = new Tags(all, required);
          return told(Channel.forum(world.home, world.ids.next(), name, of)).idText();
        });
  }

  /** The person at the page begins a post in a forum; its id. */
  public String post(String forum, String title) {
    return world.alone(
        () -> {
          Channel parent = world.channel(Long.parseLong(forum)).orElseThrow();
          ObjectNode body = Json.object().put("name", title);
          Channel post = threads.open(world.ids.next(), parent, world.host, body, List.of());
          timeline.post(
              post.id,
              post,
              world.host,
              Json.object().put("content", title),
              Mentions.REGULAR,
              null);
          return post.idText();
        });
  }

  /** The id of a role of the bot's guild: {@code readers}, whom all may call, or {@code admins}. */
  public String role(String name) {
    for (JsonNode role : world.home.roles()) {
      if (role.path("name").asText().equals(name)) {
        return role.path("id").asText();
      }
    }
    throw new IllegalArgumentException("no role " + name);
  }

  private Channel told(Channel channel) {
    gateway.dispatch("CHANNEL_CREATE", Gateway.GUILDS, channel, channel.object());
    return world.settled(channel);
  }

  /** Cuts all gateway connections without a word, as a lost network does; sessions can resume. */
  public void cutLines() {
    server.cutLines();
  }

  @Override
  public void speak(String language) {
    page.speak(language.equals("en") ? "en-US" : language);
  }

  @Override
  public void say(String text) {
    page.say(text);
  }

  @Override
  public void press(String message, String button, String value) {
    page.use(message, button, value);
  }

  @Override
  public ArrayNode transcript() {
    return page.transcript();
  }

  @Override
  public void watch(Consumer<Event> listener) {
    page.watch(listener);
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public Backstage backstage() {
    return backstage;
  }

  @Override
  public void close() {
    backstage.faults().clear();
    server.close();
    stage.close();
  }

  void alone(Runnable work) {
    world.alone(
        () -> {
          interactions.sweep();
          work.run();
          return true;
        });
  }

  /** A person manages a channel from now on; the bot is told of the overwrite. */
  void manage(Channel channel, Person person) {
    alone(
        () -> {
          channel.managers.add(person);
          gateway.dispatch("CHANNEL_UPDATE", Gateway.GUILDS, channel, channel.object());
        });
  }

  /** A text channel of the bot's guild, by its name or its id. */
  Optional<Channel> room(String name) {
    return world.home.channels().stream()
        .filter(room -> room.name.equals(name) || room.idText().equals(name))
        .findFirst();
  }

  Channel settled(String id) {
    return place(id).orElseThrow();
  }

  Optional<Channel> place(String id) {
    return world.alone(() -> world.channel(Long.parseLong(id)));
  }

  Channel direct(Person person) {
    return world.alone(() -> world.direct(person));
  }

  Channel lobby() {
    return world.elsewhere.channels().getFirst();
  }

  Timeline timeline() {
    return timeline;
  }

  Commands commands() {
    return commands;
  }

  void notice(Person person, Channel channel, String key, Object... arguments) {
    stage.notice(person, channel, words.say(person, key, arguments));
  }

  Interaction begin(
      int type,
      Person person,
      Channel channel,
      ObjectNode data,
      boolean guildInstalled,
      @Nullable Message source) {
    Interaction interaction =
        interactions.begin(type, person, channel, data, guildInstalled, source);
    // Only a nudge to look: whether it is late, the clock says.
    CompletableFuture.delayedExecutor(
            Interaction.ANSWER_WITHIN.toMillis() + 100, TimeUnit.MILLISECONDS)
        .execute(() -> alone(() -> {}));
    return interaction;
  }

  ArrayNode view(Person person, Channel channel) {
    return world.alone(
        () -> {
          interactions.sweep();
          return Stage.view(person, channel);
        });
  }

  void watch(Person person, Channel channel, Consumer<Event> listener) {
    stage.watch(person, channel, listener);
  }
}
