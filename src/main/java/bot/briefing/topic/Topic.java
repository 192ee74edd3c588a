package bot.briefing.topic;

import bot.briefing.card.ShortHash;
import bot.briefing.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A subject of the taxonomy ({@code content/topics.yml}).
 *
 * @param id lower-case Latin letters, digits and dashes; never changes once published
 * @param names how it is called on buttons, one in each language that the bot speaks
 * @param aliases other names that people type, in any language
 * @param keywords words in an article that make it one of this topic, in any language
 */
public record Topic(
    String id, Map<Language, String> names, List<String> aliases, List<String> keywords) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  public Topic {
    if (!isId(id)) {
      throw new IllegalArgumentException("no id of a topic: " + id);
    }
    names = Map.copyOf(names);
    aliases = List.copyOf(aliases);
    keywords = List.copyOf(keywords);
    if (names.size() != Language.values().length) {
      throw new IllegalArgumentException("topic " + id + " needs a name in every language");
    }
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public String name(Language language) {
    return Objects.requireNonNull(names.get(language));
  }

  /** What buttons name it by. */
  public ShortHash hash() {
    return ShortHash.of(id);
  }
}
