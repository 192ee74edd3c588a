package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Step;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that is about another chat than the one where it is asked: {@code /subscribe @channel
 * 08:00}, or a button that carries the chat. Pure.
 *
 * @param chat a public name with its at sign, or the platform's own id
 * @param of what is asked, without the chat
 */
public record Aim(String chat, Command of) {
  private static final Pattern CHAT =
      Pattern.compile(
          "(?<!\\S)(?:@|(?:https?://)?t\\.me/)(?<name>[A-Za-z][A-Za-z0-9_]{3,31})(?!\\S)"
              + "|(?<!\\S)(?<id>-[0-9]{5,16})(?!\\S)");

  private static final Set<Verb> SPEAKING = EnumSet.of(Verb.SUBSCRIBE, Verb.TEST, Verb.COPY);

  /** Empty where a command is about its own chat. */
  public static Optional<Aim> of(Command command) {
    return switch (command) {
      case Command.Ask(var verb, var argument) when verb.isOfChat() -> typed(verb, argument);
      case Command.Press(Action.Elsewhere(var of, var chat)) ->
          Optional.of(new Aim(chat, new Command.Press(of)));
      case Command.Press(Action.Turn(Action.Elsewhere(var of, var chat), var part)) ->
          Optional.of(new Aim(chat, new Command.Press(new Action.Turn(of, part))));
      default -> Optional.empty();
    };
  }

  private static Optional<Aim> typed(Verb verb, String argument) {
    Matcher chat = CHAT.matcher(argument);
    while (chat.find()) {
      String before = argument.substring(0, chat.start());
      if (before.chars().filter(one -> one == '"').count() % 2 == 0) {
        String rest = (before + argument.substring(chat.end())).strip();
        String name = chat.group("name") == null ? chat.group("id") : "@" + chat.group("name");
        return Optional.of(new Aim(name, new Command.Ask(verb, rest)));
      }
    }
    return Optional.empty();
  }

  /** Whether the chat where it is asked is copied to the other one; it may be asked anywhere. */
  public boolean copies() {
    return copies(of);
  }

  /** Whether the bot must be able to write in that chat; of others it only tells. */
  public boolean speaks() {
    return switch (of) {
      case Command.Ask(var verb, _) -> SPEAKING.contains(verb);
      case Command.Press(Action.Manage(var step, _)) ->
          step == Step.SUBSCRIBE || step == Step.TEST || step == Step.COPY;
      case Command.Press(Action.Settle _) -> true;
      default -> false;
    };
  }

  static boolean copies(Command command) {
    return (command instanceof Command.Ask(var verb, _) && verb == Verb.COPY)
        || (command instanceof Command.Press(Action.Manage(var step, _)) && step == Step.COPY);
  }
}
