package bot.briefing.discord;

import bot.briefing.card.Button;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of controls below a message. */
sealed interface Row {
  /** How many components it takes. */
  int size();

  /** Buttons, at most {@link Limits#BUTTONS_IN_ROW}. */
  record Buttons(List<Button> buttons) implements Row {
    @Override
    public int size() {
      return 1 + buttons.size();
    }
  }

  /**
   * A menu of which one option is chosen, at most {@link Limits#OPTIONS}.
   *
   * @param hint what stands there before something is chosen
   */
  record Menu(String hint, List<Option> options) implements Row {
    static final int SIZE = 2;

    @Override
    public int size() {
      return SIZE;
    }
  }

  /**
   * An option of a menu.
   *
   * @param chosen whether it is shown as chosen: where the reader is
   */
  record Option(Button.Act act, @Nullable String description, boolean chosen) {}
}
