package bot.briefing.journey;

import java.util.Optional;

/** Hostile digests in Telegram. */
final class TelegramHostileContentTest extends HostileContentContract {
  TelegramHostileContentTest() {
    super(new TelegramScene());
  }

  @Override
  Optional<Seen.Knob> opening(Seen overview, int number, String headline) {
    return labelled(overview, Integer.toString(number)).stream().findFirst();
  }

  @Override
  Seen.Knob lastPage(Seen overview, int pages) {
    return overview.expect("»");
  }
}
