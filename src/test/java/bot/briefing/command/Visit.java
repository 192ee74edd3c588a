package bot.briefing.command;

import bot.briefing.briefing.Briefings;
import bot.briefing.briefing.Written;
import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.PlainText;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.content.Withheld;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reader in front of a newsroom whose archive and clock the test holds. Noon in Seoul. */
final class Visit {
  final Archive archive = new Archive();
  final Withheld library = new Withheld(archive);
  private Taxonomy taxonomy = Written.taxonomy();
  private Instant now;
  private @Nullable ZoneId zone;
  private Language language = Language.KO;
  private final Briefings briefings = new Briefings(() -> taxonomy, 1_000_000);
  final Newsroom newsroom =
      new NewsDesk(library, () -> taxonomy, briefings, Language.KO, () -> now);

  private Visit(String day) {
    now = LocalDate.parse(day).atTime(12, 0).atZone(Written.SEOUL).toInstant();
  }

  static Visit on(String day) {
    return new Visit(day);
  }

  Visit at(Instant instant) {
    now = instant;
    return this;
  }

  Visit from(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  Visit reading(Language other) {
    language = other;
    return this;
  }

  Visit with(Taxonomy other) {
    taxonomy = other;
    return this;
  }

  Asker asker() {
    return new Asker(new Chat(Platform.TELEGRAM, "1", null), Place.PRIVATE, language, zone);
  }

  Answer type(String text) {
    return newsroom.answer(Commands.typed(text), asker());
  }

  Answer press(Action action) {
    return newsroom.answer(new Command.Press(action), asker());
  }

  Answer press(Answer answer, String label) {
    return press(button(answer, label).orElseThrow().action());
  }

  List<String> complete(Verb.Argument argument, String typed) {
    return newsroom.complete(argument, typed, asker()).stream()
        .map(choice -> choice.label() + " = " + choice.value())
        .toList();
  }

  static String text(Answer answer) {
    return PlainText.of(answer.card());
  }

  static String firstLine(Answer answer) {
    return text(answer).lines().findFirst().orElseThrow();
  }

  static List<String> buttons(Answer answer) {
    return acts(answer.card()).map(Button.Act::label).toList();
  }

  static Optional<Button.Act> button(Answer answer, String label) {
    return acts(answer.card()).filter(act -> act.label().equals(label)).findFirst();
  }

  static List<Piece.Entry> entries(Answer answer) {
    return answer.card().pieces().stream()
        .filter(Piece.Entry.class::isInstance)
        .map(Piece.Entry.class::cast)
        .toList();
  }

  private static Stream<Button.Act> acts(Card card) {
    return card.rows().stream()
        .flatMap(List::stream)
        .filter(Button.Act.class::isInstance)
        .map(Button.Act.class::cast);
  }
}
