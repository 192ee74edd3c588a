package bot.briefing.content;

import bot.briefing.card.Span;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells of where a story comes from: {@code [Name](url) - 발행일: 2026-02-12}, {@code 📎
 * 원문: [Name](url)}, {@code [🔗 원문](url)} and their like.
 *
 * @param whole whether the line has no other word: then its fields hold all that it says
 * @param labelled whether a label says what it is; a line without is one only where it must be
 */
record SourceLine(
    @Nullable URI url,
    @Nullable String name,
    @Nullable LocalDate date,
    boolean whole,
    boolean labelled) {
  private static final char LINK = '\ufffc';
  private static final int LONGEST_NAME = 60;

  /** Two syllables in parentheses, such as 유료 or 영상, are seldom a publisher's name. */
  private static final int SHORTEST_NAME = 2;

  private static final int LONGEST_LINE = 2_000;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern ENGLISH_DATE =
      Pattern.compile(
          "(?i)\\b(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
              + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})"
              + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?,? (\\d{4}))\\b");
  private static final Pattern LABEL = Pattern.compile("([^:：|→\ufffc]{1,24}?)\\s*[:：|→]\\s*(.*)");
  private static final Pattern PARTING =
      Pattern.compile("[|·•—–,;:：()\\[\\]（）→←»/\ufffc]|\\s-\\s|^-|-$|\\s-|-\\s");

  /** The signs that authors put before a source's link instead of a word. */
  private static final Pattern SIGN = Pattern.compile("\\s*(?:🔗|📎)\\ufe0f?\\s*\ufffc");

  private static final Pattern TIME =
      Pattern.compile("^[T ]*\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}))?");

  /** Reads a line; empty when it says nothing of a source. */
  static Optional<SourceLine> of(List<Span> line) {
    if (line.stream().mapToInt(span -> span.text().length()).sum() > LONGEST_LINE) {
      return Optional.empty();
    }
    List<Span> links = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Span span : line) {
      if (span.link() == null) {
        words.append(span.text().replace(Lines.SOFT, ' '));
      } else if (!links.isEmpty()
          && words.charAt(words.length() - 1) == LINK
          && span.link().equals(links.getLast().link())) {
        Span before = links.removeLast();
        links.add(before.withText(before.text() + span.text()));
      } else {
        links.add(span.withText(span.text().replace(Lines.SOFT, ' ')));
        words.append(LINK);
      }
    }
    return new Reading(links, words.toString()).read();
  }

  /**
   * Reads what stands beside a linked headline: a name and a date, or in parentheses a name alone.
   */
  static Optional<SourceLine> credit(String words, boolean aside) {
    return words.length() > LONGEST_NAME + 40
        ? Optional.empty()
        : new Reading(List.of(), words).credit(aside);
  }

  /** Whether it says so by its own words, so that it may stand anywhere in a story. */
  boolean isCertain() {
    return labelled || (whole && date != null);
  }

  /** One reading, which takes away what it understands. */
  private static final class Reading {
    private final List<Span> links;
    private String rest;
    private @Nullable URI url;
    private @Nullable String name;
    private @Nullable LocalDate date;
    private boolean sourceLabel;
    private boolean dateLabel;
    private boolean linkLabel;
    private boolean generic;
    private final List<String> others = new ArrayList<>();

    Reading(List<Span> links, String words) {
      this.links = links;
      this.rest = words;
    }

    Optional<SourceLine> read() {
      takeDate();
      takeLink();
      takeWords();
      boolean whole = others.isEmpty() && links.size() <= 1;
      boolean signed = whole && url != null && SIGN.matcher(rest).lookingAt();
      boolean dated = dateLabel && date != null && (whole || url != null);
      boolean labelled = sourceLabel || signed || dated || (linkLabel && (whole || !generic));
      boolean something = url != null || name != null || date != null;
      return something && (labelled || whole)
          ? Optional.of(new SourceLine(url, name, date, whole, labelled))
          : Optional.empty();
    }

    Optional<SourceLine> credit(boolean aside) {
      takeDate();
      takeWords();
      if (name == null && others.size() == 1 && isName(others.getFirst())) {
        name = others.removeFirst();
      }
      return others.isEmpty()
              && (date != null || (aside && name != null && name.length() > SHORTEST_NAME))
          ? Optional.of(new SourceLine(null, name, date, true, false))
          : Optional.empty();
    }

    private void takeDate() {
      Matcher day = Moment.ANYWHERE.matcher(rest);
      if (day.find()) {
        date = Moment.of(day.group(), ZoneOffset.UTC).map(Moment::date).orElse(null);
      }
      if (date != null) {
        String after = TIME.matcher(rest.substring(day.end())).replaceFirst("");
        rest = rest.substring(0, day.start()) + " " + after;
        return;
      }
      Matcher english = ENGLISH_DATE.matcher(rest);
      if (english.find()) {
        date = englishDate(english);
        if (date != null) {
          rest = rest.substring(0, english.start()) + " " + rest.substring(english.end());
        }
      }
    }

    private static @Nullable LocalDate englishDate(Matcher found) {
      boolean american = found.group(1) != null;
      String month = found.group(american ? 1 : 5);
      int number =
          1 + "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(month.toLowerCase(Locale.ROOT)) / 3;
      String written =
          found.group(american ? 3 : 6) + "-" + number + "-" + found.group(american ? 2 : 4);
      return Moment.of(written, ZoneOffset.UTC).map(Moment::date).orElse(null);
    }

    private void takeLink() {
      if (links.isEmpty()) {
        return;
      }
      Span link = links.getFirst();
      url = link.link();
      String text = trimmed(link.text());
      Matcher label = LABEL.matcher(text);
      if (Vocabulary.isSourceLabel(text)) {
        linkLabel = true;
        generic = Vocabulary.isGenericLabel(text);
      } else if (label.matches() && Vocabulary.isSourceLabel(label.group(1))) {
        linkLabel = true;
        name = label.group(2).strip();
      } else if (!ADDRESS.matcher(text).matches() && !text.isEmpty()) {
        name = text;
      }
    }

    /** Labels are understood; of what else there is, a short piece may be the publisher's name. */
    private void takeWords() {
      boolean naming = false;
      for (String piece : PARTING.split(rest, -1)) {
        String words = trimmed(piece);
        if (Vocabulary.isSourceLabel(words)) {
          sourceLabel = true;
          naming |= Vocabulary.isNamingLabel(words);
        } else if (Vocabulary.isDateLabel(words)) {
          dateLabel = true;
        } else if (!words.isEmpty()) {
          others.add(words);
        }
      }
      boolean beside = naming || (url != null && sourceLabel) || (linkLabel && isParted());
      if (name == null && beside && others.size() == 1 && isName(others.getFirst())) {
        name = others.removeFirst();
      }
    }

    private boolean isParted() {
      return rest.matches("(?s).*[-|·—–,:]\\s*" + LINK + ".*|.*" + LINK + "\\s*[-|·—–,:].*");
    }

    private static boolean isName(String words) {
      return words.length() <= LONGEST_NAME && !words.matches("(?s).*[.!?。]$");
    }

    /** Without signs and emoji at the edges. */
    private static String trimmed(String text) {
      int from = 0;
      int to = text.length();
      while (from < to && !Character.isLetterOrDigit(text.codePointAt(from))) {
        from += Character.charCount(text.codePointAt(from));
      }
      while (to > from && !isLast(text.codePointBefore(to))) {
        to -= Character.charCount(text.codePointBefore(to));
      }
      return text.substring(from, to);
    }

    private static boolean isLast(int codePoint) {
      return Character.isLetterOrDigit(codePoint) || ".!?。)]）".indexOf(codePoint) >= 0;
    }
  }
}
