package bot.briefing.journey;

import bot.briefing.chat.Channel;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.text.Language;
import java.util.List;

/** A loopback platform with our bot on it. */
interface Scene extends AutoCloseable {
  /** Ends the bot and starts another in its place. Returns when it serves. */
  void serve(Newsroom newsroom);

  /** Somebody new, alone with the bot. */
  Reader alone(Language language);

  /** Two new people who read the same messages. */
  List<Reader> together(Language first, Language second);

  /** A command as people of this language call it here. */
  String command(Verb verb, Language language);

  /** The words that turn to the next part of a long message. */
  String onward(Language language);

  /** Whom a message pings: nobody, where it is right. */
  List<String> pinged(Seen message);

  /** The bot's way out. */
  Channel channel();

  Book book();

  @Override
  void close();
}
