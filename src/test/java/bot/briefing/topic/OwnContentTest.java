package bot.briefing.topic;

import static bot.briefing.text.Language.EN;
import static bot.briefing.text.Language.KO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bot.briefing.content.Article;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The taxonomy and the digest that come with the bot. */
final class OwnContentTest {
  private static final Path CONTENT = Path.of("content");
  private static final Taxonomy OURS = read();

  private static Taxonomy read() {
    try {
      return TaxonomyFiles.read(CONTENT);
    } catch (TaxonomyException e) {
      throw new AssertionError(e);
    }
  }

  /** A name, and the id or the name of what it means. */
  record Called(String name, String meant) {}

  /** A way of typing the same. */
  enum Writing {
    AS_IT_IS {
      @Override
      String of(String name) {
        return name;
      }
    },
    UPPER_CASE {
      @Override
      String of(String name) {
        return name.toUpperCase(Locale.ROOT);
      }
    },
    DECOMPOSED {
      @Override
      String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD);
      }
    },
    FULL_WIDTH {
      @Override
      String of(String name) {
        return name.chars()
            .map(letter -> letter > ' ' && letter <= '~' ? letter + 0xFEE0 : letter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    },
    SPACED {
      @Override
      String of(String name) {
        return " " + String.join(" ", name.split("", -1)) + "\t";
      }
    },
    TOGETHER {
      @Override
      String of(String name) {
        return name.replaceAll("[ ·&-]", "");
      }
    },
    WITH_A_PARTICLE {
      @Override
      String of(String name) {
        return name + "에서는";
      }
    },
    IN_QUOTES {
      @Override
      String of(String name) {
        return "“" + name + "”?";
      }
    };

    abstract String of(String name);
  }

  @Provide
  Arbitrary<Called> topicNames() {
    return Arbitraries.of(
        OURS.topics().stream()
            .flatMap(
                topic ->
                    Stream.of(List.of(topic.id(), topic.name(KO), topic.name(EN)), topic.aliases())
                        .flatMap(List::stream)
                        .map(name -> new Called(name, topic.id())))
            .toList());
  }

  @Provide
  Arbitrary<Called> sourceNames() {
    return Arbitraries.of(
        OURS.sources().stream()
            .flatMap(
                source ->
                    Publishers.called(source).stream().map(name -> new Called(name, source.name())))
            .toList());
  }

  @Property(tries = 3000)
  void everyNameOfATopicMeansThatTopicInEveryWriting(
      @ForAll("topicNames") Called called, @ForAll Writing writing) {
    assertThat(OURS.topic(writing.of(called.name())).map(Topic::id)).hasValue(called.meant());
  }

  @Property(tries = 500)
  void everyNameOfASourceMeansThatSourceInEveryWriting(
      @ForAll("sourceNames") Called called, @ForAll Writing writing) {
    assertThat(OURS.source(writing.of(called.name())).map(Source::name)).hasValue(called.meant());
  }

  @Property(tries = 1000)
  void everyNameOfATopicIsNearestToItself(@ForAll("topicNames") Called called) {
    assertThat(OURS.nearestTopics(called.name(), 1))
        .singleElement()
        .extracting(Topic::id)
        .isEqualTo(called.meant());
  }

  @Test
  void theSixStoriesHaveTheSameTopicsInBothEditions() throws Exception {
    List<List<String>> topics =
        List.of(
            List.of("policy", "education"),
            List.of("privacy", "security", "hardware"),
            List.of("language-models", "agents", "open-source", "hardware"),
            List.of("agents", "healthcare"),
            List.of("regulation", "policy"),
            List.of("language-models", "training", "research"));
    for (String edition : List.of("2026-02-12-ai-news.md", "2026-02-12-ai-news.en.md")) {
      assertThat(Stories.of(CONTENT.resolve("_posts").resolve(edition)).stream().map(OURS::topics))
          .as(edition)
          .containsExactlyElementsOf(topics);
    }
  }

  @Test
  void aDigestThatSomebodyElseWroteOfTheSameStoriesHasTheirMainTopics() throws Exception {
    String samples = System.getProperty("samples.dir");
    assumeTrue(samples != null, "no samples: run with -Dsamples.dir=FOLDER");

    List<Article> stories = Stories.of(Path.of(samples, "2026-02-12-ai-news.md"));

    List<List<String>> main =
        List.of(
            List.of("policy", "education"),
            List.of("privacy", "hardware"),
            List.of("language-models", "agents", "open-source", "hardware"),
            List.of("agents", "healthcare"),
            List.of("regulation"),
            List.of("language-models", "training"));
    for (int i = 0; i < main.size(); i++) {
      assertThat(OURS.topics(stories.get(i))).containsAll(main.get(i));
    }
  }

  @Test
  void theSixStoriesHaveTheSixSourcesOfTheFile() throws Exception {
    for (String edition : List.of("2026-02-12-ai-news.md", "2026-02-12-ai-news.en.md")) {
      List<Article> stories = Stories.of(CONTENT.resolve("_posts").resolve(edition));
      assertThat(stories.stream().map(OURS::source).map(it -> it.orElseThrow()))
          .containsExactlyElementsOf(OURS.sources());
    }
  }

  @Test
  void everyTopicHasKeywordsInBothLanguagesAndNoNameTwice() {
    assertThat(OURS.topics()).hasSizeBetween(24, 30);
    for (Topic topic : OURS.topics()) {
      assertThat(topic.keywords()).as(topic.id()).anyMatch(word -> word.matches(".*[가-힣].*"));
      assertThat(topic.keywords()).as(topic.id()).anyMatch(word -> word.matches("[\\x20-\\x7e]+"));
      assertThat(topic.keywords()).as(topic.id()).doesNotHaveDuplicates();
      Map<Language, String> names = topic.names();
      assertThat(names.get(KO)).isNotEqualTo(names.get(EN)).matches(".*[가-힣].*");
      assertThat(names.get(EN)).doesNotContainPattern("[가-힣]");
    }
  }
}
