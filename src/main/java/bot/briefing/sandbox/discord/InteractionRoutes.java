package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first answer to an interaction ("Create Interaction Response"). */
final class InteractionRoutes implements Routes {
  private static final int MESSAGE = 4;
  private static final int DEFERRED_MESSAGE = 5;
  private static final int DEFERRED_UPDATE = 6;
  private static final int UPDATE = 7;
  private static final int CHOICES = 8;

  private final World world;
  private final Interactions interactions;
  private final Timeline timeline;

  InteractionRoutes(World world, Interactions interactions, Timeline timeline) {
    this.world = world;
    this.interactions = interactions;
    this.timeline = timeline;
  }

  @Override
  public void addTo(Table table) {
    table.addOpen(
        "POST", "/interactions/{interaction_id}/{interaction_token}/callback", this::callback);
  }

  private Reply callback(Request request) {
    long id = request.id("interaction_id");
    Interaction interaction =
        interactions
            .find(request.at("interaction_token"))
            .filter(one -> one.id == id)
            .orElseThrow(Refusal::unknownInteraction);
    if (interaction.isAnswered()) {
      throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
    }
    if (interaction.isLate(world.clock.instant())) {
      throw Refusal.unknownInteraction();
    }
    int type = request.body().path("type").asInt();
    JsonNode data = request.body().path("data");
    answer(interaction, type, data);
    return request.flag("with_response") ? Reply.of(response(interaction, type)) : Reply.NOTHING;
  }

  private void answer(Interaction interaction, int type, JsonNode data) {
    Form form = new Form();
    boolean autocomplete = interaction.type == Interaction.AUTOCOMPLETE;
    boolean component = interaction.type == Interaction.COMPONENT;
    boolean fits =
        switch (type) {
          case MESSAGE, DEFERRED_MESSAGE -> !autocomplete;
          case DEFERRED_UPDATE, UPDATE -> component;
          case CHOICES -> autocomplete;
          default -> false;
        };
    if (!fits) {
      String choices = autocomplete ? "(8,)" : component ? "(4, 5, 6, 7)" : "(4, 5)";
      form.at("type").add("BASE_TYPE_CHOICES", "Value must be one of " + choices + ".");
      throw form.refusal();
    }
    Optional<Message> source = interaction.source();
    switch (type) {
      case MESSAGE -> {
        MessageCheck.create(form.at("data"), data);
        interaction.answer(post(interaction, data));
      }
      case DEFERRED_MESSAGE -> defer(form, interaction, data.path("flags").asInt());
      case UPDATE -> {
        Message message = source.orElseThrow(Refusal::unknownMessage);
        MessageCheck.edit(form.at("data"), data, message);
        timeline.edit(message, data, allowed(data));
        interaction.answer(message);
      }
      case CHOICES -> {
        CommandCheck.choices(form.at("data").at("choices"), data.path("choices"), false);
        form.refuseUnlessClean();
        interaction.answer(null);
        interaction.choices.complete(list(data));
      }
      default -> interaction.answer(source.orElse(null));
    }
  }

  private static ArrayNode list(JsonNode data) {
    ArrayNode list = Json.array();
    for (JsonNode choice : data.path("choices")) {
      ObjectNode shown = list.addObject();
      shown.set("name", choice.path("name"));
      shown.set("value", choice.path("value"));
    }
    return list;
  }

  private void defer(Form form, Interaction interaction, int flags) {
    if ((flags & ~Message.EPHEMERAL) != 0) {
      form.at("data")
          .at("flags")
          .add("MESSAGE_FLAGS_INVALID", "Only EPHEMERAL can be set on a deferred response.");
      throw form.refusal();
    }
    ObjectNode loading = Json.object();
    loading.put("flags", Message.LOADING | flags);
    interaction.answer(post(interaction, loading));
  }

  private Message post(Interaction interaction, JsonNode body) {
    return timeline.post(interaction.channel, world.bot, body, allowed(body), interaction);
  }

  static JsonNode allowed(@Nullable JsonNode body) {
    return body != null && Json.has(body, "allowed_mentions")
        ? body.path("allowed_mentions")
        : Mentions.INTERACTION;
  }

  private static ObjectNode response(Interaction interaction, int type) {
    ObjectNode response = Json.object();
    ObjectNode about = response.putObject("interaction");
    about.put("id", Long.toString(interaction.id));
    about.put("type", interaction.type);
    about.put("channel_id", interaction.channel.idText());
    ObjectNode resource = response.putObject("resource");
    resource.put("type", type);
    interaction
        .original()
        .ifPresent(
            message -> {
              about.put("response_message_id", Long.toString(message.id()));
              about.put("response_message_loading", message.has(Message.LOADING));
              about.put("response_message_ephemeral", message.has(Message.EPHEMERAL));
              if (type == MESSAGE || type == UPDATE) {
                resource.set("message", message.wire().deepCopy());
              }
            });
    return response;
  }
}
