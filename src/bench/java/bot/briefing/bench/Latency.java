package bot.briefing.bench;

import bot.briefing.briefing.Briefings;
import bot.briefing.chat.ChatEvents;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Newsroom;
import bot.briefing.content.DigestReader;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.discord.DiscordBot;
import bot.briefing.telegram.TelegramBot;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.TaxonomyFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.utils.ComponentDeserializer;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * From update received to request sent, warm, in one process: the bot beside {@link BareBots} that
 * send the bot's own answers as constants, each over its own loopback platform, in turns of {@value
 * #TURN} so that whatever else the machine does meets both alike. {@link Meter} says where the
 * clock is read.
 */
final class Latency {
  private static final int WARM = 1_500;
  private static final int ROUNDS = 60;
  private static final int TURN = 25;
  private static final List<String> LINES = List.of("/today", "/topic regulation");

  private Latency() {}

  static void onDiscord(Report report) throws Exception {
    report.head("from update received to request sent, Discord");
    Newsroom newsroom = newsroom();
    try (Meter ours = Meter.discord();
        Meter bare = Meter.discord();
        DiscordBot bot =
            DiscordBot.start(
                ours.token(),
                Optional.of(URI.create(ours.api())),
                newsroom,
                Language.KO,
                ChatEvents.NONE,
                InstantSource.system())) {
      bot.ready().join();
      awaitCommands(ours);
      Map<String, MessageCreateData> constants = new HashMap<>();
      for (String line : LINES) {
        do {
          ours.ask(line);
        } while (!ours.body().path("data").has("components"));
        constants.put(line.substring(1).split(" ", 2)[0], message(ours.body().path("data")));
      }
      var shards = BareBots.discord(bare.token(), bare.api(), constants);
      awaitCommands(bare);
      compare("Discord", ours, bare, report);
      shards.shutdown();
    }
  }

  static void onTelegram(Report report) throws Exception {
    report.head("from update received to request sent, Telegram");
    Newsroom newsroom = newsroom();
    try (Meter ours = Meter.telegram();
        Meter bare = Meter.telegram();
        TelegramBot bot =
            TelegramBot.start(
                ours.token(),
                URI.create(ours.api()),
                newsroom,
                Language.KO,
                ChatEvents.NONE,
                InstantSource.system())) {
      bot.ready().join();
      Map<String, SendMessage> constants = new HashMap<>();
      for (String line : LINES) {
        ours.ask(line);
        constants.put(line.split(" ", 2)[0], telegram(ours.body()));
      }
      BareBots.telegram(bare.token(), URI.create(bare.api()), constants);
      compare("Telegram", ours, bare, report);
    }
  }

  private static Newsroom newsroom() throws Exception {
    Path content = Path.of("content");
    Taxonomy taxonomy = TaxonomyFiles.read(content);
    FolderLibrary library =
        FolderLibrary.readOnce(content, new DigestReader(ZoneId.of("Asia/Seoul"), taxonomy));
    Briefings briefings = new Briefings(() -> taxonomy, 16L << 20);
    return new NewsDesk(library, () -> taxonomy, briefings, Language.KO, InstantSource.system());
  }

  private static void awaitCommands(Meter discord) {
    while (discord.platform().book().entries().stream()
        .noneMatch(entry -> entry.method().startsWith("PUT "))) {
      Pushes.pause(Duration.ofMillis(10));
    }
  }

  static MessageCreateData message(JsonNode data) {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(
            new ComponentDeserializer(List.of())
                .deserializeAs(
                    MessageTopLevelComponent.class,
                    DataArray.fromJson(data.path("components").toString()))
                .toList())
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }

  static SendMessage telegram(JsonNode body) throws JsonProcessingException {
    return new ObjectMapper().treeToValue(body, SendMessage.class);
  }

  private static void compare(String platform, Meter ours, Meter bare, Report report)
      throws InterruptedException {
    for (String line : LINES) {
      ours.ask(line);
      bare.ask(line);
      if (ours.bytes() != bare.bytes()) {
        throw new IllegalStateException(
            platform + " " + line + " differs:\n" + ours.body() + "\n" + bare.body());
      }
    }
    for (int i = 0; i < WARM; i++) {
      for (String line : LINES) {
        ours.ask(line);
        bare.ask(line);
      }
    }
    Map<String, Samples> mine = new HashMap<>();
    Map<String, Samples> theirs = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String line : LINES) {
        turn(ours, line, mine);
        turn(bare, line, theirs);
      }
    }
    for (String line : LINES) {
      Samples a = mine.getOrDefault(line, new Samples());
      Samples b = theirs.getOrDefault(line, new Samples());
      String what = platform + " " + line + ", ";
      report.figure(what + "median", "ms", a.median(), b.median(), 2);
      report.figure(what + "99th percentile", "ms", a.quantile(0.99), b.quantile(0.99), 10);
      report.figure(what + "median to baseline's", "x", a.median() / b.median(), 1, 1.3);
    }
  }

  private static void turn(Meter meter, String line, Map<String, Samples> into)
      throws InterruptedException {
    Samples samples = into.computeIfAbsent(line, _ -> new Samples());
    for (int i = 0; i < TURN; i++) {
      samples.add(meter.ask(line));
    }
  }
}
