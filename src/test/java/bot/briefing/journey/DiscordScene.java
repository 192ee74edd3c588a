package bot.briefing.journey;

import bot.briefing.chat.Channel;
import bot.briefing.chat.ChatEvents;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import bot.briefing.discord.DiscordBot;
import bot.briefing.sandbox.DiscordSpecification;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Our bot in JDA on a loopback Discord. */
final class DiscordScene implements Scene {
  /** JDA reads an interaction's age from its id, so time is the machine's. */
  private final LoopbackDiscord discord =
      new LoopbackDiscord(0, InstantSource.system(), DiscordSpecification.find());

  private final ChatEvents events;
  private @Nullable DiscordBot bot;

  DiscordScene() {
    this(ChatEvents.NONE);
  }

  DiscordScene(ChatEvents events) {
    this.events = events;
    Coverage.read("Discord", discord.book());
  }

  LoopbackDiscord discord() {
    return discord;
  }

  @Override
  public void serve(Newsroom newsroom) {
    if (bot != null) {
      bot.close();
    }
    DiscordBot next =
        DiscordBot.start(
            discord.coordinates().path("token").asText(),
            Optional.of(URI.create(discord.coordinates().path("api").asText())),
            newsroom,
            Language.KO,
            events,
            InstantSource.system());
    bot = next;
    next.ready().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** A person in the guild's first channel. */
  Visitor visitor(Language language) {
    return discord.visitor("Somebody", language == Language.KO ? "ko" : "en-US");
  }

  static Reader at(Visitor visitor) {
    return new DiscordReader(visitor);
  }

  @Override
  public Reader alone(Language language) {
    return at(visitor(language).inDirectMessages());
  }

  @Override
  public List<Reader> together(Language first, Language second) {
    return List.of(at(visitor(first)), at(visitor(second)));
  }

  @Override
  public String command(Verb verb, Language language) {
    return "/" + (language == Language.KO ? verb.korean() : verb.word());
  }

  @Override
  public String onward(Language language) {
    return language == Language.KO ? "이어서" : "Continue";
  }

  @Override
  public List<String> pinged(Seen message) {
    List<String> pinged = new ArrayList<>();
    if (message.wire().path("mention_everyone").asBoolean()) {
      pinged.add("everyone");
    }
    message.wire().path("mentions").forEach(user -> pinged.add(user.toString()));
    message.wire().path("mention_roles").forEach(role -> pinged.add(role.toString()));
    return pinged;
  }

  @Override
  public Channel channel() {
    return Objects.requireNonNull(bot).channel();
  }

  @Override
  public Book book() {
    return discord.book();
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    discord.close();
  }
}
