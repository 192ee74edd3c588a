package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway's protocol, by hand. */
final class GatewayTest {
  private static final int TALK = 1 | 1 << 9 | 1 << 12;
  private static final int CONTENT = 1 << 15;

  private LoopbackDiscord discord;

  @BeforeEach
  void open() {
    discord = new LoopbackDiscord(0, new TickedClock(), Specification.NONE);
  }

  @AfterEach
  void shut() {
    discord.close();
  }

  private RawGateway identified(int intents) {
    return RawGateway.identified(discord.coordinates(), intents);
  }

  @Test
  void aWrongTokenClosesTheConnectionForGood() {
    try (RawGateway gateway = new RawGateway(discord.coordinates())) {
      gateway.identify("wrong", 0);
      assertThat(gateway.closeCode()).isEqualTo(4004);
    }
  }

  @Test
  void otherBreachesOfTheProtocolHaveTheirOwnCodes() {
    try (RawGateway early = new RawGateway(discord.coordinates());
        RawGateway strange = new RawGateway(discord.coordinates());
        RawGateway twice = identified(0);
        RawGateway greedy = identified(1 << 30)) {
      early.send(3, Json.object());
      assertThat(early.closeCode()).isEqualTo(4003);
      strange.send(99, Json.object());
      assertThat(strange.closeCode()).isEqualTo(4001);
      twice.identify(discord.coordinates().path("token").asText(), 0);
      assertThat(twice.closeCode()).isEqualTo(4005);
      assertThat(greedy.closeCode()).isEqualTo(4013);
    }
  }

  @Test
  void aSessionBeginsWithReadyAndItsGuildAndKeepsItsHeartbeat() {
    try (RawGateway gateway = identified(TALK)) {
      JsonNode ready = gateway.event("READY");
      assertThat(ready.path("s").asInt()).isEqualTo(1);
      assertThat(ready.at("/d/guilds/0/unavailable").asBoolean()).isTrue();
      JsonNode guild = gateway.event("GUILD_CREATE");
      assertThat(guild.path("s").asInt()).isEqualTo(2);
      assertThat(guild.at("/d/id")).isEqualTo(ready.at("/d/guilds/0/id"));
      assertThat(guild.at("/d/channels").toString()).contains(discord.page().channel());
      gateway.send(1, NullNode.getInstance());
      assertThat(gateway.op(11)).isNotNull();
    }
  }

  @Test
  void aMessagesTextIsToldOnlyToWhomTheIntentsAllowIt() {
    try (RawGateway blind = identified(TALK);
        RawGateway reading = identified(TALK | CONTENT);
        RawGateway deaf = identified(1)) {
      blind.event("READY");
      reading.event("READY");
      deaf.event("GUILD_CREATE");
      discord.say("hello");
      assertThat(blind.event("MESSAGE_CREATE").at("/d/content").asText()).isEmpty();
      JsonNode told = reading.event("MESSAGE_CREATE").path("d");
      assertThat(told.path("content").asText()).isEqualTo("hello");
      assertThat(told.has("guild_id")).isTrue();
      assertThat(told.has("member")).isTrue();

      discord.page().inDirectMessages().say("psst");
      JsonNode direct = blind.event("MESSAGE_CREATE").path("d");
      assertThat(direct.path("content").asText()).isEqualTo("psst");
      assertThat(direct.has("guild_id")).isFalse();

      discord.permit("briefing", 0);
      assertThat(deaf.op(0).path("t").asText()).isEqualTo("CHANNEL_UPDATE");
    }
  }

  @Test
  void aLostConnectionIsResumedWithAllThatWasMissed() {
    try (RawGateway first = identified(TALK | CONTENT)) {
      String session = first.event("READY").at("/d/session_id").asText();
      first.event("GUILD_CREATE");
      first.vanish();
      discord.say("one");
      discord.say("two");
      try (RawGateway second = new RawGateway(discord.coordinates())) {
        second.resume(session, 2);
        JsonNode one = second.event("MESSAGE_CREATE");
        assertThat(one.at("/d/content").asText()).isEqualTo("one");
        assertThat(one.path("s").asInt()).isEqualTo(3);
        assertThat(second.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("two");
        assertThat(second.event("RESUMED").path("s").asInt()).isEqualTo(5);
        discord.say("three");
        assertThat(second.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("three");
      }
    }
  }

  @Test
  void anUnknownSessionOrAnImpossibleSequenceIsNotResumed() {
    try (RawGateway first = identified(TALK);
        RawGateway second = new RawGateway(discord.coordinates());
        RawGateway third = new RawGateway(discord.coordinates())) {
      String session = first.event("READY").at("/d/session_id").asText();
      second.resume("nobody", 1);
      assertThat(second.op(9).path("d").asBoolean()).isFalse();
      third.resume(session, 99);
      assertThat(third.closeCode()).isEqualTo(4007);
    }
  }

  @Test
  void aClosingPlatformSaysSo() {
    try (RawGateway gateway = identified(TALK)) {
      gateway.event("GUILD_CREATE");
      discord.close();
      assertThat(gateway.closeCode()).isEqualTo(1001);
    }
  }
}
