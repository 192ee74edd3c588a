package bot.briefing.telegram;

import java.nio.charset.StandardCharsets;

/**
 * What a text measures on Telegram (Bot API, sendMessage and Formatting options).
 *
 * @param units UTF-16 units after the entities are parsed
 * @param entities bold, links and so on: beyond 100 a message loses all its formatting
 * @param bytes of UTF-8 before the entities are parsed
 */
record Size(int units, int entities, int bytes) {
  static final Size NONE = new Size(0, 0, 0);
  static final Size LIMIT = new Size(4_096, 100, 32_768);

  static Size of(String plain, int entities, String html) {
    return new Size(plain.length(), entities, html.getBytes(StandardCharsets.UTF_8).length);
  }

  Size plus(Size other) {
    return new Size(units + other.units, entities + other.entities, bytes + other.bytes);
  }

  boolean fits() {
    return units <= LIMIT.units && entities <= LIMIT.entities && bytes <= LIMIT.bytes;
  }

  /** Whether so much is there that a reader is better served by a new message. */
  boolean half() {
    return 2 * units >= LIMIT.units || 2 * entities >= LIMIT.entities || 2 * bytes >= LIMIT.bytes;
  }
}
