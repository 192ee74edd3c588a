package bot.briefing.command;

import bot.briefing.briefing.Hit;
import bot.briefing.briefing.Listing;
import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.ShortHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A topic or a source as a reader sees it, with what was found of it.
 *
 * @param name in the reader's language
 * @param word what a person may type for it: an id, or the name
 * @param spellings all that it is called, as {@link bot.briefing.text.Letters}
 * @param listing empty where nothing was found
 */
record Subject(
    Kind kind,
    ShortHash hash,
    String name,
    String word,
    List<String> spellings,
    List<Hit> hits,
    Optional<Listing> listing) {
  int count() {
    return hits.size();
  }

  Action show() {
    return kind.show(hash, 0);
  }

  /** Its name, with the number of articles where there are some. */
  String label() {
    return hits.isEmpty() ? name : name + " (" + hits.size() + ")";
  }

  Button button() {
    return new Button.Act(label(), show());
  }

  boolean isSpelled(String letters) {
    return spellings.contains(letters);
  }

  Stream<String> spelled() {
    return spellings.stream();
  }
}
