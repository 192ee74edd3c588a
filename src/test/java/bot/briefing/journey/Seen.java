package bot.briefing.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message as a person sees it.
 *
 * @param id where it stands: equal before and after an edit
 * @param text the words, without the signs of their format
 * @param bold the runs that are bold
 * @param links where its text and its buttons lead on the web
 * @param knobs what can be pressed or chosen, in order
 * @param wire as the platform keeps it
 */
record Seen(
    String id,
    String text,
    List<String> bold,
    List<String> links,
    List<Knob> knobs,
    JsonNode wire) {

  /**
   * A button, or an entry of a menu.
   *
   * @param button the platform's name of the button or menu
   * @param entry the chosen entry; empty for a button
   */
  record Knob(String label, String button, String entry) {}

  /** The first one with these words on it. */
  Optional<Knob> find(String words) {
    return knobs.stream().filter(knob -> knob.label().contains(words)).findFirst();
  }

  /** The first one with these words on it. */
  Knob expect(String words) {
    return find(words)
        .orElseThrow(() -> new AssertionError("no button «" + words + "» under " + this));
  }

  @Override
  public String toString() {
    return text + "\n" + knobs.stream().map(Knob::label).toList();
  }
}
