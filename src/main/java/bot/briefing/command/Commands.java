package bot.briefing.command;

import bot.briefing.card.ActionCodec;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes commands from what a person typed or pressed. Pure; a platform strips its own ornaments
 * first ({@code /today@botname}).
 */
public final class Commands {
  private Commands() {}

  /** A line that begins with a slash, with the command's name in either language. */
  public static Command line(String line) {
    String composed = Normalizer.normalize(line.strip(), Normalizer.Form.NFC);
    String[] words = composed.substring(1).split("\\s+", 2);
    String argument = words.length > 1 ? words[1].strip() : "";
    if (words[0].toLowerCase(Locale.ROOT).equals("start")) {
      return argument.isEmpty() ? new Command.Start() : pressed(argument);
    }
    Optional<Verb> verb = Verb.of(words[0]);
    return verb.<Command>map(known -> new Command.Ask(known, argument))
        .orElseGet(() -> new Command.Unknown(line.strip()));
  }

  /** Anything that a person typed where no slash is needed: a private chat, the command line. */
  public static Command typed(String text) {
    return text.strip().startsWith("/") ? line(text) : new Command.Words(text.strip());
  }

  /** The code that a button or a deep link carries. */
  public static Command pressed(String code) {
    return ActionCodec.decode(code).<Command>map(Command.Press::new).orElseGet(Command.Worn::new);
  }
}
