package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes interactions and tells the app of them. Runs inside the world's lock. */
final class Interactions {
  /** So many tokens stay valid at most: a sandbox has little memory. */
  private static final int KEPT = 300;

  private final World world;
  private final Gateway gateway;
  private final Stage stage;
  private final Words words;
  private final Map<String, Interaction> byToken = new LinkedHashMap<>();
  private final ArrayDeque<Interaction> waiting = new ArrayDeque<>();

  Interactions(World world, Gateway gateway, Stage stage, Words words) {
    this.world = world;
    this.gateway = gateway;
    this.stage = stage;
    this.words = words;
  }

  Optional<Interaction> find(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /**
   * A person does something.
   *
   * @param data the interaction's {@code data}
   * @param guildInstalled whether the app may act for the guild's installation
   * @param source the message whose component was used
   */
  Interaction begin(
      int type,
      Person person,
      Channel channel,
      ObjectNode data,
      boolean guildInstalled,
      @Nullable Message source) {
    long id = world.interactionIds.next();
    String token = "aW50ZXJhY3Rpb246" + UUID.randomUUID().toString().replace("-", "");
    Interaction interaction =
        new Interaction(
            id,
            token,
            type,
            person,
            channel,
            owners(person, channel, guildInstalled),
            world.clock.instant(),
            source);
    byToken.put(token, interaction);
    waiting.add(interaction);
    gateway.dispatch("INTERACTION_CREATE", 0, channel, event(interaction, data));
    return interaction;
  }

  /** Which installation the app acts for ("Authorizing Integration Owners Object"). */
  private static ObjectNode owners(Person person, Channel channel, boolean guildInstalled) {
    ObjectNode owners = Json.object();
    if (guildInstalled && channel.botIsHere()) {
      owners.put("0", channel.guild().map(Guild::idText).orElse("0"));
    } else {
      owners.put("1", Long.toString(person.id()));
    }
    return owners;
  }

  private ObjectNode event(Interaction interaction, ObjectNode data) {
    Channel channel = interaction.channel;
    Person person = interaction.person;
    ObjectNode event = Json.object();
    event.put("id", Long.toString(interaction.id));
    event.put("application_id", world.application());
    event.put("type", interaction.type);
    event.put("token", interaction.token);
    event.put("version", 1);
    event.set("data", data);
    event.put("channel_id", channel.idText());
    ObjectNode place = channel.object();
    event.set("channel", place);
    event.put("locale", person.locale());
    event.put("context", channel.guild().isPresent() ? 0 : 1);
    event.set("authorizing_integration_owners", interaction.owners);
    event.putArray("entitlements");
    event.put("attachment_size_limit", 10_485_760);
    event.put("app_permissions", Long.toString(channel.botPermissions));
    channel
        .guild()
        .ifPresentOrElse(
            guild -> {
              event.put("guild_id", guild.idText());
              event.put("guild_locale", Guild.LOCALE);
              event.set("guild", guild.partial());
              ObjectNode member = guild.partialMember(person);
              member.set("user", person.user());
              member.put("permissions", Long.toString(channel.permissions(person)));
              event.set("member", member);
              place.put("permissions", Long.toString(channel.permissions(person)));
            },
            () -> event.set("user", person.user()));
    interaction.source().ifPresent(message -> event.set("message", message.wire().deepCopy()));
    return event;
  }

  /** Tells people of interactions that nobody has answered in time, and forgets expired ones. */
  void sweep() {
    Instant now = world.clock.instant();
    Interaction first = waiting.peekFirst();
    while (first != null && (first.isAnswered() || first.isLate(now))) {
      waiting.removeFirst();
      if (first.isLate(now)) {
        fail(first);
      }
      first = waiting.peekFirst();
    }
    Iterator<Interaction> oldest = byToken.values().iterator();
    while (oldest.hasNext()) {
      if (!oldest.next().isExpired(now) && byToken.size() <= KEPT) {
        break;
      }
      oldest.remove();
    }
  }

  private void fail(Interaction interaction) {
    interaction.choices.complete(Json.array());
    if (interaction.type != Interaction.AUTOCOMPLETE) {
      Person person = interaction.person;
      stage.notice(person, interaction.channel, words.say(person, "interaction.failed"));
    }
  }
}
