package bot.briefing.command;

import bot.briefing.briefing.Hit;
import bot.briefing.briefing.Listing;
import bot.briefing.card.Button;
import bot.briefing.card.ShortHash;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.text.Language;
import bot.briefing.text.Letters;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is written about, and by whom, in a run of digests: topics and sources with their articles.
 * Immutable; made anew when a digest or the taxonomy is another.
 */
final class Index {
  private final List<Digest> digests;
  private final Taxonomy taxonomy;
  private final Language language;
  private final Map<ShortHash, Subject> topics;
  private final Map<ShortHash, Subject> sources;
  private final List<Source> publishers;

  Index(List<Digest> digests, Taxonomy taxonomy, Language language) {
    this.digests = List.copyOf(digests);
    this.taxonomy = taxonomy;
    this.language = language;
    Map<String, List<Hit>> byTopic = new HashMap<>();
    Map<ShortHash, List<Hit>> bySource = new HashMap<>();
    Map<ShortHash, Source> named = new LinkedHashMap<>();
    taxonomy.sources().forEach(source -> named.put(source.hash(), source));
    for (Digest digest : digests) {
      for (Article article : digest.articles()) {
        Hit hit = new Hit(digest, article);
        article
            .topics()
            .forEach(id -> byTopic.computeIfAbsent(id, _ -> new ArrayList<>()).add(hit));
        taxonomy
            .source(article)
            .ifPresent(
                source -> {
                  named.putIfAbsent(source.hash(), source);
                  bySource.computeIfAbsent(source.hash(), _ -> new ArrayList<>()).add(hit);
                });
      }
    }
    this.publishers = List.copyOf(named.values());
    this.topics =
        sorted(
            taxonomy.topics().stream()
                .map(topic -> topic(topic, byTopic.getOrDefault(topic.id(), List.of()))));
    this.sources =
        sorted(
            named.entrySet().stream()
                .map(
                    one -> source(one.getValue(), bySource.getOrDefault(one.getKey(), List.of()))));
  }

  /** Whether this is the index of the very same digests and taxonomy. */
  boolean isOf(List<Digest> others, Taxonomy other) {
    if (taxonomy != other || digests.size() != others.size()) {
      return false;
    }
    for (int place = 0; place < digests.size(); place++) {
      if (!isSame(digests.get(place), others.get(place))) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // a digest that was read anew is another one
  private static boolean isSame(Digest one, Digest other) {
    return one == other;
  }

  /** All subjects of a kind: those with the most articles first, then those without any. */
  List<Subject> all(Kind kind) {
    return List.copyOf(of(kind).values());
  }

  Optional<Subject> find(Kind kind, ShortHash hash) {
    return Optional.ofNullable(of(kind).get(hash));
  }

  /** All sources that are known, or only written about. */
  List<Source> publishers() {
    return publishers;
  }

  /** The digests of which this is the index, the latest first. */
  List<Digest> digests() {
    return digests;
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  /** The topic of an id. */
  Optional<Subject> topic(String id) {
    return find(Kind.TOPIC, ShortHash.of(id));
  }

  /** The subject that a person means. */
  Optional<Subject> named(Kind kind, String typed) {
    Optional<ShortHash> known =
        switch (kind) {
          case TOPIC -> taxonomy.topic(typed).map(Topic::hash);
          case SOURCE -> taxonomy.source(typed).map(Source::hash);
        };
    String letters = Letters.of(typed);
    return known
        .flatMap(hash -> find(kind, hash))
        .or(() -> of(kind).values().stream().filter(one -> one.isSpelled(letters)).findFirst());
  }

  /** The subjects whose names are nearest to what was typed. */
  List<Subject> nearest(Kind kind, String typed, int most) {
    Stream<ShortHash> hashes =
        switch (kind) {
          case TOPIC -> taxonomy.nearestTopics(typed, most).stream().map(Topic::hash);
          case SOURCE ->
              taxonomy.nearestSources(publishers, typed, most).stream().map(Source::hash);
        };
    return hashes.flatMap(hash -> find(kind, hash).stream()).toList();
  }

  private Map<ShortHash, Subject> of(Kind kind) {
    return kind == Kind.TOPIC ? topics : sources;
  }

  private Subject topic(Topic topic, List<Hit> hits) {
    Stream<String> names =
        Stream.of(Stream.of(topic.id()), topic.names().values().stream(), topic.aliases().stream())
            .flatMap(words -> words);
    return subject(Kind.TOPIC, topic.hash(), topic.name(language), topic.id(), names, hits);
  }

  private Subject source(Source source, List<Hit> hits) {
    Stream<String> names =
        Stream.of(Stream.of(source.name()), source.aliases().stream(), source.domains().stream())
            .flatMap(words -> words);
    return subject(Kind.SOURCE, source.hash(), source.name(), source.name(), names, hits);
  }

  private Subject subject(
      Kind kind, ShortHash hash, String name, String word, Stream<String> names, List<Hit> hits) {
    List<Button> below =
        List.of(
            Replies.today(language),
            Replies.all(language, Kind.TOPIC),
            Replies.all(language, Kind.SOURCE));
    Optional<Listing> listing =
        hits.isEmpty()
            ? Optional.empty()
            : Optional.of(new Listing(language, name, hits, page -> kind.show(hash, page), below));
    return new Subject(
        kind,
        hash,
        name,
        word,
        names.map(Letters::of).filter(letters -> !letters.isEmpty()).distinct().toList(),
        List.copyOf(hits),
        listing);
  }

  private static Map<ShortHash, Subject> sorted(Stream<Subject> subjects) {
    Map<ShortHash, Subject> sorted = new LinkedHashMap<>();
    subjects
        .sorted(Comparator.comparingInt(Subject::count).reversed())
        .forEach(subject -> sorted.putIfAbsent(subject.hash(), subject));
    return sorted;
  }
}
