package bot.briefing.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What the bare client library makes of the same bodies, with no database and no pacing: it sends
 * as fast as it can, and waits as long as a 429 says.
 */
record Bare(double perSecond, int refused) {
  private static final int AT_ONCE = 16;

  static Bare sends(Crowd crowd, Duration time) throws Exception {
    int accepted = crowd.accepted.get();
    int refused = crowd.refused.get();
    long start = System.nanoTime();
    if (crowd.isDiscord) {
      discord(crowd, time);
    } else {
      telegram(crowd, start + time.toNanos());
    }
    double seconds = time.toNanos() / 1e9;
    return new Bare((crowd.accepted.get() - accepted) / seconds, crowd.refused.get() - refused);
  }

  private static void telegram(Crowd crowd, long end) throws Exception {
    URI api = URI.create(crowd.platform.coordinates().path("api").asText());
    OkHttpTelegramClient client =
        new OkHttpTelegramClient(
            new OkHttpClient(),
            crowd.platform.coordinates().path("token").asText(),
            new TelegramUrl(api.getScheme(), api.getHost(), api.getPort(), false));
    SendMessage message = Latency.telegram(crowd.body());
    for (int at = 0; System.nanoTime() < end; at++) {
      message.setChatId(crowd.chats.get(crowd.chats.size() - 1 - at % crowd.chats.size()));
      try {
        client.execute(message);
      } catch (TelegramApiRequestException refused) {
        Pushes.pause(
            Duration.ofSeconds(
                Optional.ofNullable(refused.getParameters())
                    .map(parameters -> parameters.getRetryAfter())
                    .orElse(1)));
      } catch (TelegramApiException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  private static void discord(Crowd crowd, Duration time) throws InterruptedException {
    var coordinates = crowd.platform.coordinates();
    ShardManager shards =
        BareBots.discord(
            coordinates.path("token").asText(), coordinates.path("api").asText(), Map.of());
    String last = crowd.chats.getLast();
    while (shards.getTextChannelById(last) == null) {
      Pushes.pause(Duration.ofMillis(20));
    }
    MessageCreateData message = Latency.message(crowd.body());
    List<String> chats = crowd.chats.reversed();
    Semaphore under = new Semaphore(AT_ONCE);
    long end = System.nanoTime() + time.toNanos();
    for (int at = 0; System.nanoTime() < end; at++) {
      TextChannel channel = shards.getTextChannelById(chats.get(at % chats.size()));
      if (channel != null && under.tryAcquire(100, TimeUnit.MILLISECONDS)) {
        channel.sendMessage(message).queue(_ -> under.release(), _ -> under.release());
      }
    }
    shards.shutdown();
  }
}
