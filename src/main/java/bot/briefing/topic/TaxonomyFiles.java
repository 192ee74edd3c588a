package bot.briefing.topic;

import bot.briefing.content.Finding;
import bot.briefing.text.Language;
import bot.briefing.topic.Entry.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the taxonomy from {@code topics.yml} and {@code sources.yml} of the content folder. */
public final class TaxonomyFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TaxonomyFiles.class);

  /** The file of the topics, in the content folder. */
  public static final String TOPICS = "topics.yml";

  /** The file of the sources, in the content folder. */
  public static final String SOURCES = "sources.yml";

  private static final Set<String> TOPIC_KEYS = keys("id", "name", "aliases", "keywords");
  private static final Set<String> SOURCE_KEYS = keys("name", "aliases", "domains");
  private static final Set<String> LANGUAGES =
      Arrays.stream(Language.values())
          .map(Language::tag)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private TaxonomyFiles() {}

  /**
   * Reads both files. One that is missing gives none, and a warning in the log.
   *
   * @throws TaxonomyException when one is there and cannot be used: no YAML, a key or a value of
   *     the wrong kind, or a name that two topics or two sources share
   */
  public static Taxonomy read(Path contentFolder) throws TaxonomyException {
    return new Taxonomy(
        topics(entries(contentFolder.resolve(TOPICS), TOPIC_KEYS)),
        sources(entries(contentFolder.resolve(SOURCES), SOURCE_KEYS)));
  }

  /**
   * What keeps a file of topics or of sources from being used.
   *
   * @param file of the name {@link #TOPICS} or {@link #SOURCES}; a missing one is not wrong
   * @return empty where it can be used, or has another name
   */
  public static Optional<Finding> check(Path file) {
    try {
      switch (String.valueOf(file.getFileName())) {
        case TOPICS -> topics(entries(file, TOPIC_KEYS));
        case SOURCES -> sources(entries(file, SOURCE_KEYS));
        default -> {}
      }
      return Optional.empty();
    } catch (TaxonomyException wrong) {
      return Optional.of(wrong.finding(file.resolveSibling("")));
    }
  }

  private static List<Entry> entries(Path file, Set<String> keys) throws TaxonomyException {
    if (Files.notExists(file)) {
      if (Files.isDirectory(file.resolveSibling(""))) {
        LOG.warn("There is no {}: nothing is known of what it would name", file);
      }
      return List.of();
    }
    return Entries.read(file, keys);
  }

  private static List<Topic> topics(List<Entry> entries) throws TaxonomyException {
    List<Topic> topics = new ArrayList<>();
    Claims claims = new Claims("topic");
    for (Entry entry : entries) {
      Text id = entry.text("id");
      if (!Topic.isId(id.value())) {
        throw entry.wrong(id.line(), "bad-id", id.value());
      }
      claims.name(entry, id.value(), id);
      claims.hash(entry, id.value(), id);
      Map<Language, String> names = new EnumMap<>(Language.class);
      Entry name = entry.entry("name", LANGUAGES);
      for (Language language : Language.values()) {
        Text text = name.text(language.tag());
        claims.name(entry, id.value(), text);
        names.put(language, text.value());
      }
      List<Text> aliases = entry.texts("aliases");
      for (Text alias : aliases) {
        claims.name(entry, id.value(), alias);
      }
      List<Text> keywords = entry.texts("keywords");
      for (Text keyword : keywords) {
        claims.say(entry, keyword);
      }
      topics.add(new Topic(id.value(), names, values(aliases), values(keywords)));
    }
    return topics;
  }

  private static List<Source> sources(List<Entry> entries) throws TaxonomyException {
    List<Source> sources = new ArrayList<>();
    Claims claims = new Claims("source");
    for (Entry entry : entries) {
      Text name = entry.text("name");
      claims.name(entry, name.value(), name);
      claims.hash(entry, name.value(), name);
      List<Text> aliases = entry.texts("aliases");
      for (Text alias : aliases) {
        claims.name(entry, name.value(), alias);
      }
      List<Text> domains = entry.texts("domains");
      for (Text domain : domains) {
        if (!Domains.isDomain(domain.value())) {
          throw entry.wrong(domain.line(), "bad-domain", domain.value());
        }
        claims.name(entry, name.value(), domain);
      }
      sources.add(new Source(name.value(), values(aliases), values(domains)));
    }
    return sources;
  }

  private static List<String> values(List<Text> texts) {
    return texts.stream().map(Text::value).distinct().toList();
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
