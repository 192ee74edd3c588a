package bot.briefing.topic;

import bot.briefing.content.Article;
import bot.briefing.content.Tagger;
import java.util.List;
import java.util.Optional;

/**
 * All topics and sources that are known, as of one reading of their files: immutable. Resolving is
 * blind to case, width, spacing, punctuation and NFC/NFD.
 */
public final class Taxonomy implements Tagger {
  private final List<Topic> topics;
  private final List<Source> sources;

  public Taxonomy(List<Topic> topics, List<Source> sources) {
    this.topics = List.copyOf(topics);
    this.sources = List.copyOf(sources);
  }

  public List<Topic> topics() {
    return topics;
  }

  public List<Source> sources() {
    return sources;
  }

  @Override
  public List<String> topics(Article article) {
    return List.of();
  }

  /**
   * The topic that a person means: by id, name or alias in any language, particles glued to it
   * allowed.
   */
  public Optional<Topic> topic(String typed) {
    return topics.stream().filter(topic -> topic.id().equals(typed)).findFirst();
  }

  /** The source that a person means: by name, alias or domain. */
  public Optional<Source> source(String typed) {
    return sources.stream().filter(source -> source.name().equals(typed)).findFirst();
  }

  /**
   * The source that published an article: by its name there, else by its link's domain; one that is
   * in no file is made of the article's own words.
   */
  public Optional<Source> source(Article article) {
    return Optional.ofNullable(article.source()).flatMap(this::source);
  }

  /**
   * The topics whose names are nearest to what was typed, the nearest first (edit distance, on jamo
   * for Korean).
   */
  public List<Topic> nearestTopics(String typed, int most) {
    return topics.stream().limit(most).toList();
  }

  /** The sources among {@code of} whose names are nearest to what was typed, the nearest first. */
  public List<Source> nearestSources(List<Source> of, String typed, int most) {
    return of.stream().limit(most).toList();
  }
}
