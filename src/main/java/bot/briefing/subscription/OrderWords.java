package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.text.Language;
import bot.briefing.text.Letters;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words of which an order's line is made, each of one kind. Pure. */
record OrderWords(Taxonomy taxonomy, Collection<Source> publishers, Language language) {
  private static final Set<String> AS_PUBLISHED =
      Set.of(
          "asap",
          "published",
          "as published",
          "immediately",
          "즉시",
          "발행 즉시",
          "바로",
          "발행되는 대로",
          "올라오는 대로",
          "나오는 대로",
          "나오면");
  private static final Set<String> EVERYTHING =
      Set.of("all", "everything", "전체", "모두", "전부", "모든 주제");
  private static final Map<String, Language> LANGUAGES =
      Map.of(
          "ko",
          Language.KO,
          "korean",
          Language.KO,
          "한국어",
          Language.KO,
          "한글",
          Language.KO,
          "en",
          Language.EN,
          "english",
          Language.EN,
          "영어",
          Language.EN);
  private static final Map<String, Layout> LAYOUTS =
      Map.ofEntries(
          Map.entry("headlines", Layout.HEADLINES),
          Map.entry("headline", Layout.HEADLINES),
          Map.entry("titles", Layout.HEADLINES),
          Map.entry("제목", Layout.HEADLINES),
          Map.entry("제목만", Layout.HEADLINES),
          Map.entry("헤드라인", Layout.HEADLINES),
          Map.entry("overview", Layout.OVERVIEW),
          Map.entry("summary", Layout.OVERVIEW),
          Map.entry("요약", Layout.OVERVIEW),
          Map.entry("개요", Layout.OVERVIEW),
          Map.entry("full", Layout.FULL),
          Map.entry("전문", Layout.FULL),
          Map.entry("자세히", Layout.FULL),
          Map.entry("전체", Layout.FULL),
          Map.entry("전체 기사", Layout.FULL));
  private static final Map<String, Boolean> SWITCH =
      Map.ofEntries(
          Map.entry("on", true),
          Map.entry("true", true),
          Map.entry("yes", true),
          Map.entry("켬", true),
          Map.entry("켜기", true),
          Map.entry("예", true),
          Map.entry("네", true),
          Map.entry("off", false),
          Map.entry("false", false),
          Map.entry("no", false),
          Map.entry("끔", false),
          Map.entry("끄기", false),
          Map.entry("아니요", false));
  private static final Map<String, Boolean> SILENT =
      Map.of(
          "silent",
          true,
          "silently",
          true,
          "quiet",
          true,
          "quietly",
          true,
          "무음",
          true,
          "조용히",
          true,
          "loud",
          false,
          "소리",
          false);
  private static final List<String> OFFERED =
      List.of(
          "daily",
          "weekdays",
          "weekends",
          "mon-fri",
          "headlines",
          "overview",
          "full",
          "silent",
          "asap",
          "morning",
          "office",
          "korean",
          "english",
          "매일",
          "평일",
          "주말",
          "즉시",
          "제목만",
          "요약",
          "전문",
          "무음",
          "한국어",
          "영어");
  private static final int OFFER = 3;

  /** A word of its own for two days, which is a preset only where that is said. */
  private static final String DAYS_RATHER = "주말";

  /** Keys as they are typed before a colon. */
  enum Key {
    TIMES("times|time|at|시간|시각"),
    ZONE("zone|timezone|tz|시간대|지역"),
    DAYS("days|day|요일"),
    TOPICS("topics|topic|주제"),
    LANGUAGE("language|lang|언어"),
    LAYOUT("layout|모양|형식|레이아웃"),
    SILENT("silent|무음|조용히"),
    NAME("name|이름"),
    SOURCES("sources|source|출처|매체"),
    MUTE("mute|muted|제외|뮤트"),
    QUIET("quiet|방해금지|조용한시간"),
    LATE("late|grace|늦어도|기다림"),
    EMPTY("empty|없으면"),
    PRESET("preset|프리셋"),
    PIN("pin|고정"),
    CROSSPOST("crosspost|publish|게시"),
    THREAD("thread|threads|post|posts|스레드|쓰레드|포스트"),
    ROLE("role|mention|역할|멘션");

    private final String words;

    Key(String words) {
      this.words = words;
    }

    /** Whether its value is one word, where it stands in no quotes. */
    boolean isOneWord() {
      return this == NAME || this == MUTE || this == ROLE;
    }

    static Optional<Key> of(String word) {
      return Stream.of(values()).filter(key -> word.matches(key.words)).findFirst();
    }
  }

  /** What a run of words means by itself. */
  Optional<Wish> meant(String run) {
    return Stream.of(Key.TIMES, Key.PRESET, Key.DAYS, Key.LANGUAGE, Key.LAYOUT)
        .filter(key -> key != Key.PRESET || !run.equals(DAYS_RATHER))
        .flatMap(key -> meant(key, run).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(SILENT.get(run)).map(Wish::silent))
        .or(() -> meant(Key.ZONE, run))
        .or(() -> meant(Key.TOPICS, run).filter(_ -> !EVERYTHING.contains(run)));
  }

