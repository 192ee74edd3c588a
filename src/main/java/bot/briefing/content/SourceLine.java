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
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}\ufffc(]+|[^\\p{L}\\p{N}\ufffc).!?]+$");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern ENGLISH_DATE =
      Pattern.compile(
          "(?i)\\b(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
              + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})"
              + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?,? (\\d{4}))\\b");
  private static final Pattern LABEL = Pattern.compile("([^:：|→\ufffc]{1,24}?)\\s*[:：|→]\\s*(.*)");
  private static final Pattern TIME =
      Pattern.compile("^[T ]*\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}))?");

  /** Reads a line; empty when it says nothing of a source. */
  static Optional<SourceLine> of(List<Span> line) {
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

    Reading(List<Span> links, String words) {
      this.links = links;
      this.rest = words;
    }

    Optional<SourceLine> read() {
      takeDate();
      takeLabel();
      takeLink();
      takeName();
      takeDateLabel();
      boolean labelled = sourceLabel || linkLabel || (dateLabel && date != null);
      boolean something = url != null || name != null || date != null;
      boolean whole = something && trimmed(rest).isEmpty() && links.size() <= 1;
      return something && (labelled || whole)
          ? Optional.of(new SourceLine(url, name, date, whole, labelled))
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

    private void takeLabel() {
      Matcher label = LABEL.matcher(trimmed(rest));
      if (label.matches() && Vocabulary.isSourceLabel(label.group(1))) {
        sourceLabel = true;
        rest = label.group(2);
      } else if (label.matches() && date != null && Vocabulary.isDateLabel(label.group(1))) {
        dateLabel = true;
        rest = label.group(2);
      } else {
        String beforeLink = trimmed(rest);
        int link = beforeLink.indexOf(LINK);
        if (link > 0 && Vocabulary.isSourceLabel(beforeLink.substring(0, link))) {
          sourceLabel = true;
          rest = beforeLink.substring(link);
        }
      }
    }

    private void takeLink() {
      if (links.isEmpty()) {
        Matcher address = ADDRESS.matcher(rest);
        if (sourceLabel && address.find()) {
          url = Addresses.web(address.group()).orElse(null);
          if (url != null) {
            rest = rest.substring(0, address.start()) + rest.substring(address.end());
          }
        }
        return;
      }
      Span link = links.getFirst();
      url = link.link();
      rest = rest.replaceFirst(String.valueOf(LINK), " ");
      String text = trimmed(link.text());
      Matcher label = LABEL.matcher(text);
      if (Vocabulary.isSourceLabel(text)) {
        linkLabel = true;
      } else if (label.matches() && Vocabulary.isSourceLabel(label.group(1))) {
        linkLabel = true;
        name = label.group(2).strip();
      } else if (!ADDRESS.matcher(text).matches() && !text.isEmpty()) {
        name = text;
      }
    }

    /** A name that stands beside the link, or without one. */
    private void takeName() {
      String beside = trimmed(rest);
      boolean parted =
          sourceLabel || (linkLabel && rest.strip().matches("(?s).*[-|·—–,:]\\s*|[-|·—–,:].*"));
      if (name == null
          && parted
          && !beside.isEmpty()
          && beside.length() <= LONGEST_NAME
          && !beside.matches("(?s).*[.!?。]$")
          && !Vocabulary.isDateLabel(beside)) {
        name = beside;
        rest = "";
      }
    }

    private void takeDateLabel() {
      if (date == null) {
        return;
      }
      Matcher label = Pattern.compile("(?s)(.*?)([\\p{L}\\p{N} ]+?)\\s*[:：]?\\s*").matcher(rest);
      if (label.matches() && Vocabulary.isDateLabel(label.group(2))) {
        dateLabel = true;
        rest = label.group(1);
      } else if (Vocabulary.isDateLabel(rest)) {
        dateLabel = true;
        rest = "";
      }
    }

    private static String trimmed(String text) {
      String before;
      String now = text.strip();
      do {
        before = now;
        now = EDGES.matcher(now).replaceAll("").strip();
        if (now.equals("()") || now.equals(")") || now.equals("(") || now.matches("[.!?()\\s]*")) {
          now = "";
        }
      } while (!now.equals(before));
      return now;
    }
  }
}
