package bot.briefing.app;

import bot.briefing.delivery.Register;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger.Entry;
import bot.briefing.subscription.Ledger.Note;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deliveries}: what was sent when, what waits and for what, what was not sent and why. */
@Command(mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Option(names = "--chat", paramLabel = "CHAT", descriptionKey = "chat")
  private @Nullable String chat;

  @Option(names = "--date", paramLabel = "DATE", descriptionKey = "date")
  private @Nullable LocalDate date;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  DeliveriesCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    try (Database database = State.beside(source.read().push())) {
      List<Entry> entries =
          Register.deliveries(
              database,
              Optional.ofNullable(chat),
              Optional.ofNullable(date),
              InstantSource.system().instant());
      entries.forEach(entry -> console.out().println(json ? json(entry) : line(entry)));
      if (entries.isEmpty() && !json) {
        console.say("cli.deliveries.none");
      }
      return entries.isEmpty() ? ExitCode.NOTHING : ExitCode.OK;
    }
  }

  private String line(Entry entry) {
    String where = entry.chat().platform().name().toLowerCase(Locale.ROOT);
    String thread = entry.chat().thread() == null ? "" : "/" + entry.chat().thread();
    return String.join(
        "  ",
        entry.date().toString(),
        where + ":" + entry.chat().id() + thread,
        entry.sent() + "/" + entry.parts(),
        second(Optional.ofNullable(entry.ended()).orElse(entry.slot())),
        Stream.concat(
                Stream.of(console.texts().say("why." + entry.reason().name())),
                entry.notes().stream().map(this::note))
            .collect(Collectors.joining("  ")));
  }

  private String note(Note note) {
    return second(note.at()) + "  " + console.texts().say("why." + note.reason().name());
  }

  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static ObjectNode json(Entry entry) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("platform", entry.chat().platform().name().toLowerCase(Locale.ROOT))
            .put("chat", entry.chat().id())
            .put("thread", entry.chat().thread())
            .put("digest", entry.digest())
            .put("date", entry.date().toString())
            .put("status", entry.status().name())
            .put("reason", entry.reason().name())
            .put("planned", entry.planned().toString())
            .put("slot", entry.slot().toString())
            .put("parts", entry.parts())
            .put("sent", entry.sent());
    line.put("ended", entry.ended() == null ? null : entry.ended().toString());
    line.put("notBefore", entry.notBefore() == null ? null : entry.notBefore().toString());
    ArrayNode notes = line.putArray("notes");
    entry
        .notes()
        .forEach(
            note ->
                notes
                    .addObject()
                    .put("reason", note.reason().name())
                    .put("at", note.at().toString()));
    return line;
  }
}
