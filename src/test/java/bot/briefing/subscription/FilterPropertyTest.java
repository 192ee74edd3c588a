package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Section;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import java.net.URI;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Which articles pass: topics, sources and mute words in whatever form they are written. */
final class FilterPropertyTest {
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of(),
          List.of(
              new Source("Reuters", List.of("로이터"), List.of("reuters.com")),
              new Source("Fujitsu Global", List.of("후지쯔"), List.of("fujitsu.com"))));

  private static Article article(String title, @Nullable String source, String... topics) {
    return new Article(title, null, source, null, List.of(topics), List.of());
  }

  private static boolean isMuted(String word, String title) {
    return new Filter(Set.of(), Set.of(), Set.of(word)).muted().test(article(title, null));
  }

  @Property(tries = 500)
  void a_muted_word_is_found_with_its_particles_in_either_form_and_any_case(
      @ForAll("words") String word,
      @ForAll("particles") String particle,
      @ForAll("forms") Normalizer.Form typed,
      @ForAll("forms") Normalizer.Form written,
      @ForAll boolean loud) {
    String shown = loud ? word.toUpperCase(Locale.ROOT) : word;
    String title = Normalizer.normalize("오늘 \u201c" + shown + particle + "\u201d 소식", written);

    assertThat(isMuted(Normalizer.normalize(word, typed), title)).isTrue();
  }

  @Property(tries = 200)
  void no_word_is_found_in_the_middle_of_another(@ForAll("words") String word) {
    boolean latin = word.charAt(0) < 'ㄱ';
    String before = latin ? "re" : "왕";
    boolean unmistakable = !latin && word.split(" ", -1)[0].length() > 2;

    assertThat(isMuted(word, before + word + " 소식")).isEqualTo(unmistakable);
    assertThat(isMuted(word, "아무 일도 없다")).isFalse();
  }

  @Property(tries = 100)
  void a_latin_word_is_a_whole_one(@ForAll("latin") String word) {
    assertThat(isMuted(word, "The " + word + "ish news")).isFalse();
    assertThat(isMuted(word, "The " + word + "s, today")).isTrue();
  }

  @Property(tries = 100)
  void a_word_in_the_text_mutes_as_one_in_the_headline_does(@ForAll("words") String word) {
    Block said = new Block.Bullet(1, List.of(Span.plain("요약: " + word + "는 그렇다")));
    Article article =
        new Article("제목", null, null, null, List.of(), List.of(new Section("요약", List.of(said))));

    assertThat(new Filter(Set.of(), Set.of(), Set.of("다른", word)).muted().test(article)).isTrue();
  }

  @Property(tries = 300)
  void an_article_passes_when_it_is_of_the_topics_and_of_the_sources(
      @ForAll("topics") Set<String> topics,
      @ForAll("sources") Set<String> sources,
      @ForAll("topics") Set<String> its,
      @ForAll("spellings") String source) {
    Article article = article("제목", source, its.toArray(String[]::new));
    String name = source.startsWith("R") || source.equals("로이터") ? "Reuters" : "Fujitsu Global";
    boolean wanted =
        (topics.isEmpty() || !Collections.disjoint(topics, its))
            && (sources.isEmpty() || sources.contains(name));

    assertThat(new Filter(topics, sources, Set.of()).chosen(TAXONOMY).test(article))
        .isEqualTo(wanted);
  }

  @Property(tries = 20)
  void a_source_is_known_by_its_address_too(@ForAll boolean wanted) {
    Article article =
        new Article(
            "제목", URI.create("https://www.reuters.com/a"), null, null, List.of(), List.of());
    Set<String> sources = Set.of(wanted ? "Reuters" : "Fujitsu Global");

    assertThat(new Filter(Set.of(), sources, Set.of()).chosen(TAXONOMY).test(article))
        .isEqualTo(wanted);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("코인", "가상화폐", "주식 시장", "crypto", "stock market", "gpu", "앙코르");
  }

  @Provide
  Arbitrary<String> latin() {
    return Arbitraries.of("crypto", "stock market", "gpu");
  }

  @Provide
  Arbitrary<String> particles() {
    return Arbitraries.of("", "은", "이", "을", "의", "에서", "으로", "까지도", "에게는");
  }

  @Provide
  Arbitrary<Normalizer.Form> forms() {
    return Arbitraries.of(Normalizer.Form.NFC, Normalizer.Form.NFD);
  }

  @Provide
  Arbitrary<Set<String>> topics() {
    return Arbitraries.of("regulation", "hardware", "science").set().ofMaxSize(2);
  }

  @Provide
  Arbitrary<Set<String>> sources() {
    return Arbitraries.of("Reuters", "Fujitsu Global").set();
  }

  @Provide
  Arbitrary<String> spellings() {
    return Arbitraries.of("Reuters", "로이터", "Fujitsu Global", "후지쯔", "FUJITSU  global");
  }
}
