package bot.briefing.command;

import bot.briefing.card.ShortHash;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A typed line without its zone, small enough for a button: deflated over the words that such lines
 * are made of, as base64url. Pure.
 */
final class Packed {
  /** Where the zone stood. */
  private static final String GAP = "\u0001";

  private static final int LONGEST_LINE = 400;

  /** What old buttons carry is read by it: it never changes. The commonest words come last. */
  private static final byte[] WORDS =
      ("preset:weekend preset:office preset:morning 조용히 무음 전문 요약 제목만 주말 평일 매일 오후 오전 시 분 이름: 출처: 제외:"
           + " 방해금지: 늦어도: 없으면:note 주제: 언어:한국어 모양: empty:note late:30m late:1h quiet:22:00-07:00"
           + " mute:\"\" sources:\"\" source: name:\"\" name:evening name:morning hardware research"
           + " policy business regulation silent:\"on\" silent:on silent layout:\"headlines\""
           + " layout:\"overview\" layout:\"full\" headlines overview full language:\"en\""
           + " language:\"ko\" english korean lang:en lang:ko topics:\"\" topic: days:\"mon-fri\""
           + " days:\"weekdays\" sat,sun mon,wed,fri mon-fri weekends weekdays daily"
           + " zone:\"\u0001\" zone:\u0001 07:30 19:00 20:00 21:00 06:00 07:00 12:00 09:00 18:00"
           + " 08:00,18:00 08:00 \u0001")
          .getBytes(StandardCharsets.UTF_8);

  private Packed() {}

  /**
   * A line without a word.
   *
   * @param word in upper case, in NFKC, its parts with one space between
   * @param most so many characters
   * @return empty where it cannot be that short
   */
  static Optional<String> without(String word, String line, int most) {
    String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
    Matcher gap =
        Pattern.compile("(?iu)(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])")
            .matcher(plain.replace(GAP, ""));
    return gap.find()
        ? Optional.of(deflated(gap.replaceFirst(GAP))).filter(packed -> packed.length() <= most)
        : Optional.empty();
  }

  /**
   * The line with a zone in its place.
   *
   * @param zone the short hash of its id
   * @return empty where somebody has made it up
   */
  static Optional<String> settled(String packed, ShortHash zone) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> ShortHash.of(id).equals(zone))
        .findFirst()
        .flatMap(id -> inflated(packed).map(line -> line.replace(GAP, id)));
  }

  private static String deflated(String line) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(WORDS);
      deflater.setInput(line.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      byte[] bytes = new byte[8 * LONGEST_LINE];
      int length = deflater.deflate(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, length));
    } finally {
      deflater.end();
    }
  }

  private static Optional<String> inflated(String packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(WORDS);
      inflater.setInput(Base64.getUrlDecoder().decode(packed));
      byte[] bytes = new byte[4 * LONGEST_LINE];
      int length = inflater.inflate(bytes);
      CharBuffer line =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return inflater.finished() ? Optional.of(line.toString()) : Optional.empty();
    } catch (DataFormatException | CharacterCodingException | IllegalArgumentException madeUp) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
