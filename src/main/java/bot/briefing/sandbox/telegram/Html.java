package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.telegram.Entity.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Telegram's HTML style, as strict and as lenient as TDLib's parser
 * (td/telegram/MessageEntity.cpp): it works on UTF-8 bytes, since its sentences name byte offsets,
 * and counts entities in UTF-16.
 */
final class Html {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "s",
          "strike",
          "del",
          "u",
          "ins",
          "tg-spoiler",
          "tg-emoji",
          "tg-time",
          "span",
          "pre",
          "code",
          "blockquote");

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Entity> entities = new ArrayList<>();
  private int at;
  private int units;
  private boolean loneSurrogate;

  private record Open(String tag, String argument, long date, int offset, int outAt) {}

  private Html(String source) {
    this.in = source.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a text with tags.
   *
   * @throws Refusal with TDLib's own sentence
   */
  static Formatted parse(String source) {
    return new Html(source).read();
  }

  private Formatted read() {
    while (at < in.length) {
      int c = byteAt(at);
      if (c == '<') {
        if (byteAt(at + 1) == '/') {
          close();
        } else {
          open();
        }
        at++;
        continue;
      }
      int code = c == '&' ? reference() : 0;
      if (code != 0) {
        units += code > 0xffff ? 2 : 1;
        loneSurrogate |= code >= 0xd800 && code <= 0xdfff;
        out.writeBytes(utf8(code));
        continue;
      }
      if ((c & 0xc0) != 0x80) {
        units += c >= 0xf0 ? 2 : 1;
      }
      out.write(c);
      at++;
    }
    if (!open.isEmpty()) {
      throw refusal(
          "Can't find end tag corresponding to start tag \"%s\"".formatted(open.element().tag));
    }
    if (loneSurrogate) {
      throw refusal(
          "Text contains invalid Unicode characters after decoding HTML entities, check for"
              + " unmatched surrogate code units");
    }
    entities.replaceAll(
        entity ->
            entity.kind() == Kind.CODE
                ? new Entity(Kind.CODE, entity.offset(), entity.length())
                : entity);
    return new Formatted(out.toString(StandardCharsets.UTF_8), entities);
  }

  private void open() {
    int begin = at++;
    int nameAt = at;
    while (!space(byteAt(at)) && byteAt(at) != '>') {
      at++;
    }
    if (byteAt(at) == 0) {
      throw refusal("Unclosed start tag at byte offset " + begin);
    }
    String tag = slice(nameAt, at).toLowerCase(Locale.ROOT);
    if (!TAGS.contains(tag)) {
      throw refusal("Unsupported start tag \"%s\" at byte offset %d".formatted(tag, begin));
    }
    HtmlAttributes attributes = new HtmlAttributes(this, tag, begin);
    attributes.read();
    if (tag.equals("span") && !attributes.argument().equals("spoiler")) {
      throw refusal("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + begin);
    }
    open.push(new Open(tag, attributes.argument(), attributes.date(), units, out.size()));
  }

  private void close() {
    int begin = at;
    if (open.isEmpty()) {
      throw refusal("Unexpected end tag at byte offset " + begin);
    }
    at += 2;
    while (!space(byteAt(at)) && byteAt(at) != '>') {
      at++;
    }
    String name = slice(begin + 2, at).toLowerCase(Locale.ROOT);
    skipSpaces();
    if (byteAt(at) != '>') {
      throw refusal("Unclosed end tag at byte offset " + begin);
    }
    Open opened = open.element();
    if (!name.isEmpty() && !name.equals(opened.tag)) {
      throw refusal(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(begin, opened.tag, name));
    }
    if (units > opened.offset) {
      mark(opened);
    }
    open.pop();
  }

  private void mark(Open opened) {
    switch (opened.tag) {
      case "b", "strong" -> add(Kind.BOLD, opened, "");
      case "i", "em" -> add(Kind.ITALIC, opened, "");
      case "s", "strike", "del" -> add(Kind.STRIKETHROUGH, opened, "");
      case "u", "ins" -> add(Kind.UNDERLINE, opened, "");
      case "tg-spoiler", "span" -> add(Kind.SPOILER, opened, "");
      case "blockquote" ->
          add(opened.argument.isEmpty() ? Kind.BLOCKQUOTE : Kind.EXPANDABLE_BLOCKQUOTE, opened, "");
      case "tg-emoji" -> {
        if (!opened.argument.matches("-?[0-9]{1,18}") || opened.argument.matches("-?0+")) {
          throw refusal("Invalid custom emoji identifier specified");
        }
        add(Kind.CUSTOM_EMOJI, opened, opened.argument);
      }
      case "tg-time" -> {
        if (!opened.argument.matches("[rR]|[tTdDwW]*")) {
          throw refusal("Invalid date format used");
        }
        if (opened.date > 0) {
          add(Kind.DATE_TIME, opened, opened.argument);
        }
      }
      case "a" -> link(opened);
      case "pre" -> block(opened, Kind.CODE, Kind.PRE);
      case "code" -> block(opened, Kind.PRE, Kind.CODE);
      default -> throw new IllegalStateException(opened.tag);
    }
  }

  private void link(Open opened) {
    String url = opened.argument;
    if (url.isEmpty()) {
      byte[] all = out.toByteArray();
      url = new String(all, opened.outAt, all.length - opened.outAt, StandardCharsets.UTF_8);
    }
    if (Links.person(url).isPresent()) {
      add(Kind.TEXT_MENTION, opened, Long.toString(Links.person(url).getAsLong()));
    } else {
      Links.checked(url).ifPresent(checked -> add(Kind.TEXT_LINK, opened, checked));
    }
  }

  /** A {@code code} with a language and a {@code pre} around the same text are one block. */
  private void block(Open opened, Kind partner, Kind own) {
    Entity last = entities.isEmpty() ? null : entities.getLast();
    if (last != null
        && last.kind() == partner
        && last.offset() == opened.offset
        && last.end() == units) {
      String language = partner == Kind.CODE ? last.argument() : opened.argument;
      if (!language.isEmpty()) {
        entities.removeLast();
        add(Kind.PRE, opened, language);
        return;
      }
    }
    add(own, opened, opened.argument);
  }

  private void add(Kind kind, Open opened, String argument) {
    entities.add(new Entity(kind, opened.offset, units - opened.offset, argument, opened.date));
  }

  /**
   * Reads the character reference that begins here and goes behind it; 0 and stays if it is none.
   */
  int reference() {
    int end = at + 1;
    long code = 0;
    if (byteAt(end) == '#') {
      boolean hex = byteAt(end + 1) == 'x';
      int radix = hex ? 16 : 10;
      end += hex ? 2 : 1;
      while (byteAt(end) < 128 && Character.digit(byteAt(end), radix) >= 0) {
        code = Math.min(code * radix + Character.digit(byteAt(end++), radix), 0x10ffff);
      }
      if (code == 0 || code >= 0x10ffff || end - at >= 10) {
        return 0;
      }
    } else {
      while (letter(byteAt(end))) {
        end++;
      }
      code =
          switch (slice(at + 1, end)) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            default -> 0;
          };
      if (code == 0) {
        return 0;
      }
    }
    at = byteAt(end) == ';' ? end + 1 : end;
    return (int) code;
  }

  int at() {
    return at;
  }

  void go(int position) {
    at = position;
  }

  /** The byte there; 0 behind the end. */
  int byteAt(int position) {
    return position < in.length ? in[position] & 0xff : 0;
  }

  void skipSpaces() {
    while (byteAt(at) != 0 && space(byteAt(at))) {
      at++;
    }
  }

  String slice(int from, int to) {
    int end = Math.min(to, in.length);
    return new String(in, from, Math.max(0, end - from), StandardCharsets.UTF_8);
  }

  static boolean space(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0 || c == 0x0b;
  }

  static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static byte[] utf8(int code) {
    return new String(Character.toChars(code)).getBytes(StandardCharsets.UTF_8);
  }

  static Refusal refusal(String sentence) {
    return Refusal.badRequest("can't parse entities: " + sentence);
  }
}
