package bot.briefing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Receipt.Reason;
import bot.briefing.sandbox.DiscordSpecification;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.text.Language;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** JDA's events, of a guild that it really knows, as what becomes of chats. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuildLifeTest {
  private final LoopbackDiscord discord =
      new LoopbackDiscord(0, InstantSource.system(), DiscordSpecification.find());
  private final List<String> heard = new ArrayList<>();
  private final GuildLife life = new GuildLife(new Noting(heard), Language.EN);
  private ShardManager shards;
  private JDA jda;
  private Guild guild;

  @BeforeAll
  void connect() throws InterruptedException {
    shards =
        DefaultShardManagerBuilder.createLight(
                discord.coordinates().path("token").asText(), EnumSet.noneOf(GatewayIntent.class))
            .setRestConfig(new RestConfig().setBaseUrl(discord.coordinates().path("api").asText()))
            .build();
    jda = shards.getShards().getFirst().awaitReady();
    guild = jda.getGuilds().getFirst();
  }

  @AfterAll
  void close() {
    shards.shutdown();
    discord.close();
  }

  @BeforeEach
  void forget() {
    heard.clear();
  }

  private List<String> channels(String what) {
    return guild.getTextChannels().stream().map(channel -> what + channel.getId()).toList();
  }

  @Test
  void a_guild_that_takes_the_bot_in_is_greeted_in_one_channel_and_all_are_back() {
    life.onEvent(new GuildJoinEvent(jda, 0, guild));

    assertThat(heard.getFirst()).startsWith("joined ").endsWith(" GROUP KO");
    assertThat(heard.subList(1, heard.size()))
        .containsExactlyInAnyOrderElementsOf(channels("back "));
  }

  @Test
  void a_guild_that_removes_the_bot_takes_its_channels_with_it() {
    life.onEvent(new GuildLeaveEvent(jda, 0, guild));

    assertThat(heard).containsExactlyInAnyOrderElementsOf(channels("KICKED "));
  }

  @Test
  void an_outage_is_no_farewell() {
    life.onEvent(new GuildUnavailableEvent(jda, 0, guild));
    life.onEvent(new GuildAvailableEvent(jda, 0, guild));

    assertThat(heard).isEmpty();
  }

  @Test
  void a_deleted_channel_is_gone() {
    TextChannel channel = guild.getTextChannels().getFirst();
    life.onEvent(new ChannelDeleteEvent(jda, 0, channel));

    assertThat(heard).containsExactly("DELETED " + channel.getId());
  }

  /** Writes down what it hears. */
  private record Noting(List<String> heard) implements ChatEvents {
    @Override
    public void joined(Chat chat, Place place, Language language) {
      heard.add("joined " + chat.id() + " " + place + " " + language);
    }

    @Override
    public void gone(Chat chat, Reason reason) {
      heard.add(reason + " " + chat.id());
    }

    @Override
    public void back(Chat chat) {
      heard.add("back " + chat.id());
    }
  }
}
