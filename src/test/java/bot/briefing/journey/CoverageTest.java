package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Prints how often the journeys of this run asked each method, and fails where the bot can send one
 * that no journey has seen. Comes after the journeys ({@code junit-platform.properties}).
 */
@Order(Integer.MAX_VALUE)
final class CoverageTest {
  private static final JavaClasses BOT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("bot.briefing.discord", "bot.briefing.telegram");

  /** All methods of the Bot API that the bot's room makes requests of. */
  private static final Set<String> TELEGRAM =
      Set.of(
          "getMe",
          "getUpdates",
          "getMyCommands",
          "setMyCommands",
          "sendMessage",
          "editMessageText",
          "pinChatMessage",
          "unpinChatMessage",
          "createForumTopic",
          "answerCallbackQuery",
          "getChat",
          "getChatMember");

  private static final String COMMANDS = "/applications/{application_id}/commands";
  private static final String CALLBACK =
      "POST /interactions/{interaction_id}/{interaction_token}/callback type ";
  private static final String MESSAGES = "/channels/{channel_id}/messages";
  private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";

  /** All that the bot's room calls in JDA to make a request, and the request that comes of it. */
  private static final Map<String, String> DISCORD =
      Map.ofEntries(
          Map.entry("JDA.retrieveCommands", "GET " + COMMANDS),
          Map.entry("JDA.updateCommands", "PUT " + COMMANDS),
          Map.entry("IReplyCallback.reply", CALLBACK + 4),
          Map.entry("IReplyCallback.deferReply", CALLBACK + 5),
          Map.entry("IMessageEditCallback.deferEdit", CALLBACK + 6),
          Map.entry("IMessageEditCallback.editMessage", CALLBACK + 7),
          Map.entry("CommandAutoCompleteInteractionEvent.replyChoices", CALLBACK + 8),
          Map.entry("InteractionHook.editOriginal", "PATCH " + WEBHOOK + "/messages/@original"),
          Map.entry("InteractionHook.sendMessage", "POST " + WEBHOOK),
          // A refused answer once more in plain words: the route of the first.
          Map.entry("RestActionImpl.<init>", CALLBACK + 4),
          Map.entry("Call.<init>", "POST " + MESSAGES));

  /** What is asked past JDA's objects: one class makes all of these. */
  private static final Set<String> ASKED =
      Set.of(
          "PATCH " + MESSAGES + "/{message_id}",
          "GET " + MESSAGES,
          "GET /channels/{channel_id}",
          "PUT " + MESSAGES + "/pins/{message_id}",
          "DELETE " + MESSAGES + "/pins/{message_id}",
          "POST " + MESSAGES + "/{message_id}/crosspost",
          "POST " + MESSAGES + "/{message_id}/threads",
          "POST /channels/{channel_id}/threads",
          "GET " + MESSAGES + "/{message_id}",
          "GET /guilds/{guild_id}/threads/active",
          "GET /channels/{channel_id}/threads/archived/public");

  @Test
  void every_method_that_the_bot_can_send_to_telegram_was_seen() {
    Set<String> made =
        accesses("bot.briefing.telegram")
            .map(JavaAccess::getTargetOwner)
            .filter(owner -> owner.isAssignableTo(BotApiMethod.class))
            .filter(owner -> owner.getPackageName().startsWith("org.telegram"))
            .filter(owner -> !owner.isEquivalentTo(BotApiMethod.class))
            .map(owner -> uncapitalized(owner.getSimpleName()))
            .collect(Collectors.toSet());
    assertThat(made).isEqualTo(TELEGRAM);
    seen("Telegram", TELEGRAM);
  }

  @Test
  void every_request_that_the_bot_can_make_of_discord_was_seen() {
    Set<String> made =
        accesses("bot.briefing.discord")
            .map(JavaAccess::getTarget)
            .filter(CodeUnitAccessTarget.class::isInstance)
            .map(CodeUnitAccessTarget.class::cast)
            .filter(CoverageTest::isRequest)
            .map(call -> call.getOwner().getSimpleName() + "." + call.getName())
            .collect(Collectors.toSet());
    assertThat(made).isEqualTo(DISCORD.keySet());
    seen("Discord", Set.copyOf(DISCORD.values()));
    seen("Discord", ASKED);
  }

  /** What makes an action; not what is then told to it. */
  private static boolean isRequest(CodeUnitAccessTarget call) {
    boolean ofAction = call.getOwner().isAssignableTo(RestAction.class);
    return call.getName().equals("<init>")
        ? ofAction
        : !ofAction && call.getRawReturnType().isAssignableTo(RestAction.class);
  }

  private static String uncapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Stream<JavaAccess<?>> accesses(String room) {
    return BOT.stream()
        .filter(one -> one.getPackageName().equals(room))
        .flatMap(one -> one.getAccessesFromSelf().stream());
  }

  private static void seen(String platform, Set<String> expected) {
    Map<String, Integer> counts = Coverage.counts(platform);
    assumeFalse(counts.isEmpty(), "nobody has travelled on " + platform + " in this run");
    System.out.println(platform + " was asked:");
    counts.forEach((method, count) -> System.out.printf("  %6d × %s%n", count, method));
    assertThat(counts).containsKeys(expected.toArray(String[]::new));
  }
}
