package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import bot.briefing.sandbox.wire.Specification;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on this Discord, by plain HTTP. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MisfortuneTest {
  private static final String CREATE = "POST /channels/{channel_id}/messages";

  private final TickedClock clock = new TickedClock();
  private LoopbackDiscord discord;
  private Backstage stage;
  private Api api;
  private String channel;

  @BeforeEach
  void open() {
    discord = new LoopbackDiscord(0, clock, Specification.NONE);
    stage = discord.backstage();
    api = new Api(discord.coordinates());
    channel = discord.page().channel();
  }

  @AfterEach
  void shut() {
    api.close();
    discord.close();
  }

  private Api.Answer send(String to, String text) {
    return api.post("channels/" + to + "/messages", Json.object().put("content", text));
  }

  private static String header(Api.Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private String one(String kind) {
    return stage.settle(Settling.of(kind, 1)).at("/ids/0").asText();
  }

  @Test
  void a_rate_limit_of_a_channel_carries_the_headers_of_discord_itself() {
    Fault fault = Fault.of(new Effect.RateLimit(Duration.ofMillis(2_500), false)).times(1);
    stage.faults().add(fault.on(CREATE));
    Api.Answer answer = send(channel, "x");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body().path("retry_after").asDouble()).isEqualTo(2.5);
    assertThat(answer.body().path("global").asBoolean()).isFalse();
    assertThat(header(answer, "Retry-After")).isEqualTo("3");
    assertThat(header(answer, "Via")).isEqualTo("1.1 google");
    assertThat(header(answer, "X-RateLimit-Scope")).isEqualTo("user");
    assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(header(answer, "X-RateLimit-Reset-After")).isEqualTo("2.500");
    assertThat(send(channel, "x").status()).isEqualTo(429);
    assertThat(send(discord.page().in("random").channel(), "x").status()).isEqualTo(200);
    clock.tick(Duration.ofSeconds(3));
    assertThat(send(channel, "x").status()).isEqualTo(200);
  }

  @Test
  void a_rate_limit_of_the_bot_is_global() {
    stage.faults().add(Fault.of(new Effect.RateLimit(Duration.ofSeconds(7), true)).times(1));
    Api.Answer answer = send(channel, "x");
    assertThat(header(answer, "X-RateLimit-Global")).isEqualTo("true");
    assertThat(header(answer, "X-RateLimit-Scope")).isEqualTo("global");
    assertThat(answer.body().path("global").asBoolean()).isTrue();
    assertThat(api.get("users/@me").status()).isEqualTo(429);
  }

  @Test
  void a_message_whose_answer_was_dropped_is_there_and_its_nonce_finds_it() {
    stage.faults().add(Fault.of(new Effect.Drop(true)).on(CREATE).times(1));
    String body = "{\"content\":\"kept\",\"nonce\":\"abc\",\"enforce_nonce\":true}";
    String route = "channels/" + channel + "/messages";
    assertThatThrownBy(() -> api.post(route, body)).isInstanceOf(UncheckedIOException.class);
    assertThat(discord.transcript()).hasSize(1);
    String again = api.post(route, body).body().path("id").asText();
    assertThat(again).isEqualTo(discord.transcript().path(0).path("id").asText());
    assertThat(stage.journal().from(1)).extracting(Journal.Entry::nonce).containsExactly("abc");
    stage.clock().advance(Duration.ofMinutes(6));
    assertThat(api.post(route, body).status()).isEqualTo(200);
    assertThat(stage.journal().doubled()).hasSize(1);
  }

  @Test
  void what_fails_before_acceptance_leaves_nothing_behind() {
    stage.faults().add(Fault.of(new Effect.Failure(503, 0, "", false, false)).times(1));
    assertThat(send(channel, "x").status()).isEqualTo(503);
    stage.faults().add(Fault.of(new Effect.Drop(false)).times(1));
    assertThatThrownBy(() -> send(channel, "x")).isInstanceOf(UncheckedIOException.class);
    stage.faults().add(Fault.of(new Effect.Failure(400, 30046, "slow", false, false)).times(1));
    assertThat(send(channel, "x").code()).isEqualTo(30046);
    assertThat(discord.transcript()).isEmpty();
  }

  @Test
  void a_revoked_token_is_refused_everywhere() {
    try (RawGateway gateway = identified()) {
      stage.faults().add(Fault.of(new Effect.Revoked()));
      assertThat(gateway.closeCode()).isEqualTo(4004);
    }
    assertThat(api.get("users/@me").status()).isEqualTo(401);
    stage.faults().clear();
    assertThat(api.get("users/@me").status()).isEqualTo(200);
  }

  private RawGateway identified() {
    RawGateway gateway = RawGateway.identified(discord.coordinates(), Gateway.GUILDS);
    gateway.event("GUILD_CREATE");
    return gateway;
  }

  @Test
  void a_guild_throws_the_bot_out_and_lets_it_in_again() {
    try (RawGateway gateway = identified()) {
      String there = one("guild");
      gateway.event("GUILD_CREATE");
      stage.happen(Incident.of(Kind.KICKED, there));
      assertThat(gateway.event("GUILD_DELETE").path("d").has("unavailable")).isFalse();
      assertThat(send(there, "x").code()).isEqualTo(50001);
      stage.happen(Incident.of(Kind.LET_IN, there));
      assertThat(gateway.event("GUILD_CREATE").at("/d/channels/0/id").asText()).isEqualTo(there);
      assertThat(send(there, "x").status()).isEqualTo(200);
      stage.happen(Incident.of(Kind.OUTAGE, there));
      assertThat(gateway.event("GUILD_DELETE").at("/d/unavailable").asBoolean()).isTrue();
      stage.happen(Incident.of(Kind.LET_IN, there));
      gateway.event("GUILD_CREATE");
    }
  }

  @Test
  void a_permission_is_taken_and_given_back_and_a_channel_is_deleted() {
    try (RawGateway gateway = identified()) {
      Incident silence =
          new Incident(Kind.PERMISSION_REMOVED, channel, 0, true, List.of("SEND_MESSAGES"));
      stage.happen(silence);
      assertThat(gateway.event("CHANNEL_UPDATE").at("/d/id").asText()).isEqualTo(channel);
      assertThat(send(channel, "x").code()).isEqualTo(50013);
      stage.happen(
          new Incident(Kind.PERMISSION_REMOVED, channel, 0, true, List.of("VIEW_CHANNEL")));
      assertThat(send(channel, "x").code()).isEqualTo(50001);
      stage.happen(
          new Incident(
              Kind.PERMISSION_GIVEN, channel, 0, true, List.of("VIEW_CHANNEL", "SEND_MESSAGES")));
      assertThat(send(channel, "x").status()).isEqualTo(200);
      stage.happen(Incident.of(Kind.DELETED, channel));
      gateway.event("CHANNEL_DELETE");
      assertThat(send(channel, "x").code()).isEqualTo(10003);
    }
  }

  @Test
  void a_gateway_that_breaks_is_resumed_or_not_as_it_was_told() {
    for (boolean resumable : List.of(true, false)) {
      String session;
      try (RawGateway gateway = RawGateway.identified(discord.coordinates(), Gateway.GUILDS)) {
        session = gateway.event("READY").at("/d/session_id").asText();
        gateway.event("GUILD_CREATE");
        stage.happen(new Incident(Kind.DISCONNECT, "", 0, resumable, List.of()));
      }
      try (RawGateway again = new RawGateway(discord.coordinates())) {
        again.resume(session, 2);
        if (resumable) {
          assertThat(again.event("RESUMED")).isNotNull();
        } else {
          assertThat(again.op(9).path("d").asBoolean()).isFalse();
        }
      }
    }
  }

  @Test
  void a_person_who_blocks_the_bot_takes_no_messages() {
    String direct = one("direct");
    assertThat(send(direct, "x").status()).isEqualTo(200);
    stage.happen(Incident.of(Kind.BLOCKED, direct));
    assertThat(send(direct, "x").code()).isEqualTo(50007);
    stage.happen(Incident.of(Kind.LET_IN, direct));
    assertThat(send(direct, "x").status()).isEqualTo(200);
    assertThatThrownBy(() -> stage.happen(Incident.of(Kind.MIGRATED, direct)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thousands_of_channels_are_there_and_history_is_read_from_an_instant_on() {
    var ids = stage.settle(Settling.of("text", 2_000)).path("ids");
    assertThat(ids).hasSize(2_000);
    String last = ids.path(1_999).asText();
    stage.say(last, Speaker.MEMBER, "hello");
    clock.tick(Duration.ofMinutes(1));
    Instant since = clock.instant();
    String body =
        "{\"flags\":36864,\"nonce\":\"n1\",\"components\":[{\"type\":10,\"id\":77,\"content\":\"hi\"}]}";
    api.post("channels/" + last + "/messages", body);
    var found =
        api.get("channels/" + last + "/messages?limit=100&after=" + (Snowflakes.first(since) - 1))
            .body();
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/components/0/id").asInt()).isEqualTo(77);
    assertThat(stage.journal().sent())
        .extracting(Journal.Entry::silent, Journal.Entry::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(true, "hi"));
    assertThat(api.get("channels/" + last).body().path("name").asText()).isEqualTo("channel-2000");
  }

  @Test
  void a_command_for_administrators_is_there_for_them_alone() {
    try (RawGateway gateway = identified()) {
      String application = api.get("users/@me").body().path("id").asText();
      api.put(
          "applications/" + application + "/commands",
          "[{\"name\":\"subscribe\",\"description\":\"x\",\"default_member_permissions\":\"16\"}]");
      stage.say(channel, Speaker.MEMBER, "/subscribe");
      stage.say(channel, Speaker.ADMINISTRATOR, "/subscribe");
      var event = gateway.event("INTERACTION_CREATE").path("d");
      long bits = event.at("/member/permissions").asLong();
      assertThat(bits & Permissions.MANAGE_CHANNELS).isPositive();
      assertThat(event.at("/member/user/id").asText()).isEqualTo(discord.page().id());
      assertThat(event.at("/member/roles")).hasSize(1);
    }
  }

  @Test
  void limits_are_fifty_a_second_and_five_messages_in_five_seconds_a_channel() {
    stage.limits().enforce(true, 0);
    for (int i = 0; i < 5; i++) {
      Api.Answer answer = send(channel, "x");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("5");
      assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo(Integer.toString(4 - i));
    }
    Api.Answer refused = send(channel, "x");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(header(refused, "Retry-After")).isEqualTo("5");
    for (int i = 0; i < 45; i++) {
      assertThat(api.get("users/@me").status()).isEqualTo(200);
    }
    assertThat(header(api.get("users/@me"), "X-RateLimit-Global")).isEqualTo("true");
    clock.tick(Duration.ofSeconds(5));
    assertThat(send(channel, "x").status()).isEqualTo(200);
  }

  @Test
  void an_interaction_is_never_older_than_its_client_thinks() {
    Instant real = clock.instant();
    stage.clock().advance(Duration.ofHours(-10));
    long id = new World(stage.clock()).interactionIds.next();
    assertThat(id).isGreaterThanOrEqualTo(Snowflakes.first(real));
  }
}
