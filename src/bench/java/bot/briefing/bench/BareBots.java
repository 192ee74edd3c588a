package bot.briefing.bench;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The least that a bot on the same libraries does: it answers with constants, on the thread that
 * brings the command. As a program of its own it is what a start and a memory are compared with.
 */
public final class BareBots {
  private BareBots() {}

  /** A bot on each platform of the environment, as {@code briefing-bot run} reads it. */
  public static void main(String[] args) {
    Map<String, String> settings = System.getenv();
    MessageCreateData word = new MessageCreateBuilder().setContent("…").build();
    SendMessage message = SendMessage.builder().chatId(1L).text("…").build();
    discord(
        settings.getOrDefault("DISCORD_TOKEN", ""),
        settings.getOrDefault("DISCORD_API_URL", ""),
        Map.of("today", word, "topic", word));
    telegram(
        settings.getOrDefault("TELEGRAM_TOKEN", ""),
        URI.create(settings.getOrDefault("TELEGRAM_API_URL", "")),
        Map.of("/today", message, "/topic", message));
  }

  static ShardManager discord(String token, String api, Map<String, MessageCreateData> answers) {
    return DefaultShardManagerBuilder.createLight(token, EnumSet.noneOf(GatewayIntent.class))
        .setRestConfig(new RestConfig().setBaseUrl(api))
        .addEventListeners(
            new ListenerAdapter() {
              @Override
              public void onReady(ReadyEvent event) {
                event
                    .getJDA()
                    .updateCommands()
                    .addCommands(
                        Commands.slash("today", "…"),
                        Commands.slash("topic", "…").addOption(OptionType.STRING, "name", "…"))
                    .queue();
              }

              @Override
              public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
                Optional.ofNullable(answers.get(event.getName()))
                    .ifPresent(answer -> event.reply(answer).queue());
              }
            })
        .build();
  }

  static void telegram(String token, URI api, Map<String, SendMessage> answers) {
    OkHttpClient http = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(75)).build();
    OkHttpTelegramClient client =
        new OkHttpTelegramClient(
            http, token, new TelegramUrl(api.getScheme(), api.getHost(), api.getPort(), false));
    Thread.ofPlatform().name("bare-telegram").daemon().start(() -> poll(client, answers));
  }

  private static void poll(OkHttpTelegramClient client, Map<String, SendMessage> answers) {
    int offset = 0;
    try {
      while (true) {
        List<Update> updates =
            client.execute(GetUpdates.builder().offset(offset).timeout(50).build());
        for (Update update : updates) {
          offset = update.getUpdateId() + 1;
          SendMessage answer = answers.get(update.getMessage().getText().split(" ", 2)[0]);
          if (answer != null) {
            client.execute(answer);
          }
        }
      }
    } catch (TelegramApiException ended) {
      // The loopback is closed: so is the bot.
    }
  }
}
