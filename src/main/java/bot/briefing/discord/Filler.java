package bot.briefing.discord;

import bot.briefing.card.Cut;
import bot.briefing.card.Piece;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;

/** Fills one message after the other with units. */
final class Filler {
  private final int room;
  private final List<Filled> filled = new ArrayList<>();
  private Filled message = new Filled();

  /**
   * @param room the components that units may take of each message
   */
  private Filler(int room) {
    this.room = room;
  }

  /** Spreads units over as few messages as hold them in order. */
  static List<Filled> fill(List<Unit> units, int room) {
    Filler filler = new Filler(room);
    units.forEach(filler::add);
    filler.filled.add(filler.message);
    return filler.filled;
  }

  private void add(Unit unit) {
    if (!message.holds(unit, room)) {
      filled.add(message);
      message = new Filled();
    }
    message.add(unit);
  }

  /** What one message holds. */
  static final class Filled {
    private final List<Unit> units = new ArrayList<>();
    private int text;
    private int components;
    private int listed;

    private boolean holds(Unit unit, int room) {
      return units.isEmpty()
          || (text + 1 + unit.markdown().length() <= Limits.TEXT
              && components + cost(unit) <= room);
    }

    private void add(Unit unit) {
      components += cost(unit);
      text += unit.markdown().length() + (units.isEmpty() ? 0 : 1);
      listed += unit instanceof Unit.Listed ? 1 : 0;
      units.add(unit);
    }

    private int cost(Unit unit) {
      return switch (unit) {
        case Unit.Text(_, var apart) -> !apart && isText() ? 0 : 1;
        case Unit.Ruled _ -> 2;
        case Unit.Opened _, Unit.Pictured _ -> 3;
        case Unit.Bare _ -> 1;
        case Unit.Listed _ ->
            (isText() ? 0 : 1) + (listed % Limits.OPTIONS == 0 ? Row.Menu.SIZE : 0);
      };
    }

    private boolean isText() {
      return !units.isEmpty()
          && switch (units.getLast()) {
            case Unit.Text _, Unit.Ruled _, Unit.Listed _ -> true;
            case Unit.Opened _, Unit.Pictured _, Unit.Bare _ -> false;
          };
    }

    /** The entries that are opened by a menu. */
    List<Piece.Entry> listed() {
      return units.stream()
          .filter(Unit.Listed.class::isInstance)
          .map(unit -> ((Unit.Listed) unit).entry())
          .toList();
    }

    List<ContainerChildComponent> draw(Controls controls) {
      List<ContainerChildComponent> drawn = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (Unit unit : units) {
        boolean below =
            unit instanceof Unit.Listed || (unit instanceof Unit.Text(_, var apart) && !apart);
        if (!below) {
          flush(text, drawn);
        }
        switch (unit) {
          case Unit.Text _, Unit.Listed _ ->
              text.append(text.isEmpty() ? "" : "\n").append(unit.markdown());
          case Unit.Ruled ruled -> {
            drawn.add(Separator.createDivider(Separator.Spacing.SMALL));
            text.append(ruled.markdown());
          }
          case Unit.Opened(var markdown, var open) ->
              drawn.add(Section.of(controls.button(open), TextDisplay.of(markdown)));
          case Unit.Pictured(var markdown, var picture) ->
              drawn.add(Section.of(thumbnail(picture), TextDisplay.of(markdown)));
          case Unit.Bare(var picture) -> drawn.add(gallery(picture));
        }
      }
      flush(text, drawn);
      return drawn;
    }

    private static void flush(StringBuilder text, List<ContainerChildComponent> drawn) {
      if (!text.isEmpty()) {
        drawn.add(TextDisplay.of(text.toString()));
        text.setLength(0);
      }
    }

    private static Thumbnail thumbnail(Piece.Picture picture) {
      Thumbnail thumbnail = Thumbnail.fromUrl(picture.url().toASCIIString());
      String described = description(picture);
      return described.isBlank() ? thumbnail : thumbnail.withDescription(described);
    }

    private static MediaGallery gallery(Piece.Picture picture) {
      MediaGalleryItem item = MediaGalleryItem.fromUrl(picture.url().toASCIIString());
      String described = description(picture);
      return MediaGallery.of(described.isBlank() ? item : item.withDescription(described));
    }

    private static String description(Piece.Picture picture) {
      return Cut.shorten(Escape.clean(picture.alternative()), Limits.MEDIA_DESCRIPTION);
    }
  }
}
