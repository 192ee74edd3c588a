package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.DigestId;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.text.Days;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that the layouts share, in one language and by one taxonomy. */
record Words(Language language, Taxonomy taxonomy) {
  private static final String DOT = " · ";

  String say(String key, Object... arguments) {
    return Texts.in(language).say(key, arguments);
  }

  String day(LocalDate day) {
    return Days.in(language).plain(day);
  }

  /** Who published an article, and a day where one is given. */
  List<Span> byline(Article article, @Nullable LocalDate day) {
    List<String> words = new ArrayList<>();
    source(article).ifPresent(words::add);
    if (day != null) {
      words.add(day(day));
    }
    return line(words);
  }

  private Optional<String> source(Article article) {
    return Optional.ofNullable(article.source())
        .filter(name -> !name.isBlank())
        .or(() -> taxonomy.source(article).map(Source::name));
  }

  List<Span> line(List<String> words) {
    return words.isEmpty() ? List.of() : List.of(Span.plain(String.join(DOT, words)));
  }

  Piece.Entry entry(int number, DigestId digest, Article article, List<Span> lead, List<Span> by) {
    Action read = new Action.Read(digest, article.id());
    return new Piece.Entry(
        number,
        List.of(Span.plain(article.title())),
        lead,
        by,
        new Button.Act(say("card.read"), read));
  }

  /** Buttons of topics; ids that the taxonomy no longer has are left out. */
  List<Button> topics(Collection<String> ids, int most) {
    List<Button> buttons = new ArrayList<>();
    for (String id : ids) {
      taxonomy.topics().stream()
          .filter(topic -> topic.id().equals(id) && buttons.size() < most)
          .map(this::button)
          .forEach(buttons::add);
    }
    return buttons;
  }

  private Button button(Topic topic) {
    return new Button.Act(topic.name(language), new Action.OnTopic(topic.hash(), 0));
  }
}
