package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * A person at one place: what they do there with a Discord client, and what they see. All methods
 * may be called from any thread and return at once.
 */
public final class Visitor {
  private final LoopbackDiscord discord;
  private final Person person;
  private final Channel channel;

  Visitor(LoopbackDiscord discord, Person person, Channel channel) {
    this.discord = discord;
    this.person = person;
    this.channel = channel;
  }

  /** The person's user id. */
  public String id() {
    return Long.toString(person.id());
  }

  /** The id of the channel where the person is. */
  public String channel() {
    return channel.idText();
  }

  /**
   * The same person in another text channel of the bot's guild.
   *
   * @param name its name, or its id
   * @throws IllegalArgumentException when there is no such channel
   */
  public Visitor in(String name) {
    return discord
        .room(name)
        .map(room -> new Visitor(discord, person, room))
        .orElseThrow(() -> new IllegalArgumentException("no channel " + name));
  }

  /**
   * The same person in the channel or thread of an id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Visitor at(String id) {
    return discord
        .place(id)
        .map(place -> new Visitor(discord, person, place))
        .orElseThrow(() -> new IllegalArgumentException("no channel " + id));
  }

  /** The same person in direct messages with the bot. */
  public Visitor inDirectMessages() {
    return new Visitor(discord, person, discord.direct(person));
  }

  /** The same person in a guild that has not installed the app; the person has, for themselves. */
  public Visitor elsewhere() {
    return new Visitor(discord, person, discord.lobby());
  }

  /**
   * The person sets their client to another language.
   *
   * @param locale as Discord writes it: {@code ko}, {@code en-US}
   */
  public void speak(String locale) {
    person.speak(locale);
  }

  /**
   * Types a line and sends it. A line that begins with a slash calls a command by its name, or by
   * the name in the person's locale; what follows fills its options: {@code name:value} anywhere,
   * other words into the first text option. Anything else is a message.
   */
  public void say(String text) {
    discord.alone(() -> send(text));
  }

  private void send(String text) {
    if (!text.startsWith("/")) {
      discord.timeline().post(channel, person, content(text), Mentions.REGULAR, null);
      return;
    }
    discord.timeline().echo(channel, person, text);
    String[] parts = text.substring(1).split("\\s+", 2);
    Optional<ObjectNode> command = command(parts[0]);
    if (command.isEmpty()) {
      notice("command.unknown", List.of(parts[0]));
      return;
    }
    String rest = parts.length > 1 ? parts[1] : "";
    switch (CommandLine.read(command.get(), rest, person.locale())) {
      case CommandLine.Wrong wrong -> notice(wrong.key(), wrong.arguments());
      case CommandLine.Understood understood ->
          OptionChannels.resolve(understood.options(), channel, person)
              .ifPresentOrElse(
                  resolved ->
                      begin(Interaction.COMMAND, command.get(), understood.options(), resolved),
                  () -> notice("option.invalid", List.of(parts[0], rest)));
    }
  }

  /** The person manages this channel from now on, by an overwrite of their own. */
  public Visitor managing() {
    discord.manage(channel, person);
    return this;
  }

  private static ObjectNode content(String text) {
    return Json.object().put("content", text);
  }

  private Optional<ObjectNode> command(String name) {
    return discord
        .commands()
        .in(channel, person)
        .filter(one -> one.path("type").asInt() == CommandCheck.CHAT_INPUT)
        .filter(one -> CommandLine.isNamed(one, name, person.locale()))
        .findFirst();
  }

  private void notice(String key, List<String> arguments) {
    discord.notice(person, channel, key, arguments.toArray());
  }

  private Interaction begin(int type, ObjectNode command, ArrayNode options, ObjectNode resolved) {
    ObjectNode data = Json.object();
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    data.put("id", command.path("id").asText());
    data.put("name", command.path("name").asText());
    data.put("type", CommandCheck.CHAT_INPUT);
    if (command.has("guild_id")) {
      data.put("guild_id", command.path("guild_id").asText());
    }
    if (!options.isEmpty()) {
      data.set("options", options);
    }
    resolve(data, options);
    boolean guildInstalled = Commands.contains(command.path("integration_types"), 0);
    return discord.begin(type, person, channel, data, guildInstalled, null);
  }

