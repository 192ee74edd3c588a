package bot.briefing.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which authors name what is no story: overviews, endings, sections, sources. */
final class Vocabulary {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(년|월|일|개|건|선|가지)?");

  private static final Set<String> AROUND =
      words(
          """
          한눈에 한눈 한 눈에 보기 보는 오늘의 오늘 이번 주 주간 일일 주요 핵심 뉴스 소식 헤드라인 브리핑 요약 정리
          총정리 전체 결론 목차 마무리 마치며 맺음말 맺으며 끝으로 들어가며 시작하며 서론 머리말 개요 총평 인사이트
          시사점 종합 참고 자료 문헌 링크 출처 및 편집자 주 노트 의 ai 인공지능 tl dr tldr today s the top stories
          story news headlines highlights summary overview at a glance table of contents toc in this issue
          conclusion conclusions closing closing thoughts introduction intro references sources links key takeaways
          takeaways editor note notes about disclaimer daily digest briefing and wrap up
          目次 まとめ はじめに おわりに 今日のニュース 参考 目录 目錄 总结 總結 小结 结论 結論 概览 概覽 概述 今日要闻 导读
          """);

  /** Without one of these, a heading of the words above is a category. */
  private static final Set<String> TELLING =
      words(
          """
          한눈에 한눈 눈에 보기 오늘의 주요 핵심 헤드라인 요약 정리 총정리 결론 목차 마무리 마치며 맺음말 맺으며 끝으로 들어가며
          시작하며 서론 머리말 개요 총평 인사이트 시사점 종합 참고 링크 출처 노트 tl tldr today headlines highlights summary
          overview glance contents toc conclusion conclusions closing introduction intro references sources links takeaways
          note notes about disclaimer top wrap
          目次 まとめ はじめに おわりに 今日のニュース 参考 目录 目錄 总结 總結 小结 结论 結論 概览 概覽 概述 今日要闻 导读
          """);

  private static final Set<String> SECTIONS =
      words(
          """
          요약 주요 내용 핵심 시사점 및 배경 의미 영향 전망 분석 기술적 산업적 향후 포인트 한 줄 한줄 세부 상세 개요 특징 평가
          의의 왜 중요한가 중요한 이유 기사 본문 정리 출처 원문 링크 관련 참고 자료 결론 반응 기대 효과 과제 한계 무엇이 달라지나
          summary key points point takeaways takeaway implications implication why it matters this background context
          analysis impact outlook details detail what happened the next s tl dr tldr source sources original link links
          related reading and overview conclusion highlights main content
          要約 要点 背景 影響 ポイント 概要 出典 摘要 要点 分析 影响 意义 来源 原文
          """);

  private static final Set<String> SOURCES =
      Set.of(
          "출처",
          "원문",
          "원문보기",
          "원문링크",
          "원문기사",
          "원문출처",
          "기사원문",
          "기사링크",
          "기사보기",
          "기사",
          "링크",
          "자세히보기",
          "더보기",
          "전체기사보기",
          "관련기사",
          "참고",
          "참고자료",
          "참고링크",
          "source",
          "sources",
          "original",
          "originalarticle",
          "originallink",
          "link",
          "article",
          "readmore",
          "readthearticle",
          "readoriginal",
          "via",
          "fullstory",
          "fullarticle",
          "出典",
          "出處",
          "出处",
          "来源",
          "來源",
          "原文",
          "原文链接",
          "原文連結",
          "リンク",
          "元記事",
          "ソース",
          "阅读原文");

  /** Labels that a publisher's name follows, be it a link or not. */
  private static final Set<String> NAMING =
      Set.of("출처", "원문출처", "source", "sources", "via", "出典", "出處", "出处", "来源", "來源", "ソース");

  /** Labels that are also the text of a link inside a sentence. */
  private static final Set<String> GENERIC =
      Set.of("기사", "링크", "참고", "참고자료", "참고링크", "관련기사", "link", "article", "リンク");

  private static final Set<String> DATES =
      Set.of(
          "발행일",
          "발행",
          "발행일자",
          "발행시각",
          "게시일",
          "게재일",
          "작성일",
          "보도일",
          "등록일",
          "날짜",
          "일자",
          "published",
          "publishedon",
          "publicationdate",
          "date",
          "posted",
          "postedon",
          "公開日",
          "日付",
          "発行日",
          "发布日期",
          "发布",
          "日期",
          "發布日期");

  private Vocabulary() {}

  private static Set<String> words(String text) {
    return Set.copyOf(List.copyOf(Set.copyOf(Arrays.asList(text.strip().split("\\s+")))));
  }

  private static List<String> tokens(String heading) {
    return Arrays.stream(NO_WORD.split(heading.toLowerCase(Locale.ROOT)))
        .filter(token -> !token.isEmpty() && !NUMBER.matcher(token).matches())
        .toList();
  }

  /** A heading such as 한눈에 보기, 오늘의 주요 뉴스, 결론, 목차: no story. */
  static boolean isAround(String heading) {
    List<String> tokens = tokens(heading);
    return AROUND.containsAll(tokens) && tokens.stream().anyMatch(TELLING::contains);
  }

  /** A heading such as 요약, 주요 내용 및 시사점, Why it matters: a part of a story. */
  static boolean isSection(String heading) {
    List<String> tokens = tokens(heading);
    return !tokens.isEmpty() && SECTIONS.containsAll(tokens);
  }

  /** Whether all words are a label such as 출처 or Read more. */
  static boolean isSourceLabel(String text) {
    return SOURCES.contains(squeeze(text));
  }

  static boolean isNamingLabel(String text) {
    return NAMING.contains(squeeze(text));
  }

  static boolean isGenericLabel(String text) {
    return GENERIC.contains(squeeze(text));
  }

  /** Whether all words are a label such as 발행일 or Published on. */
  static boolean isDateLabel(String text) {
    return DATES.contains(squeeze(text));
  }

  /** The letters and digits of a text, in lower case. */
  static String squeeze(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
