package bot.briefing.subscription;

import bot.briefing.text.Language;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An order in one line, in Korean and English, in any sequence: {@code 08:00,18:00 Asia/Seoul
 * topic:regulation days:mon-fri lang:en layout:full silent:on}, {@code 평일 오전 8시 서울}. A value of
 * several words may stand in double quotes. Further {@code name:evening source:Reuters mute:"stock
 * market,crypto" quiet:22:00-07:00 late:1h empty:note preset:office}. Pure.
 */
public sealed interface OrderLine {
  /** All of it was understood. */
  record Understood(Wish wish) implements OrderLine {}

  /** A word means several zones: one of them has to be chosen. */
  record WhichZone(String word, List<ZoneId> zones) implements OrderLine {}

  /**
   * A word means nothing.
   *
   * @param nearest what may have been meant, as it may be typed; perhaps nothing
   */
  record Unclear(String word, List<String> nearest) implements OrderLine {}

  /**
   * Understands a line.
   *
   * @param publishers the sources that may be meant, beside those of the taxonomy
   * @param language of what is offered where a word is not understood
   */
  static OrderLine of(
      String line, Taxonomy taxonomy, Collection<Source> publishers, Language language) {
    return new Parser(new OrderWords(taxonomy, publishers, language)).parse(line);
  }

  /** Takes the longest run of words that means something, one after the other. */
  final class Parser {
    private static final int LONGEST_RUN = 4;
    private static final Pattern TOKEN =
        Pattern.compile("(?:(?<key>\\p{L}+)[:=]\\s*)?(?:\"(?<quoted>[^\"]*)\"|(?<word>[^\\s\"]+))");

    private final OrderWords words;
    private final List<Token> tokens = new ArrayList<>();

    /** A word, with the key before it. */
    private record Token(Optional<OrderWords.Key> key, String text, boolean quoted) {}

    private Parser(OrderWords words) {
      this.words = words;
    }

    private OrderLine parse(String line) {
      tokenize(line);
      Wish wish = Wish.NONE;
      int at = 0;
      while (at < tokens.size()) {
        int length = Math.min(LONGEST_RUN, ahead(at));
        Optional<Wish> meant = Optional.empty();
        while (length > 0 && meant.isEmpty()) {
          meant = meant(at, length);
          length -= meant.isEmpty() ? 1 : 0;
        }
        if (meant.isEmpty()) {
          return unclear(at);
        }
        wish = wish.and(meant.get());
        at += length;
      }
      return new Understood(wish.settled());
    }

    private void tokenize(String line) {
      String plain =
          Normalizer.normalize(line, Normalizer.Form.NFKC)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[“”]", "\"")
              .replaceAll("\\s*,\\s*", ",");
      Matcher token = TOKEN.matcher(plain);
      while (token.find()) {
        Optional<OrderWords.Key> key =
            Optional.ofNullable(token.group("key")).flatMap(OrderWords.Key::of);
        boolean quoted = token.group("quoted") != null;
        String value = quoted ? token.group("quoted").strip() : token.group("word");
        String text = key.isEmpty() && token.group("key") != null ? token.group() : value;
        if (!text.isEmpty()) {
          tokens.add(new Token(key, text, quoted));
        }
      }
    }

    /** How many words may belong together from here on. */
    private int ahead(int at) {
      int end = at + 1;
      Token first = tokens.get(at);
      boolean alone = first.quoted || first.key.filter(OrderWords.Key::isOneWord).isPresent();
      while (!alone
          && end < tokens.size()
          && tokens.get(end).key.isEmpty()
          && !tokens.get(end).quoted) {
        end++;
      }
      return end - at;
    }

    private Optional<Wish> meant(int at, int length) {
      String run = text(at, length);
      return tokens.get(at).key.map(key -> words.meant(key, run)).orElseGet(() -> words.meant(run));
    }

    private String text(int at, int length) {
      return String.join(" ", tokens.subList(at, at + length).stream().map(Token::text).toList());
    }

    private OrderLine unclear(int at) {
      Token token = tokens.get(at);
      boolean mayBeZone = token.key.isEmpty() || token.key.get() == OrderWords.Key.ZONE;
      for (int length = Math.min(LONGEST_RUN, ahead(at)); mayBeZone && length > 0; length--) {
        List<ZoneId> zones = Zones.meant(text(at, length));
        if (zones.size() > 1) {
          return new WhichZone(text(at, length).toUpperCase(Locale.ROOT), zones);
        }
      }
      return new Unclear(token.text, words.nearest(token.key, token.text));
    }
  }
}
