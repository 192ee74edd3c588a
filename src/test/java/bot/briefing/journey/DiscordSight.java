package bot.briefing.journey;

import bot.briefing.discord.ShownMarkdown;
import bot.briefing.discord.ShownMarkdown.Look;
import bot.briefing.discord.ShownMarkdown.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a Discord message, or the body that makes one, as a client shows it. */
final class DiscordSight {
  private static final int BUTTON = 2;
  private static final int MENU = 3;
  private static final int TEXT = 10;
  private static final int LINK_STYLE = 5;

  private final List<Run> runs = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<Seen.Knob> knobs = new ArrayList<>();

  private DiscordSight() {}

  static DiscordSight of(JsonNode message) {
    DiscordSight sight = new DiscordSight();
    sight.runs.addAll(ShownMarkdown.read(message.path("content").asText("")));
    sight.components(message);
    sight.runs.stream()
        .filter(run -> run.link() != null && !run.is(Look.TIME))
        .forEach(run -> sight.links.add(String.valueOf(run.link())));
    return sight;
  }

  private void components(JsonNode owner) {
    for (JsonNode one : owner.path("components")) {
      component(one);
      components(one);
    }
    if (owner.has("accessory")) {
      component(owner.path("accessory"));
    }
  }

  private void component(JsonNode one) {
    String id = one.path("custom_id").asText();
    switch (one.path("type").asInt()) {
      case TEXT -> {
        runs.addAll(ShownMarkdown.read(one.path("content").asText()));
        runs.addAll(ShownMarkdown.read("\n"));
      }
      case BUTTON -> {
        if (one.path("style").asInt() == LINK_STYLE) {
          links.add(one.path("url").asText());
        } else {
          knobs.add(new Seen.Knob(one.path("label").asText(), id, ""));
        }
      }
      case MENU ->
          one.path("options")
              .forEach(
                  option ->
                      knobs.add(
                          new Seen.Knob(
                              option.path("label").asText(), id, option.path("value").asText())));
      default -> {
        // Containers and pictures: what is in them is read by itself.
      }
    }
  }

  String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** Bold runs, each as long as a reader sees it. */
  List<String> bold() {
    List<String> bold = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (Run run : runs) {
      if (run.is(Look.BOLD)) {
        open.append(run.text());
      } else if (!open.isEmpty()) {
        bold.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      bold.add(open.toString());
    }
    return bold;
  }

  List<String> links() {
    return links;
  }

  List<Seen.Knob> knobs() {
    return knobs;
  }
}
