package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/**
 * Draws cards as Telegram messages. Pure.
 *
 * <p>A picture is shown by the preview of its address, small and below the text, and its
 * alternative text stands in the message as a link to it. {@code sendPhoto} is not used: a caption
 * holds only 1,024 characters, and a message with a photo cannot become one without when a button
 * turns it.
 */
final class Renderer {
  private Renderer() {}

  /** All messages of a card, in order; at least one. Together they hold every word of it. */
  static List<Drawn> draw(Card card, Venue venue) {
    List<Draft> drafts = Splitter.split(Passages.of(card, venue.shared()));
    if (drafts.isEmpty()) {
      return List.of(drawn(card, new Draft(), 0, 1, venue));
    }
    List<Drawn> all = new ArrayList<>();
    for (int part = 0; part < drafts.size(); part++) {
      all.add(drawn(card, drafts.get(part), part, drafts.size(), venue));
    }
    return all;
  }

  private static Drawn drawn(Card card, Draft draft, int part, int parts, Venue venue) {
    List<Piece.Entry> entries =
        draft.passages().stream().map(Passage::entry).filter(Objects::nonNull).toList();
    return new Drawn(
        draft.isEmpty() ? "…" : draft.html(),
        draft.isEmpty() ? "…" : draft.plain(),
        SharedChats.isAsked(card, venue)
            ? SharedChats.keyboard(card)
            : Keyboard.of(card, part, parts, entries, venue),
        part == 0 ? preview(card) : none());
  }

  private static LinkPreviewOptions preview(Card card) {
    Optional<Piece.Picture> picture =
        card.pieces().stream()
            .filter(Piece.Picture.class::isInstance)
            .map(Piece.Picture.class::cast)
            .findFirst();
    if (picture.isPresent()) {
      return LinkPreviewOptions.builder()
          .urlField(picture.get().url().toString())
          .preferSmallMedia(true)
          .build();
    }
    return card.preview() ? LinkPreviewOptions.builder().isDisabled(false).build() : none();
  }

  private static LinkPreviewOptions none() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }
}
