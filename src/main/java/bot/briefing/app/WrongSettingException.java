package bot.briefing.app;

import bot.briefing.text.Texts;

/** A setting that stops the start. Says its name, its value (a secret's is masked) and the mend. */
final class WrongSettingException extends Exception {
  private final String name;
  private final String value;
  private final String mend;

  WrongSettingException(Setting setting, String value) {
    this(setting.name(), setting.shown(value), "cli.setting." + setting.name());
  }

  /**
   * @param mend the key of the sentence that tells what it must be
   */
  WrongSettingException(String name, String value, String mend) {
    super(name + " is wrong: " + value);
    this.name = name;
    this.value = value;
    this.mend = mend;
  }

  /** Whether it may be right, and the locale keeps Java from seeing it. */
  boolean isLostToLocale() {
    return !Console.readsAllNames() && value.chars().anyMatch(unit -> unit > 0x7e);
  }

  String say(Texts texts) {
    return texts.say("cli.setting.wrong", name, value, texts.say(mend, Setting.names()));
  }
}
