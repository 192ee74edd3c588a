package bot.briefing.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An action as the text that a button carries: at most 64 ASCII characters of {@code A–Z a–z 0–9 _
 * -}. That fits Telegram's callback data (Bot API, InlineKeyboardButton: 1–64 bytes) and deep links
 * (the same alphabet, 64 characters), and Discord's custom ids (100 characters). The first
 * character is the version, the second the kind.
 */
public final class ActionCodec {
  private static final Pattern FORM =
      Pattern.compile(
          "1(?<kind>[a-zA-Y])(?<day>[0-9]{8})?(?<hashes>(?:_[A-Za-z0-9_-]{6}){0,2})(?:p(?<page>[0-9]{1,6}))?(?:x(?<chat>-?[0-9]{1,20}))?(?:t(?<part>[0-9]{1,6}))?");

  /** Another form: what was typed may hold any letter, and so comes last. */
  private static final Pattern SETTLE =
      Pattern.compile(
          "1Z(?:x(?<chat>-?[0-9]{1,20}))?_(?<zone>[A-Za-z0-9_-]{6})(?<line>[A-Za-z0-9_-]*)");

  private static final int LONGEST = 64;

  private ActionCodec() {}

  public static String encode(Action action) {
    return switch (action) {
      case Action.Today() -> "1t";
      case Action.Help() -> "1h";
      case Action.OnDate(var date) -> "1d" + day(date);
      case Action.Overview(var digest, var page) ->
          "1o" + day(digest.date()) + hash(digest.stem()) + "p" + page;
      case Action.Read(var digest, var article) ->
          "1a" + day(digest.date()) + hash(digest.stem()) + hash(article);
      case Action.OnTopic(var topic, var page) -> "1c" + hash(topic) + "p" + page;
      case Action.FromSource(var source, var page) -> "1s" + hash(source) + "p" + page;
      case Action.Topics(var page) -> "1Cp" + page;
      case Action.Sources(var page) -> "1Sp" + page;
      case Action.Manage(var step, var order) -> "1m" + order(order) + "p" + step.number();
      case Action.Choose(var listed, var page, var order) ->
          (isTopics(listed) ? "1G" : "1K") + order(order) + "p" + page;
      case Action.Pick(var listed, var subject, var wanted, var page, var order) ->
          (isTopics(listed) ? "1g" : "1k")
              + hash(subject)
              + order(order)
              + "p"
              + (2 * page + (wanted ? 1 : 0));
      case Action.Settle settle -> settle(settle, "");
      case Action.Elsewhere(Action.Settle settle, var chat) -> settle(settle, "x" + chat);
      case Action.Elsewhere(var of, var chat) -> encode(of) + "x" + chat;
      case Action.Turn(var of, var part) -> encode(of) + "t" + part;
    };
  }

  /**
   * The action that a text stands for; empty for any other text, such as one of a later version.
   */
  public static Optional<Action> decode(String text) {
    Matcher form = FORM.matcher(text);
    Matcher settle = SETTLE.matcher(text);
    if (settle.matches() && text.length() <= LONGEST) {
      ShortHash zone = new ShortHash(settle.group("zone"));
      return Optional.of(chat(settle, new Action.Settle(zone, settle.group("line"))));
    }
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(part(form, chat(form, action(form))))
          .filter(action -> encode(action).equals(text));
    } catch (IllegalArgumentException | DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Action action(Matcher form) {
    return switch (form.group("kind")) {
      case "t" -> new Action.Today();
      case "h" -> new Action.Help();
      case "d" -> new Action.OnDate(day(form));
      case "o" -> new Action.Overview(digest(form), number(form, "page"));
      case "a" -> new Action.Read(digest(form), hash(form, 1));
      case "c" -> new Action.OnTopic(hash(form, 0), number(form, "page"));
      case "s" -> new Action.FromSource(hash(form, 0), number(form, "page"));
      case "C" -> new Action.Topics(number(form, "page"));
      case "S" -> new Action.Sources(number(form, "page"));
      case "m" -> new Action.Manage(step(form), order(form, 0));
      case "G", "K" -> new Action.Choose(listed(form, "G"), number(form, "page"), order(form, 0));
      case "g", "k" -> {
        int page = number(form, "page");
        yield new Action.Pick(
            listed(form, "g"), hash(form, 0), page % 2 == 1, page / 2, order(form, 1));
      }
      default -> throw new IllegalArgumentException("no such kind");
    };
  }

  private static boolean isTopics(Action.Listed listed) {
    return listed == Action.Listed.TOPICS;
  }

  private static Action.Listed listed(Matcher form, String topics) {
    return form.group("kind").equals(topics) ? Action.Listed.TOPICS : Action.Listed.SOURCES;
  }

  private static Step step(Matcher form) {
    return Step.of(number(form, "page"))
        .orElseThrow(() -> new IllegalArgumentException("no such step"));
  }

  private static String settle(Action.Settle settle, String chat) {
    return "1Z" + chat + hash(settle.zone()) + settle.line();
  }

  private static Action chat(Matcher form, Action of) {
    return form.group("chat") == null ? of : new Action.Elsewhere(of, form.group("chat"));
  }

  private static Action part(Matcher form, Action of) {
    return form.group("part") == null ? of : new Action.Turn(of, number(form, "part"));
  }

  private static DigestId digest(Matcher form) {
    return new DigestId(day(form), hash(form, 0));
  }

  private static String hash(ShortHash hash) {
    return "_" + hash.value();
  }

  private static String order(@Nullable ShortHash order) {
    return order == null ? "" : hash(order);
  }

  private static @Nullable ShortHash order(Matcher form, int index) {
    return form.group("hashes").length() < 7 * (index + 1) ? null : hash(form, index);
  }

  private static ShortHash hash(Matcher form, int index) {
    String hashes = form.group("hashes");
    if (hashes.length() < 7 * (index + 1)) {
      throw new IllegalArgumentException("a hash is missing");
    }
    return new ShortHash(hashes.substring(7 * index + 1, 7 * index + 7));
  }

  private static int number(Matcher form, String group) {
    String digits = form.group(group);
    if (digits == null) {
      throw new IllegalArgumentException("a number is missing");
    }
    return Integer.parseInt(digits);
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  private static LocalDate day(Matcher form) {
    String day = form.group("day");
    if (day == null) {
      throw new IllegalArgumentException("a day is missing");
    }
    return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
