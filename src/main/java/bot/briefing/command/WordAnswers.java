package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.text.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes something of plain words and of commands that do not exist. */
final class WordAnswers {
  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 80;
  private static final int OFFERED = 3;
  private static final int FORGIVEN = 2;
  private static final Set<String> NEWS = Set.of("뉴스", "news", "최신", "latest", "브리핑", "briefing");
  private static final Set<String> HELLO = Set.of("안녕", "안녕하세요", "hi", "hello", "start", "시작");

  private WordAnswers() {}

  /** What a person means by plain words; empty when that cannot be told. */
  static Optional<Command> meant(Question question, String words) {
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    String whole = words.strip();
    return runs(whole)
        .flatMap(
            run -> run(question, run).filter(one -> run.equals(whole) || !isOfChat(one)).stream())
        .findFirst();
  }

  /** All runs of words in a text, the longest first; none of a text that is no question. */
  static Stream<String> runs(String words) {
    List<String> all = List.of(words.split("\\s+", -1));
    if (all.size() > MOST_WORDS) {
      return Stream.empty();
    }
    return IntStream.rangeClosed(1, all.size())
        .map(rank -> all.size() + 1 - rank)
        .boxed()
        .flatMap(
            length ->
                IntStream.rangeClosed(0, all.size() - length)
                    .mapToObj(from -> String.join(" ", all.subList(from, from + length))));
  }

  /** Nobody orders or ends something by a word in the middle of others. */
  private static boolean isOfChat(Command command) {
    return command instanceof Command.Ask(var verb, _) && verb.isOfChat();
  }

  /** A run of words that means one thing as a whole. */
  private static Optional<Command> run(Question question, String run) {
    String bare = run.replaceAll("[?!.,~]+$", "").toLowerCase(Locale.ROOT);
    Optional<Verb> verb = Verb.of(bare.replace(" ", ""));
    if (verb.isPresent() || NEWS.contains(bare)) {
      return Optional.of(new Command.Ask(verb.orElse(Verb.TODAY), ""));
    }
    if (HELLO.contains(bare)) {
      return Optional.of(new Command.Start());
    }
    if (DayWords.day(bare, question.today()).isPresent()) {
      return Optional.of(new Command.Ask(Verb.DATE, bare));
    }
    if (question.index().named(Kind.TOPIC, run).isPresent()) {
      return Optional.of(new Command.Ask(Verb.TOPIC, run));
    }
    if (question.index().named(Kind.SOURCE, run).isPresent()) {
      return Optional.of(new Command.Ask(Verb.SOURCE, run));
    }
    return withArgument(run);
  }

  private static Optional<Command> withArgument(String run) {
    String[] parts = run.split(" ", 2);
    return parts.length < 2
        ? Optional.empty()
        : Verb.of(parts[0])
            .filter(verb -> !verb.arguments().isEmpty())
            .map(verb -> new Command.Ask(verb, parts[1]));
  }

  /** Words that nobody could make sense of. */
  static Answer unclear(Question question, String words) {
    List<Button> near =
        Stream.of(Kind.TOPIC, Kind.SOURCE)
            .flatMap(
                kind -> question.index().nearest(kind, Replies.quoted(words), OFFERED).stream())
            .map(Subject::button)
            .toList();
    return Replies.said(
        question,
        Outcome.NOT_UNDERSTOOD,
        question.say("words.title"),
        question.say("words.text"),
        List.of(near, Replies.ways(question.language())));
  }

  /** A command that does not exist: the nearest one that does. */
  static Answer unknown(Question question, String typed) {
    String[] parts = typed.replaceFirst("^\\s*/*", "").strip().split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1] : "";
    List<Button> buttons = new ArrayList<>();
    Optional<Verb> nearest = nearest(parts[0]);
    nearest.flatMap(verb -> button(question, verb, argument)).ifPresent(buttons::add);
    if (nearest.isEmpty()) {
      Stream.of(Kind.TOPIC, Kind.SOURCE)
          .flatMap(kind -> question.index().named(kind, parts[0]).stream())
          .map(Subject::button)
          .forEach(buttons::add);
    }
    String text =
        nearest
            .map(verb -> question.say("unknown.near", question.command(verb)))
            .orElseGet(() -> question.say("unknown.text", question.command(Verb.HELP)));
    return Replies.said(
        question,
        Outcome.NOT_UNDERSTOOD,
        question.say("unknown.title", Replies.quoted("/" + parts[0])),
        text,
        List.of(buttons, Replies.ways(question.language())));
  }

  private record Near(Verb verb, int distance, int length) {}

  /** The verb of which the fewest letters are wrong, and not more than right ones. */
  private static Optional<Verb> nearest(String name) {
    String letters = Letters.of(name);
    return Stream.of(Verb.values())
        .flatMap(
            verb ->
                Stream.of(verb.word(), verb.korean())
                    .map(Letters::of)
                    .map(word -> new Near(verb, Letters.distance(letters, word), word.length())))
        .filter(near -> near.distance <= Math.max(FORGIVEN, near.length / 3))
        .filter(near -> near.distance < Math.min(near.length, letters.length()))
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::verb);
  }

  /** A button that does what was probably meant, where the argument tells. */
  private static Optional<Button> button(Question question, Verb verb, String argument) {
    if (argument.isEmpty()) {
      return Optional.empty();
    }
    return switch (verb) {
      case TOPIC, TOPICS -> question.index().named(Kind.TOPIC, argument).map(Subject::button);
      case SOURCE, SOURCES -> question.index().named(Kind.SOURCE, argument).map(Subject::button);
      case DATE ->
          DayWords.day(argument, question.today())
              .map(day -> new Button.Act(question.day(day), new Action.OnDate(day)));
      default -> Optional.empty();
    };
  }
}