  /**
   * What words mean after a key.
   *
   * @param run in lower case, in NFKC
   */
  Optional<Wish> meant(Key key, String run) {
    return switch (key) {
      case TIMES -> times(run);
      case ZONE ->
          Optional.of(Zones.meant(run))
              .filter(all -> all.size() == 1)
              .map(all -> Wish.in(all.getFirst()));
      case DAYS -> Weekdays.of(run).map(Wish::on);
      case TOPICS -> topics(run);
      case LANGUAGE -> Optional.ofNullable(LANGUAGES.get(run)).map(Wish::in);
      case LAYOUT -> Optional.ofNullable(LAYOUTS.get(run)).map(Wish::as);
      case SILENT -> Optional.ofNullable(SWITCH.get(run)).map(Wish::silent);
      case NAME -> Terms.name(run);
      case SOURCES -> sources(run);
      case MUTE -> Terms.mute(run);
      case QUIET -> Terms.quiet(run);
      case LATE -> Terms.grace(run);
      case EMPTY -> Terms.empty(run);
      case PRESET -> Preset.of(run).map(Wish::preset);
      case PIN -> on(run).map(Beside::pin).map(Wish::beside);
      case CROSSPOST -> on(run).map(Beside::crosspost).map(Wish::beside);
      case THREAD -> on(run).map(Beside::thread).map(Wish::beside);
      case ROLE -> Terms.role(run);
    };
  }

  private static Optional<Boolean> on(String run) {
    return Optional.ofNullable(SWITCH.get(run))
        .or(() -> Terms.OFF.contains(run) ? Optional.of(false) : Optional.empty());
  }

  private static Optional<Wish> times(String run) {
    TreeSet<LocalTime> times = new TreeSet<>();
    if (!AS_PUBLISHED.contains(run)) {
      for (String one : run.split(",", -1)) {
        Optional<LocalTime> time = Times.of(one.replaceFirst("(?:에|마다|쯤)$", "").strip());
        if (time.isEmpty()) {
          return Optional.empty();
        }
        times.add(time.get());
      }
    }
    return Optional.of(Wish.at(times.toArray(LocalTime[]::new)));
  }

  private Optional<Wish> topics(String run) {
    Set<String> ids = new HashSet<>();
    if (!EVERYTHING.contains(run)) {
      for (String one : run.split(",", -1)) {
        Optional<String> id = taxonomy.topic(one).map(Topic::id);
        if (id.isEmpty()) {
          return Optional.empty();
        }
        ids.add(id.get());
      }
    }
    return Optional.of(Wish.topics(ids));
  }

  /** A name may hold a comma itself. */
  private Optional<Wish> sources(String run) {
    Set<String> names = new HashSet<>();
    if (!EVERYTHING.contains(run) && !Terms.OFF.contains(run)) {
      Optional<Source> whole = source(run);
      for (String one : whole.isPresent() ? new String[] {run} : run.split(",", -1)) {
        Optional<String> name = source(one).map(Source::name);
        if (name.isEmpty()) {
          return Optional.empty();
        }
        names.add(name.get());
      }
    }
    return Optional.of(Wish.sources(names));
  }

  private Optional<Source> source(String typed) {
    return taxonomy.source(typed).or(() -> taxonomy.source(publishers, typed));
  }

  /** What may have been meant by a word that means nothing; perhaps nothing. */
  List<String> nearest(Optional<Key> key, String word) {
    if (word.matches("\\d{1,2}") && Times.of(word + ":00").isPresent()) {
      return List.of(word + ":00");
    }
    Stream<String> zones =
        Zones.nearest(word, OFFER).stream().map(zone -> Zones.name(zone, language));
    Stream<String> topics =
        taxonomy.nearestTopics(word, OFFER).stream().map(topic -> topic.name(language));
    return switch (key.orElse(Key.TIMES)) {
      case ZONE -> zones.toList();
      case TOPICS -> topics.toList();
      case LAYOUT -> List.of("headlines", "overview", "full");
      case LANGUAGE -> List.of("ko", "en");
      case SILENT, PIN, CROSSPOST, THREAD -> List.of("on", "off");
      case SOURCES ->
          taxonomy.nearestSources(publishers, word, OFFER).stream().map(Source::name).toList();
      case NAME, MUTE -> List.of();
      case ROLE -> List.of("off");
      case QUIET -> List.of("22:00-07:00", "off");
      case LATE -> List.of("1h", "30m", "default");
      case EMPTY -> List.of("note", "silence");
      case PRESET -> List.of("morning", "office", "weekend");
      case DAYS -> List.of("mon-fri", "weekdays", "daily");
      case TIMES ->
          key.isPresent()
              ? List.of("08:00", "08:00,18:00", "asap")
              : Stream.of(offered(word), zones, topics)
                  .flatMap(some -> some)
                  .distinct()
                  .limit(OFFER)
                  .toList();
    };
  }

  private static Stream<String> offered(String word) {
    String letters = Letters.of(word);
    record Near(String word, int distance) {}
    return OFFERED.stream()
        .map(one -> new Near(one, Letters.distance(letters, Letters.of(one))))
        .filter(near -> near.distance <= 2 && near.distance < letters.length())
        .sorted(Comparator.comparingInt(Near::distance))
        .map(Near::word);
  }
}
