package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;

/** The limits of embeds (Message, "Embed Limits"): texts are trimmed before they are counted. */
final class EmbedCheck {
  private static final int EMBEDS = 10;
  private static final int SUM = 6_000;

  private EmbedCheck() {}

  static void check(Form form, JsonNode embeds) {
    if (embeds.size() > EMBEDS) {
      form.add("BASE_TYPE_MAX_LENGTH", "Must be " + EMBEDS + " or fewer in length.");
    }
    int sum = 0;
    for (int i = 0; i < embeds.size(); i++) {
      sum += embed(form.at(i), embeds.path(i));
    }
    if (sum > SUM) {
      form.add("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + SUM);
    }
  }

  private static int embed(Form form, JsonNode embed) {
    int sum = text(form, embed, "title", 256) + text(form, embed, "description", 4_096);
    sum += text(form.at("footer"), embed.path("footer"), "text", 2_048);
    sum += text(form.at("author"), embed.path("author"), "name", 256);
    JsonNode fields = embed.path("fields");
    if (fields.size() > 25) {
      form.at("fields").add("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    for (int i = 0; i < fields.size(); i++) {
      Form field = form.at("fields").at(i);
      sum += requiredText(field, fields.path(i), "name", 256);
      sum += requiredText(field, fields.path(i), "value", 1_024);
    }
    link(form, embed, "url");
    for (String picture : new String[] {"image", "thumbnail"}) {
      if (Json.has(embed.path(picture), "url")) {
        Links.check(
            form.at(picture).at("url"), embed.path(picture).path("url").asText(), Links.MEDIA);
      }
    }
    link(form.at("author"), embed.path("author"), "url");
    return sum;
  }

  private static void link(Form form, JsonNode node, String field) {
    if (Json.has(node, field)) {
      Links.check(form.at(field), node.path(field).asText(), Links.WEB);
    }
  }

  private static int text(Form form, JsonNode node, String field, int limit) {
    String text = node.path(field).asText("").strip();
    form.at(field).atMost(text, limit);
    return Form.length(text);
  }

  private static int requiredText(Form form, JsonNode node, String field, int limit) {
    if (node.path(field).asText("").isBlank()) {
      form.at(field).required();
    }
    return text(form, node, field, limit);
  }
}