  /** What an option names is told whole beside it. */
  private void resolve(ObjectNode data, ArrayNode options) {
    for (JsonNode option : options) {
      if (option.path("type").asInt() == CommandLine.ROLE) {
        channel.guild().stream()
            .flatMap(guild -> StreamSupport.stream(guild.roles().spliterator(), false))
            .filter(role -> role.path("id").equals(option.path("value")))
            .forEach(
                role ->
                    data.withObjectProperty("resolved")
                        .withObjectProperty("roles")
                        .set(role.path("id").asText(), role));
      }
    }
  }

  /**
   * Types part of an option's value and waits for suggestions.
   *
   * @return the choices, each with {@code name} and {@code value}; none when nobody answers in time
   * @throws IllegalArgumentException when the command or the option is not there
   */
  public CompletableFuture<ArrayNode> autocomplete(String command, String option, String partial) {
    CompletableFuture<CompletableFuture<ArrayNode>> asked = new CompletableFuture<>();
    discord.alone(() -> asked.complete(complete(command, option, partial)));
    return asked.join();
  }

  private CompletableFuture<ArrayNode> complete(String name, String optionName, String partial) {
    ObjectNode command =
        command(name).orElseThrow(() -> new IllegalArgumentException("no command " + name));
    for (JsonNode option : command.path("options")) {
      if (CommandLine.isNamed(option, optionName, person.locale())
          && option.path("autocomplete").asBoolean()) {
        ArrayNode options = Json.array();
        ObjectNode focused = options.addObject();
        focused.put("name", option.path("name").asText());
        focused.put("type", option.path("type").asInt());
        focused.put("value", partial);
        focused.put("focused", true);
        return begin(Interaction.AUTOCOMPLETE, command, options, Json.object()).choices;
      }
    }
    throw new IllegalArgumentException("no suggestions for " + optionName);
  }

  /**
   * Presses a button under a message.
   *
   * @throws IllegalArgumentException when the person sees no such message or button, or it is
   *     disabled
   */
  public void press(String message, String customId) {
    use(message, customId, "");
  }

  /**
   * Chooses an entry of a menu under a message.
   *
   * @throws IllegalArgumentException when the person sees no such message, menu or entry
   */
  public void select(String message, String customId, String value) {
    use(message, customId, value);
  }

  /** Presses a button, with an empty value, or chooses an entry of a menu. */
  void use(String message, String customId, String value) {
    discord.alone(() -> touch(message, customId, value));
  }

  private void touch(String messageId, String customId, String value) {
    Message message =
        Optional.ofNullable(channel.messages.get(id(messageId)))
            .filter(one -> one.isSeenBy(person))
            .orElseThrow(() -> new IllegalArgumentException("no message " + messageId));
    JsonNode component =
        message
            .component(customId)
            .filter(one -> !one.path("disabled").asBoolean())
            .orElseThrow(() -> new IllegalArgumentException("no component " + customId));
    int type = component.path("type").asInt();
    ObjectNode data = Json.object();
    data.put("custom_id", customId);
    data.put("component_type", type);
    data.put("id", component.path("id").asInt());
    if (type == ComponentCheck.BUTTON) {
      if (!value.isEmpty()) {
        throw new IllegalArgumentException("a button has no entry " + value);
      }
    } else {
      boolean there = false;
      for (JsonNode option : component.path("options")) {
        there |= option.path("value").asText().equals(value);
      }
      if (!there) {
        throw new IllegalArgumentException("no entry " + value);
      }
      data.putArray("values").add(value);
    }
    JsonNode owners = message.wire().path("interaction_metadata");
    boolean guildInstalled =
        !owners.has("authorizing_integration_owners")
            || owners.path("authorizing_integration_owners").has("0");
    discord.begin(Interaction.COMPONENT, person, channel, data, guildInstalled, message);
  }

  private static long id(String message) {
    try {
      return Long.parseLong(message);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no message " + message, e);
    }
  }

  /** What the person sees here, oldest first: message objects. */
  public ArrayNode transcript() {
    return discord.view(person, channel);
  }

  /** Tells of each change of what the person sees here, in order. */
  public void watch(Consumer<Platform.Event> listener) {
    discord.watch(person, channel, listener);
  }
}
