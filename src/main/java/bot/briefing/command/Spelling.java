package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Step;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person may type instead of pressing a button. */
final class Spelling {
  private Spelling() {}

  static String of(Action action, Shelf shelf, Supplier<Index> index) {
    return command(action, shelf, index).orElseGet(() -> "/start " + ActionCodec.encode(action));
  }

  private static Optional<String> command(Action action, Shelf shelf, Supplier<Index> index) {
    return switch (action) {
      case Action.Today() -> Optional.of(line(Verb.TODAY));
      case Action.Help() -> Optional.of(line(Verb.HELP));
      case Action.OnDate(var date) -> Optional.of(line(Verb.DATE, date.toString()));
      case Action.Topics(var page) -> first(page, line(Verb.TOPICS));
      case Action.Sources(var page) -> first(page, line(Verb.SOURCES));
      case Action.OnTopic(var topic, var page) ->
          index
              .get()
              .find(Kind.TOPIC, topic)
              .flatMap(subject -> first(page, line(Verb.TOPIC, subject.word())));
      case Action.FromSource(var source, var page) ->
          index
              .get()
              .find(Kind.SOURCE, source)
              .flatMap(subject -> first(page, line(Verb.SOURCE, subject.word())));
      case Action.Overview(var digest, var page) ->
          shelf
              .find(digest)
              .filter(_ -> shelf.on(digest.date()).size() == 1)
              .flatMap(_ -> first(page, line(Verb.DATE, digest.date().toString())));
      case Action.Manage(var step, var order) when order == null -> verb(step).map(Spelling::line);
      case Action.Manage _, Action.Choose _, Action.Pick _ -> Optional.empty();
      case Action.Settle _, Action.Elsewhere _ -> Optional.empty();
      case Action.Read _, Action.Turn _ -> Optional.empty();
    };
  }

  private static Optional<Verb> verb(Step step) {
    return switch (step) {
      case SUBSCRIBE -> Optional.of(Verb.SUBSCRIBE);
      case SETTINGS -> Optional.of(Verb.SETTINGS);
      case STATUS -> Optional.of(Verb.STATUS);
      case PRIVACY -> Optional.of(Verb.PRIVACY);
      case PAUSE -> Optional.of(Verb.PAUSE);
      case RESUME -> Optional.of(Verb.RESUME);
      case TEST -> Optional.of(Verb.TEST);
      case UNSUBSCRIBE -> Optional.of(Verb.UNSUBSCRIBE);
      case COPY -> Optional.of(Verb.COPY);
      default -> Optional.empty();
    };
  }

  /** Only a first page can be typed. */
  private static Optional<String> first(int page, String line) {
    return page == 0 ? Optional.of(line) : Optional.empty();
  }

  private static String line(Verb verb) {
    return "/" + verb.word();
  }

  private static String line(Verb verb, String argument) {
    return line(verb) + " " + argument;
  }
}
