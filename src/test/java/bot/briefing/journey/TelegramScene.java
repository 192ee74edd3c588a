package bot.briefing.journey;

import bot.briefing.chat.Channel;
import bot.briefing.chat.ChatEvents;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import bot.briefing.sandbox.TelegramSpecification;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.telegram.TelegramBot;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Our bot in telegrambots on a loopback Telegram. */
final class TelegramScene implements Scene {

  private final LoopbackTelegram telegram =
      new LoopbackTelegram(0, () -> Newsrooms.NOW, TelegramSpecification.find());
  private final ChatEvents events;
  private @Nullable TelegramBot bot;
  private long people = 100;

  TelegramScene() {
    this(ChatEvents.NONE);
  }

  TelegramScene(ChatEvents events) {
    this.events = events;
    Coverage.read("Telegram", telegram.book());
  }

  LoopbackTelegram telegram() {
    return telegram;
  }

  @Override
  public void serve(Newsroom newsroom) {
    if (bot != null) {
      bot.close();
    }
    TelegramBot next =
        TelegramBot.start(
            telegram.coordinates().path("token").asText(),
            URI.create(telegram.coordinates().path("api").asText()),
            newsroom,
            Language.KO,
            events,
            () -> Newsrooms.NOW);
    bot = next;
    next.ready().orTimeout(20, TimeUnit.SECONDS).join();
  }

  Person person(Language language) {
    return telegram.people().settle(new Person(++people, "Somebody", language.tag()));
  }

  Reader at(Person person, long chat) {
    return new TelegramReader(telegram, person, chat);
  }

  @Override
  public Reader alone(Language language) {
    Person person = person(language);
    return at(person, person.id());
  }

  @Override
  public List<Reader> together(Language first, Language second) {
    Person one = person(first);
    Person other = person(second);
    long group = telegram.people().supergroup("News", one);
    telegram.people().join(other, group, Standing.MEMBER);
    return List.of(at(one, group), at(other, group));
  }

  @Override
  public String command(Verb verb, Language language) {
    return "/" + verb.word();
  }

  @Override
  public String onward(Language language) {
    return language == Language.KO ? "이어서" : "Continue";
  }

  @Override
  public List<String> pinged(Seen message) {
    // A user name pings a member of the chat; alone with the bot there is nobody else.
    Set<String> pings =
        message.wire().at("/chat/type").asText().equals("private")
            ? Set.of("text_mention")
            : Set.of("mention", "text_mention");
    return StreamSupport.stream(message.wire().path("entities").spliterator(), false)
        .filter(entity -> pings.contains(entity.path("type").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  @Override
  public Channel channel() {
    return Objects.requireNonNull(bot).channel();
  }

  @Override
  public Book book() {
    return telegram.book();
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    telegram.close();
  }
}
