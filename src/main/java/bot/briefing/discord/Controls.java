package bot.briefing.discord;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Button.Act;
import bot.briefing.card.Button.Link;
import bot.briefing.card.Button.Share;
import bot.briefing.card.Cut;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** Draws the buttons and menus of one message; no two share a custom id. */
final class Controls {
  private final CustomIds ids = new CustomIds();

  Button button(bot.briefing.card.Button button) {
    String label = label(button.label(), Limits.BUTTON_LABEL);
    return switch (button) {
      case Act(_, Action action) -> Button.secondary(ids.of(ActionCodec.encode(action)), label);
      case Link(_, var url) -> Button.link(url.toASCIIString(), label);
      case Share _ -> throw new IllegalArgumentException("Discord has no such button");
    };
  }

  ActionRow row(Row row) {
    return switch (row) {
      case Row.Buttons(var buttons) -> ActionRow.of(buttons.stream().map(this::button).toList());
      case Row.Menu(var hint, var options) -> ActionRow.of(menu(hint, options));
    };
  }

  private StringSelectMenu menu(String hint, List<Row.Option> options) {
    CustomIds values = new CustomIds();
    return StringSelectMenu.create(ids.of(CustomIds.MENU))
        .setPlaceholder(Cut.shorten(hint, Limits.PLACEHOLDER))
        .addOptions(options.stream().map(option -> option(option, values)).toList())
        .build();
  }

  private static SelectOption option(Row.Option option, CustomIds values) {
    SelectOption drawn =
        SelectOption.of(
                label(option.act().label(), Limits.OPTION_TEXT),
                values.of(ActionCodec.encode(option.act().action())))
            .withDefault(option.chosen());
    String description = option.description();
    return description == null || description.isBlank()
        ? drawn
        : drawn.withDescription(label(description, Limits.OPTION_TEXT));
  }

  private static String label(String text, int limit) {
    String line = Escape.clean(text).replace('\n', ' ').strip();
    return line.isEmpty() ? "…" : Cut.shorten(line, limit);
  }
}
