package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Command;
import bot.briefing.command.Commands;
import bot.briefing.text.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.ChatShared;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Understands updates. Pure.
 *
 * <p>In a private chat every text is for the bot. In groups and channels only commands are, and of
 * those that the bot does not know only the ones that name it: the others are another bot's. Edited
 * messages, captions, other bots and a channel's copies in its discussion group are passed over.
 */
final class Reader {
  private static final Pattern COMMAND =
      Pattern.compile("/(?<name>[^\\s@/]+)(?:@(?<bot>\\w+))?(?:\\s+(?<rest>.*))?", Pattern.DOTALL);

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final String username;
  private final Language fallback;

  /**
   * A reader for one bot.
   *
   * @param username the bot's, without {@code @}
   * @param fallback the language where Telegram tells none that the bot speaks
   */
  Reader(String username, Language fallback) {
    this.username = username;
    this.fallback = fallback;
  }

  /** What an update asks; empty where it asks nothing of this bot. */
  Optional<Incoming> read(Update update) {
    if (update.getCallbackQuery() != null) {
      return pressed(update.getCallbackQuery());
    }
    Message message = update.getMessage() == null ? update.getChannelPost() : update.getMessage();
    if (message == null || isBots(message)) {
      return Optional.empty();
    }
    if (message.getChatShared() != null) {
      return shared(message, message.getChatShared());
    }
    return message.getText() == null ? Optional.empty() : said(message);
  }

  /** A chat that somebody alone with the bot has chosen by its keyboard. */
  private Optional<Incoming> shared(Message message, ChatShared shared) {
    String title = shared.getTitle() == null ? "" : shared.getTitle();
    return SharedChats.chosen(shared)
        .map(Command.Press::new)
        .filter(_ -> place(message) == Place.PRIVATE)
        .map(press -> alone(message, press, title));
  }

  private Incoming alone(Message message, Command command, String chosen) {
    Asker asker = asker(message, message.getFrom());
    Target target = new Target(asker.chat().id(), thread(message), null);
    return new Incoming.Said(command, asker, target, null, message.getChatId(), chosen);
  }

  /** Whether a press is acknowledged with its answer: that depends on who pressed. */
  boolean isAcknowledgedLater(CallbackQuery query) {
    return query.getMessage() != null
        && query.getData() != null
        && place(query.getMessage()) != Place.PRIVATE
        && Commands.pressed(Venue.code(query.getData())).manages();
  }

  /**
   * What stops a button from turning, whatever else becomes of it (Bot API, CallbackQuery). One
   * under a message that others read opens the private chat at what it stands for.
   */
  AnswerCallbackQuery acknowledge(CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    String code = query.getData();
    boolean elsewhere =
        message != null
            && place(message) != Place.PRIVATE
            && code != null
            && CODE.matcher(code).matches();
    return AnswerCallbackQuery.builder()
        .callbackQueryId(query.getId())
        .url(elsewhere ? new Venue(place(message), username).deepLink(code).toString() : null)
        .build();
  }

  private Optional<Incoming> said(Message message) {
    if (place(message) == Place.PRIVATE && SharedChats.isLeft(message.getText().strip())) {
      Command left = new Command.Press(new Action.Manage(Step.NOT_NOW));
      return Optional.of(alone(message, left, ""));
    }
    Asker asker = asker(message, message.getFrom());
    boolean group = asker.place() == Place.GROUP;
    Target target =
        new Target(asker.chat().id(), thread(message), group ? message.getMessageId() : null);
    return command(message.getText().strip(), asker.place())
        .map(command -> said(command, asker, target, message));
  }

  /**
   * Who writes as the group itself is one of its administrators; in a channel nobody else writes.
   */
  private static Incoming said(Command command, Asker asker, Target target, Message message) {
    boolean manages =
        asker.place() == Place.CHANNEL
            || (message.getSenderChat() != null
                && message.getSenderChat().getId().equals(message.getChatId()));
    boolean unsure =
        asker.place() == Place.GROUP && command.manages() && message.getSenderChat() == null;
    boolean known = message.getSenderChat() == null && message.getFrom() != null;
    Long person = known ? message.getFrom().getId() : null;
    Asker sure = manages ? asker.managing(true) : asker;
    return new Incoming.Said(command, sure, target, unsure ? person : null, person, null);
  }

  private Optional<Command> command(String text, Place place) {
    Matcher form = COMMAND.matcher(text);
    if (!form.matches()) {
      return place == Place.PRIVATE && !text.isEmpty()
          ? Optional.of(Commands.typed(text))
          : Optional.empty();
    }
    String bot = form.group("bot");
    if (bot != null && !bot.equalsIgnoreCase(username)) {
      return Optional.empty();
    }
    String rest = form.group("rest") == null ? "" : form.group("rest");
    Command command = Commands.line("/" + form.group("name") + " " + rest);
    boolean another = command instanceof Command.Unknown && place != Place.PRIVATE && bot == null;
    return another ? Optional.empty() : Optional.of(command);
  }

  private Optional<Incoming> pressed(CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    String code = query.getData();
    if (message == null || code == null) {
      return Optional.empty();
    }
    Asker asker = asker(message, query.getFrom());
    Command command = Commands.pressed(Venue.code(code));
    boolean shared = asker.place() != Place.PRIVATE;
    if (shared && !command.manages()) {
      return Optional.empty();
    }
    boolean accessible = message instanceof Message && !Venue.isPushed(code);
    return Optional.of(
        new Incoming.Pressed(
            command,
            asker,
            new Target(asker.chat().id(), thread(message), null),
            accessible ? message.getMessageId() : null,
            shared ? query.getId() : null,
            shared ? query.getFrom().getId() : null,
            query.getFrom().getId()));
  }

  private Asker asker(MaybeInaccessibleMessage message, @Nullable User user) {
    Integer thread = thread(message);
    Chat chat =
        new Chat(
            Platform.TELEGRAM,
            message.getChat().getId().toString(),
            thread == null ? null : thread.toString());
    return new Asker(chat, place(message), language(user), null);
  }

  private static Place place(MaybeInaccessibleMessage message) {
    return place(message.getChat());
  }

  static Place place(org.telegram.telegrambots.meta.api.objects.chat.Chat chat) {
    return switch (chat.getType()) {
      case "private" -> Place.PRIVATE;
      case "channel" -> Place.CHANNEL;
      default -> Place.GROUP;
    };
  }

  private Language language(@Nullable User user) {
    return Optional.ofNullable(user)
        .map(User::getLanguageCode)
        .flatMap(Language::of)
        .orElse(fallback);
  }

  /** The topic of a forum: other groups have threads too, which cannot be written to by number. */
  private static @Nullable Integer thread(MaybeInaccessibleMessage message) {
    return message instanceof Message whole && Boolean.TRUE.equals(whole.getIsTopicMessage())
        ? whole.getMessageThreadId()
        : null;
  }

  /** Who speaks for a chat is shown as a bot, and is none (Bot API, Message.from). */
  private static boolean isBots(Message message) {
    boolean bot = message.getFrom() != null && Boolean.TRUE.equals(message.getFrom().getIsBot());
    return (bot && message.getSenderChat() == null)
        || Boolean.TRUE.equals(message.getIsAutomaticForward());
  }
}
