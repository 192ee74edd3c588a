package bot.briefing.app;

import bot.briefing.chat.Chat;
import bot.briefing.delivery.DigestBriefer;
import bot.briefing.delivery.Register;
import bot.briefing.delivery.Rule;
import bot.briefing.store.Database;
import bot.briefing.subscription.Decision;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code push --dry-run}: what would be sent now, and what each chat waits for. */
@Command(mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Mixin private final ContentOption content = new ContentOption();

  @Option(names = "--dry-run", required = true, descriptionKey = "dryRun")
  private boolean dryRun;

  @Option(names = "--now", paramLabel = "INSTANT", descriptionKey = "now")
  private @Nullable Instant now;

  PushCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    if (!dryRun) {
      return ExitCode.USAGE;
    }
    Settings settings = source.read();
    InstantSource clock = now == null ? InstantSource.system() : InstantSource.fixed(now);
    Instant at = clock.instant();
    DueRule.Settings rule = settings.push().rule(settings.language());
    Rule due = (order, offers, had, when) -> DueRule.decide(order, offers, had, when, rule, at);
    try (Database database = State.beside(settings.push());
        Desk desk = Desk.once(content.orElse(settings.content()), settings.language(), clock)) {
      List<Register.Due> all =
          Register.due(
              database,
              desk.library(),
              due,
              new DigestBriefer(desk.library(), desk.briefings()),
              at);
      all.forEach(one -> console.out().println(line(one)));
      if (all.isEmpty()) {
        console.say("cli.push.none");
      }
      return all.isEmpty() ? ExitCode.NOTHING : ExitCode.OK;
    }
  }

  private String line(Register.Due due) {
    Chat chat = due.order().chat();
    String where =
        chat.platform().name().toLowerCase(Locale.ROOT)
            + ":"
            + chat.id()
            + (chat.thread() == null ? "" : "/" + chat.thread());
    Reason reason = due.empty() ? Reason.NO_TOPIC_MATCHED : due.decision().reason();
    String why = console.texts().say("why." + reason);
    return switch (due.decision()) {
      case Decision.Send send ->
          console
              .texts()
              .say(
                  due.empty() ? "cli.push.nothing" : "cli.push.sends",
                  where,
                  send.offer().digest(),
                  send.language(),
                  why);
      case Decision.Wait(var until, _) when until.equals(Instant.MAX) ->
          console.texts().say("cli.push.waits", where, why);
      case Decision.Wait(var until, _) ->
          console
              .texts()
              .say("cli.push.until", where, until.truncatedTo(ChronoUnit.SECONDS).toString(), why);
    };
  }
}
