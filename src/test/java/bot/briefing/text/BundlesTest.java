package bot.briefing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two bundles say the same things, and only what the code says. */
final class BundlesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path BUNDLES = Path.of("src/main/resources/bot/briefing/text");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern SAID =
      Pattern.compile("\\bsay\\(\\s*\"([A-Za-z_.]+[A-Za-z])\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z_]+)+)\"");
  private static final Pattern BEGUN = Pattern.compile("\"([a-z]+\\.(?:[A-Za-z_]+\\.)*)\"\\s*\\+");

  private final Properties korean;
  private final Properties english;
  private final String code;

  BundlesTest() throws IOException {
    korean = bundle(Language.KO);
    english = bundle(Language.EN);
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    code = all.toString();
  }

  private static Properties bundle(Language language) throws IOException {
    return bundle(BUNDLES.resolve("texts_" + language.tag() + ".properties"));
  }

  private static Properties bundle(Path file) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      bundle.load(reader);
    }
    return bundle;
  }

  @Test
  void every_text_exists_in_both_languages() {
    assertThat(english.stringPropertyNames()).isEqualTo(korean.stringPropertyNames());
  }

  @Test
  void a_text_takes_the_same_arguments_in_both_languages() {
    for (String key : korean.stringPropertyNames()) {
      assertThat(arguments(english, key)).as(key).isEqualTo(arguments(korean, key));
    }
  }

  @Test
  void no_text_was_left_untranslated() {
    for (String key : korean.stringPropertyNames()) {
      assertThat(english.getProperty(key)).as(key).isNotBlank().isNotEqualTo(korean.get(key));
      assertThat(english.getProperty(key)).as(key).doesNotContainPattern("\\p{IsHangul}");
    }
  }

  @Test
  void every_text_that_the_code_says_exists() {
    Set<String> missing = new TreeSet<>(found(SAID));
    missing.removeAll(korean.stringPropertyNames());
    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_is_said_somewhere() {
    Set<String> said = found(LITERAL);
    Set<String> begun = found(BEGUN);
    Set<String> unsaid =
        korean.stringPropertyNames().stream()
            .filter(key -> !said.contains(key))
            .filter(key -> begun.stream().noneMatch(key::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unsaid).isEmpty();
  }

  @Test
  void apostrophes_are_curly_for_a_straight_one_is_syntax() {
    for (Properties bundle : Stream.of(korean, english).toList()) {
      bundle.forEach(
          (key, text) ->
              assertThat(text.toString().replace("''", "")).as("%s", key).doesNotContain("'"));
    }
  }

  @TestFactory
  Stream<DynamicTest> every_pair_of_bundles_says_the_same_in_both_languages() throws IOException {
    List<Path> pairs;
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      pairs = files.filter(file -> file.toString().endsWith("_ko.properties")).toList();
    }
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(4);
    return pairs.stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertSame(file)));
  }

  private static void assertSame(Path file) throws IOException {
    Properties one = bundle(file);
    String pair = file.getFileName().toString().replace("_ko.", "_en.");
    Properties other = bundle(file.resolveSibling(pair));
    assertThat(other.stringPropertyNames()).isEqualTo(one.stringPropertyNames());
    for (String key : one.stringPropertyNames()) {
      String english = other.getProperty(key);
      assertThat(english).as(key).isNotBlank().doesNotContainPattern("\\p{IsHangul}");
      assertThat(arguments(other, key)).as(key).isEqualTo(arguments(one, key));
      if (Pattern.compile("[a-z]").matcher(english.replaceAll("%n", "")).find()) {
        assertThat(english).as(key).isNotEqualTo(one.getProperty(key));
      }
    }
  }

  private Set<String> found(Pattern pattern) {
    return pattern
        .matcher(code)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> arguments(Properties bundle, String key) {
    Matcher arguments =
        ARGUMENT.matcher(Objects.requireNonNull(bundle.getProperty(key), () -> "no " + key));
    return arguments
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
