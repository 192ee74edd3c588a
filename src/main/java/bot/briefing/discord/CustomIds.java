package bot.briefing.discord;

import java.util.HashSet;
import java.util.Set;

/** The custom ids of one message: Discord refuses twins, so they get a number. */
final class CustomIds {
  /** What menus are called; what they do stands in their options. */
  static final String MENU = "menu";

  private final Set<String> taken = new HashSet<>();

  /** The code, or the code with {@code ~2}, {@code ~3} … where it is taken. */
  String of(String code) {
    String id = code;
    for (int twin = 2; !taken.add(id); twin++) {
      id = code + "~" + twin;
    }
    return id;
  }

  /** The code without its number. */
  static String code(String id) {
    int mark = id.indexOf('~');
    return mark < 0 ? id : id.substring(0, mark);
  }
}
