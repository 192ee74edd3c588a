package bot.briefing.journey;

import bot.briefing.sandbox.discord.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A person with a Discord client. */
final class DiscordReader extends Reader {
  private static final int LOADING = 1 << 7;

  private final Visitor visitor;

  DiscordReader(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  void say(String line) {
    visitor.say(line);
  }

  @Override
  void push(Seen under, Seen.Knob knob) {
    if (knob.entry().isEmpty()) {
      visitor.press(under.id(), knob.button());
    } else {
      visitor.select(under.id(), knob.button(), knob.entry());
    }
  }

  @Override
  List<Seen> screen() {
    return StreamSupport.stream(visitor.transcript().spliterator(), false)
        .filter(message -> message.at("/author/bot").asBoolean())
        .filter(message -> (message.path("flags").asInt() & LOADING) == 0)
        .map(DiscordReader::seen)
        .toList();
  }

  private static Seen seen(JsonNode message) {
    DiscordSight sight = DiscordSight.of(message);
    return new Seen(
        message.path("id").asText(),
        sight.text(),
        sight.bold(),
        sight.links(),
        sight.knobs(),
        message);
  }
}
