package bot.briefing.sandbox.discord;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What this platform says to people, in Korean to whom reads Korean and in English to others. */
final class Words {
  private static final String BUNDLE = "bot.briefing.sandbox.discord";

  private final ResourceBundle korean = bundle(Locale.KOREAN);
  private final ResourceBundle english = bundle(Locale.ENGLISH);

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String say(Person person, String key, Object... arguments) {
    ResourceBundle bundle = person.locale().equals("ko") ? korean : english;
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }
}
