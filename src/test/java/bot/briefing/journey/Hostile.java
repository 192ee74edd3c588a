package bot.briefing.journey;

import java.util.List;

/** What nobody should write, and some do. */
final class Hostile {
  /** What a message of a person holds at most on Telegram, in UTF-16 units. */
  static final int MESSAGE = 4096;

  /** Signs that mean something to a platform, each as a story's headline could hold it. */
  static final List<String> SIGNS =
      List.of(
          "👩‍👩‍👧‍👦🇰🇷❤️‍🔥",
          "\u202Eabc\u202C \u200F\u2067שלום\u2069",
          "<script>alert('1')</script><b>&lt;&amp;\"",
          "@everyone @here <@1> <@&2> <#3>",
          "**_~~`||[x](https://example.org/\")||`~~_** > # - \\",
          "</b></a><tg-spoiler>&#64;&nbsp;");

  private Hostile() {}

  /** Texts of nothing but that, each as long as it may be. */
  static List<String> words(int length) {
    return SIGNS.stream().map(signs -> filled(signs, length)).toList();
  }

  private static String filled(String signs, int length) {
    String one = signs + " ";
    return one.repeat(length / one.length());
  }
}
