package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;

/**
 * A marked stretch of a text (the Bot API's MessageEntity).
 *
 * @param offset where it begins, in UTF-16 units
 * @param length how long it is, in UTF-16 units
 * @param argument what the kind needs besides: an address, a language, an id, a date's format; else
 *     empty
 * @param date seconds since 1970, of a date; else 0
 */
record Entity(Kind kind, int offset, int length, String argument, long date) {
  /** How TDLib sorts: by offset, the longer one first, then by a kind's rank. */
  static final Comparator<Entity> ORDER =
      Comparator.comparingInt(Entity::offset)
          .thenComparing(Comparator.comparingInt(Entity::length).reversed())
          .thenComparingInt(entity -> entity.kind().rank);

  Entity(Kind kind, int offset, int length) {
    this(kind, offset, length, "", 0);
  }

  int end() {
    return offset + length;
  }

  Entity from(int start, int end) {
    return new Entity(kind, start, end - start, argument, date);
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("offset", offset)
            .put("length", length)
            .put("type", kind.wireName());
    switch (kind) {
      case TEXT_LINK -> json.put("url", argument);
      case CUSTOM_EMOJI -> json.put("custom_emoji_id", argument);
      case PRE -> {
        if (!argument.isEmpty()) {
          json.put("language", argument);
        }
      }
      case DATE_TIME -> {
        json.put("unix_time", date);
        if (!argument.isEmpty()) {
          json.put("date_time_format", argument);
        }
      }
      default -> {
        // The others have no argument on the wire; a mention's person is added where persons are
        // known.
      }
    }
    return json;
  }

  /** Styles may be cut and joined, marks are whole or gone, quotes hold both. */
  enum Family {
    STYLE,
    MARK,
    QUOTE
  }

  /** The kinds that the platform knows, with their ranks among entities of one place. */
  enum Kind {
    BLOCKQUOTE(Family.QUOTE, 0),
    EXPANDABLE_BLOCKQUOTE(Family.QUOTE, 0),
    PRE(Family.MARK, 11),
    CODE(Family.MARK, 20),
    DATE_TIME(Family.MARK, 30),
    TEXT_LINK(Family.MARK, 49),
    TEXT_MENTION(Family.MARK, 49),
    MENTION(Family.MARK, 50),
    HASHTAG(Family.MARK, 50),
    BOT_COMMAND(Family.MARK, 50),
    URL(Family.MARK, 50),
    EMAIL(Family.MARK, 50),
    BOLD(Family.STYLE, 90),
    ITALIC(Family.STYLE, 91),
    UNDERLINE(Family.STYLE, 92),
    STRIKETHROUGH(Family.STYLE, 93),
    SPOILER(Family.STYLE, 94),
    CUSTOM_EMOJI(Family.MARK, 99);

    private final Family family;
    private final int rank;

    Kind(Family family, int rank) {
      this.family = family;
      this.rank = rank;
    }

    Family family() {
      return family;
    }

    /** Whether no style may stand inside. */
    boolean plainInside() {
      return this == PRE || this == CODE || this == DATE_TIME;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
