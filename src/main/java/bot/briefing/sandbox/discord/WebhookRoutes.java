package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What follows the first answer to an interaction: reading, editing, deleting, following up. */
final class WebhookRoutes implements Routes {
  private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
  private static final String ORIGINAL = WEBHOOK + "/messages/@original";
  private static final String MESSAGE = WEBHOOK + "/messages/{message_id}";
  private static final int FOLLOW_UPS_OF_USER_INSTALL = 5;

  private final World world;
  private final Interactions interactions;
  private final Timeline timeline;

  WebhookRoutes(World world, Interactions interactions, Timeline timeline) {
    this.world = world;
    this.interactions = interactions;
    this.timeline = timeline;
  }

  @Override
  public void addTo(Table table) {
    for (String route : List.of(ORIGINAL, MESSAGE)) {
      table.addOpen("GET", route, request -> Reply.of(message(request).wire()));
      table.addOpen("PATCH", route, request -> edit(message(request), request.body()));
      table.addOpen("DELETE", route, this::delete);
    }
    table.addOpen("POST", WEBHOOK, this::followUp);
  }

  private Interaction interaction(Request request) {
    if (request.id("webhook_id") != world.bot.id()) {
      throw Refusal.unknownWebhook();
    }
    Interaction interaction =
        interactions
            .find(request.at("webhook_token"))
            .filter(one -> !one.isExpired(world.clock.instant()))
            .orElseThrow(() -> new Refusal(401, 50027, "Invalid Webhook Token"));
    if (!interaction.isAnswered()) {
      throw Refusal.unknownWebhook();
    }
    return interaction;
  }

  private Message message(Request request) {
    Interaction interaction = interaction(request);
    String name = request.at("message_id");
    Optional<Message> message =
        name.isEmpty() || name.equals("@original")
            ? interaction.original()
            : Optional.ofNullable(interaction.messages.get(request.id("message_id")));
    return message
        .filter(one -> one.channel().messages.containsKey(one.id()))
        .orElseThrow(Refusal::unknownMessage);
  }

  private Reply edit(Message message, JsonNode body) {
    MessageCheck.edit(new Form(), body, message);
    timeline.edit(message, body, InteractionRoutes.allowed(body));
    return Reply.of(message.wire());
  }

  private Reply delete(Request request) {
    timeline.delete(message(request));
    return Reply.NOTHING;
  }

  private Reply followUp(Request request) {
    Interaction interaction = interaction(request);
    JsonNode body = request.body();
    Optional<Message> loading =
        interaction.original().filter(message -> message.has(Message.LOADING));
    if (loading.isPresent()) {
      return edit(loading.get(), body);
    }
    MessageCheck.create(new Form(), body);
    if (interaction.isUserInstallOnly() && interaction.followUps >= FOLLOW_UPS_OF_USER_INSTALL) {
      throw new Refusal(
          400, 40094, "This interaction has hit the maximum number of follow up messages");
    }
    interaction.followUps++;
    Message message =
        timeline.post(
            interaction.channel, world.bot, body, InteractionRoutes.allowed(body), interaction);
    interaction.messages.put(message.id(), message);
    return Reply.of(message.wire());
  }
}
