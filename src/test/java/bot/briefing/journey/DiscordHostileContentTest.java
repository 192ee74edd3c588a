package bot.briefing.journey;

import java.util.Optional;

/** Hostile digests in Discord. */
final class DiscordHostileContentTest extends HostileContentContract {
  DiscordHostileContentTest() {
    super(new DiscordScene());
  }

  @Override
  Optional<Seen.Knob> opening(Seen overview, int number, String headline) {
    return overview
        .find(headline)
        .or(() -> labelled(overview, "Read").stream().skip(number - 1L).findFirst());
  }

  @Override
  Seen.Knob lastPage(Seen overview, int pages) {
    return overview.expect("Page " + pages + " of " + pages);
  }
}
