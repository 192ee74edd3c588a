package bot.briefing.subscription;

import bot.briefing.content.Article;
import bot.briefing.text.Fold;
import bot.briefing.topic.MuteWords;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which articles a chat wants: those of its topics, where it named some, and of its sources, where
 * it named some, without those in which one of its mute words stands. Pure.
 *
 * @param topics ids; none: all
 * @param sources names; none: all
 * @param mute plain words; none: nothing is muted
 */
public record Filter(Set<String> topics, Set<String> sources, Set<String> mute) {
  /** Everything. */
  public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of());

  public Filter {
    topics = Collections.unmodifiableSet(new TreeSet<>(topics));
    sources = Collections.unmodifiableSet(new TreeSet<>(sources));
    mute = Collections.unmodifiableSet(new TreeSet<>(mute));
  }

  /** Whether it asks for topics or sources at all. */
  public boolean chooses() {
    return !topics.isEmpty() || !sources.isEmpty();
  }

  /** Whether an article is of the topics and of the sources. */
  public Predicate<Article> chosen(Taxonomy taxonomy) {
    Set<String> wanted = sources.stream().map(Fold::key).collect(Collectors.toSet());
    return article ->
        (topics.isEmpty() || !Collections.disjoint(article.topics(), topics))
            && (wanted.isEmpty()
                || taxonomy.source(article).filter(source -> isOne(source, wanted)).isPresent());
  }

  /** A source keeps its name in an order, even where the file calls it otherwise since. */
  private static boolean isOne(Source source, Set<String> wanted) {
    return Stream.concat(Stream.of(source.name()), source.aliases().stream())
        .map(Fold::key)
        .anyMatch(wanted::contains);
  }

  /** Whether a mute word stands in an article. */
  public Predicate<Article> muted() {
    return mute.isEmpty() ? _ -> false : new MuteWords(mute)::standIn;
  }
}
