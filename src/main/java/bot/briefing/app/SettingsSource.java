package bot.briefing.app;

import bot.briefing.text.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where settings come from.
 *
 * @param environment variables by name
 * @param file {@code briefing.properties}; may be absent
 */
record SettingsSource(Map<String, String> environment, Path file) {
  static SettingsSource ofProcess() {
    return new SettingsSource(System.getenv(), Path.of("briefing.properties"));
  }

  /**
   * @throws WrongSettingException for the first setting that is wrong, or a line of the file that
   *     is none
   */
  Settings read() throws WrongSettingException {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    Properties lines = lines();
    for (String name : lines.stringPropertyNames()) {
      values.put(setting(name), lines.getProperty(name));
    }
    for (Setting setting : Setting.values()) {
      String value = environment.getOrDefault(setting.name(), "");
      if (!value.isBlank()) {
        values.put(setting, value);
      }
    }
    return Settings.of(values);
  }

  /**
   * The operator's language: the locale of the terminal where it names one that the bot speaks,
   * else the default language.
   */
  Language language() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .flatMap(value -> Language.of(value.split("[_.@]", 2)[0]))
        .orElseGet(
            () ->
                Language.of(environment.getOrDefault(Setting.DEFAULT_LANGUAGE.name(), ""))
                    .orElse(Language.KO));
  }

  private Setting setting(String name) throws WrongSettingException {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new WrongSettingException(file + ": " + name, "***", "cli.setting.unknown"));
  }

  private Properties lines() throws WrongSettingException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (NoSuchFileException absent) {
      return lines;
    } catch (IOException | IllegalArgumentException e) {
      throw new WrongSettingException(file.toString(), e.toString(), "cli.setting.file");
    }
    return lines;
  }
}
