package bot.briefing.topic;

import bot.briefing.content.Article;
import bot.briefing.content.Tagger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All topics and sources that are known, as of one reading of their files: immutable, safe for any
 * thread. Resolving is blind to case, width, spacing, punctuation and NFC/NFD, and to Korean
 * particles and an English plural's s at the end of what was typed.
 */
public final class Taxonomy implements Tagger {
  private final List<Topic> topics;
  private final List<Source> sources;
  private final Names<Topic> names;
  private final Publishers publishers;
  private final Tagging tagging;
  private final Nearest<Topic> near;

  /**
   * @throws IllegalArgumentException when two topics or two sources have a name in common
   */
  public Taxonomy(List<Topic> topics, List<Source> sources) {
    this.topics = List.copyOf(topics);
    this.sources = List.copyOf(sources);
    this.names = new Names<>(topics, Taxonomy::called).unshared();
    this.publishers = new Publishers(sources).unshared();
    this.tagging = new Tagging(this.topics);
    this.near = new Nearest<>(topics, Taxonomy::called);
  }

  private static List<String> called(Topic topic) {
    return Stream.of(List.of(topic.id()), topic.names().values(), topic.aliases())
        .flatMap(Collection::stream)
        .toList();
  }

  /** In the order of the file. */
  public List<Topic> topics() {
    return topics;
  }

  /** In the order of the file. */
  public List<Source> sources() {
    return sources;
  }

  /** At most five, by the key words in the headline and in the text of the sections. */
  @Override
  public List<String> topics(Article article) {
    return tagging.topics(article);
  }

  /**
   * The topic that a person means: by id, name or alias in any language, particles glued to it
   * allowed.
   */
  public Optional<Topic> topic(String typed) {
    return names.find(typed);
  }

  /**
   * The source of the file that a person means: by name, alias, domain or address, else by words
   * that only one source's names begin with, else by a part that only one has.
   */
  public Optional<Source> source(String typed) {
    return publishers.find(typed);
  }

  /** Likewise among any sources, such as those that the digests name. */
  public Optional<Source> source(Collection<Source> of, String typed) {
    return new Publishers(of).find(typed);
  }

  /**
   * The source that published an article: by its name there, else by its link's domain; one that is
   * in no file is made of the article's own words, or of the domain where it names none. Empty for
   * an article without source and link.
   */
  public Optional<Source> source(Article article) {
    Optional<String> name = Optional.ofNullable(article.source()).filter(it -> !it.isBlank());
    Optional<String> host =
        Optional.ofNullable(article.url()).map(url -> Objects.requireNonNull(url.getHost()));
    return name.flatMap(publishers::named)
        .or(() -> host.flatMap(publishers::at))
        .or(() -> made(name, host.map(Domains::ofHost)));
  }

  private static Optional<Source> made(Optional<String> name, Optional<String> domain) {
    return name.or(() -> domain)
        .map(words -> new Source(words.strip(), List.of(), domain.stream().toList()));
  }

  /**
   * The topics whose names are nearest to what was typed, the nearest first (edit distance, on jamo
   * for Korean; a keyboard in the wrong language is seen through). Only such as may have been
   * meant: perhaps none.
   */
  public List<Topic> nearestTopics(String typed, int most) {
    return near.to(typed, most);
  }

  /** The sources among {@code of} whose names are nearest to what was typed, likewise. */
  public List<Source> nearestSources(Collection<Source> of, String typed, int most) {
    return new Nearest<>(of, Publishers::called).to(typed, most);
  }
}
