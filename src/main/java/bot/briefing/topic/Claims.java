package bot.briefing.topic;

import bot.briefing.card.ShortHash;
import bot.briefing.text.Fold;
import bot.briefing.topic.Entry.Text;
import java.util.HashMap;
import java.util.Map;

/** Who is called what, and where that is said. */
final class Claims {
  private final String kind;
  private final Map<String, Claim> names = new HashMap<>();
  private final Map<ShortHash, Claim> hashes = new HashMap<>();

  private record Claim(String owner, int entry, int line) {}

  Claims(String kind) {
    this.kind = kind;
  }

  void name(Entry entry, String owner, Text name) throws TaxonomyException {
    say(entry, name);
    Claim claim = new Claim(owner, entry.line(), name.line());
    Claim other = names.putIfAbsent(Fold.key(name.value()), claim);
    if (other != null && other.entry != claim.entry) {
      throw entry.wrong(
          name.line(), "claimed." + kind, name.value(), other.owner, String.valueOf(other.line));
    }
  }

  /** Buttons name their topic or source by a hash: no two may have the same. */
  void hash(Entry entry, String owner, Text named) throws TaxonomyException {
    Claim other =
        hashes.putIfAbsent(
            ShortHash.of(named.value()), new Claim(owner, entry.line(), named.line()));
    if (other != null) {
      throw entry.wrong(
          named.line(), "same-hash", named.value(), other.owner, String.valueOf(other.line));
    }
  }

  void say(Entry entry, Text text) throws TaxonomyException {
    if (Fold.key(text.value()).isEmpty()) {
      throw entry.wrong(text.line(), "no-letter", text.value());
    }
  }
}
