package bot.briefing.command;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Action;
import bot.briefing.chat.Asker;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The newsroom over a library. Holds nothing but what can be reckoned anew. */
public final class NewsDesk implements Newsroom {
  private final Library library;
  private final Supplier<Taxonomy> taxonomy;
  private final Language standard;
  private final InstantSource clock;
  private final DayAnswers days;
  private final SubjectAnswers subjects;
  private final OrderDesk orders;
  private final Answers answers;

  /** The latest index of each language: as long as the digests are the same ones, it holds. */
  private final Map<Language, Index> indexes = new ConcurrentHashMap<>();

  /** A newsroom without a push side: it says of itself that nothing can be ordered there. */
  public NewsDesk(
      Library library,
      Supplier<Taxonomy> taxonomy,
      Briefings briefings,
      Language standard,
      InstantSource clock) {
    this(library, taxonomy, briefings, standard, clock, null);
  }

  /**
   * @param taxonomy as of now: topics may be read anew
   * @param standard the language of a digest that has no edition in the reader's
   * @param standing the push side; absent where there is none
   */
  public NewsDesk(
      Library library,
      Supplier<Taxonomy> taxonomy,
      Briefings briefings,
      Language standard,
      InstantSource clock,
      @Nullable Standing standing) {
    this.library = library;
    this.taxonomy = taxonomy;
    this.standard = standard;
    this.clock = clock;
    this.days = new DayAnswers(briefings, library);
    this.subjects = new SubjectAnswers(briefings, days);
    this.orders = new OrderDesk(standing, library, taxonomy);
    this.answers = new Answers(library, taxonomy);
  }

  @Override
  public Answer answer(Command command, Asker asker) {
    return answer(command, question(asker));
  }

  private Answer answer(Command command, Question question) {
    return answers.of(command, question, () -> reckoned(command, question));
  }

  private Answer reckoned(Command command, Question question) {
    return switch (command) {
      case Command.Ask(var verb, var argument) -> ask(question, verb, argument);
      case Command.Press(var action) -> press(question, action);
      case Command.Worn() -> HelpAnswers.worn(question);
      case Command.Start() -> HelpAnswers.start(question, orders.isOpen());
      case Command.Words(var typed) ->
          WordAnswers.meant(question, typed)
              .map(meant -> answer(meant, question))
              .orElseGet(() -> WordAnswers.unclear(question, typed));
      case Command.Unknown(var typed) -> WordAnswers.unknown(question, typed);
      case Command.About(var of, var other) -> orders.about(question, of, other, this::reckoned);
    };
  }

  private Answer ask(Question question, Verb verb, String typed) {
    String argument = Replies.taken(typed);
    return switch (verb) {
      case TODAY -> days.today(question);
      case TOPIC, TOPICS -> subjects.typed(question, Kind.TOPIC, argument);
      case SOURCE, SOURCES -> subjects.typed(question, Kind.SOURCE, argument);
      case DATE -> days.typed(question, argument);
      case HELP -> HelpAnswers.help(question, orders.isOpen());
      case SUBSCRIBE, UNSUBSCRIBE, PAUSE, RESUME, SETTINGS, TEST, COPY, STATUS, WHY, PRIVACY ->
          orders.ask(question, verb, argument);
    };
  }

  private Answer press(Question question, Action action) {
    return switch (action) {
      case Action.Today() -> days.today(question);
      case Action.OnDate(var date) -> days.of(question, date);
      case Action.Overview(var digest, var page) -> days.overview(question, digest, page);
      case Action.Read(var digest, var article) -> days.article(question, digest, article);
      case Action.OnTopic(var topic, var page) ->
          subjects.pressed(question, Kind.TOPIC, topic, page);
      case Action.FromSource(var source, var page) ->
          subjects.pressed(question, Kind.SOURCE, source, page);
      case Action.Topics(var page) -> subjects.all(question, Kind.TOPIC, page);
      case Action.Sources(var page) -> subjects.all(question, Kind.SOURCE, page);
      case Action.Help() -> HelpAnswers.help(question, orders.isOpen());
      case Action.Manage _, Action.Choose _, Action.Pick _, Action.Settle _ ->
          orders.press(question, action);
      // A platform that knows of other chats asks for them itself.
      case Action.Elsewhere _ -> HelpAnswers.worn(question);
      case Action.Turn(var of, var part) -> {
        Answer whole = press(question, of);
        yield new Answer(whole.outcome(), whole.card(), part);
      }
    };
  }

  @Override
  public List<Choice> complete(Verb.Argument argument, String typed, Asker asker) {
    Question question = question(asker);
    return argument == Verb.Argument.NAME
        ? Completions.names(orders.names(question), typed)
        : Completions.of(argument, typed, question);
  }

  @Override
  public String spell(Action action) {
    Shelf shelf = new Shelf(library, standard, standard, clock.instant());
    return Spelling.of(action, shelf, () -> index(shelf, standard));
  }

  private Question question(Asker asker) {
    Instant now = clock.instant();
    Shelf shelf = new Shelf(library, asker.language(), standard, now);
    return new Question(asker, now, shelf, () -> index(shelf, asker.language()));
  }

  private Index index(Shelf shelf, Language reader) {
    Index kept = indexes.get(reader);
    List<Digest> digests = shelf.window();
    Taxonomy current = taxonomy.get();
    if (kept != null && kept.isOf(digests, current)) {
      return kept;
    }
    Index made = new Index(digests, current, reader);
    indexes.put(reader, made);
    return made;
  }
}
