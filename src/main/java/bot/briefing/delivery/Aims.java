package bot.briefing.delivery;

import bot.briefing.chat.Deed;
import bot.briefing.chat.Heading;
import bot.briefing.chat.MessageId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What deeds are done to: read from the outbox when they are about to be done. */
final class Aims {
  private final Jdbi jdbi;

  Aims(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Empty: there is nothing to do, for what it would be done to is not there. */
  Optional<Deed> deed(Turn turn) {
    return jdbi.withHandle(
        handle ->
            switch (turn.task()) {
              case PIN -> message(handle, turn).map(Deed.Pin::new);
              case CROSSPOST -> message(handle, turn).map(Deed.Crosspost::new);
              case UNPIN -> pinned(handle, turn).stream().findFirst().map(Deed.Unpin::new);
              case THREAD ->
                  message(handle, turn)
                      .map(message -> new Deed.Open(message, Headings.read(heading(handle, turn))));
              case MESSAGE, POST, TOPIC, ROLE ->
                  throw new IllegalArgumentException("no deed: " + turn);
            });
  }

  /** The post that a first message begins. */
  Deed.Post post(Turn turn, bot.briefing.chat.Part part) {
    return new Deed.Post(part, turn.key(), turn.silent(), heading(turn));
  }

  /** The topic that is begun before the first message. */
  Deed.Topic topic(Turn turn) {
    return new Deed.Topic(heading(turn));
  }

  private Heading heading(Turn turn) {
    return Headings.read(jdbi.withHandle(handle -> heading(handle, turn)));
  }

  private static Optional<MessageId> message(Handle handle, Turn turn) {
    return handle
        .createQuery(
            """
            select message from part where delivery = :delivery and number = :number
              and state = 'SENT' and message is not null
            """)
        .bind("delivery", turn.delivery())
        .bind("number", Trimmings.about(turn.number()))
        .mapTo(String.class)
        .findFirst()
        .map(MessageId::new);
  }

  private static String heading(Handle handle, Turn turn) {
    return handle
        .createQuery("select heading from delivery where id = :delivery")
        .bind("delivery", turn.delivery())
        .mapTo(String.class)
        .one();
  }

  /** What the bot itself has pinned for an order before, and not taken down; the oldest first. */
  static List<MessageId> pinned(Handle handle, Turn turn) {
    return handle
        .createQuery(
            """
            select p.message from part p join delivery d on d.id = p.delivery
            where d.subscription = :subscription and d.id <> :delivery and d.chat = :chat
              and p.task = 'PIN' and p.state = 'SENT' and p.message is not null
            order by p.sent_at
            """)
        .bind("subscription", turn.subscription())
        .bind("delivery", turn.delivery())
        .bind("chat", turn.chat().id())
        .mapTo(String.class)
        .map(MessageId::new)
        .list();
  }
}
