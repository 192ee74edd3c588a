package bot.briefing.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message.MessageFlag;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Answers one interaction. Discord wants to hear of it within three seconds (Developer
 * documentation, Receiving and Responding): what is not ready early is announced and follows by an
 * edit, for as long as the interaction's token lasts.
 */
final class Reply {
  /** Leaves half of the three seconds for the way to Discord. */
  static final Duration AT_ONCE = Duration.ofMillis(1500);

  /** A token lasts 15 minutes. */
  private static final Duration IN_TIME = Duration.ofMinutes(14);

  private static final int INVALID_FORM = 50035;
  private static final int NEW_MESSAGE = 4;
  private static final int EDIT = 7;

  private final IReplyCallback event;
  private final Manner manner;
  private final String place;
  private final Mishaps mishaps;
  private final Executor threads;

  Reply(IReplyCallback event, Manner manner, String place, Mishaps mishaps, Executor threads) {
    this.threads = threads;
    this.event = event;
    this.manner = manner;
    this.place = place;
    this.mishaps = mishaps;
  }

  /**
   * Finds the answer on this thread and sends it; another one announces it where that takes long.
   *
   * @param search throws nothing
   */
  void send(Supplier<Composed> search, Composed sorry) {
    CompletableFuture<Composed> answer = new CompletableFuture<>();
    AtomicBoolean heard = new AtomicBoolean();
    var _ =
        answer
            .copy()
            .orTimeout(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionallyAsync(
                slow -> {
                  if (heard.compareAndSet(false, true)) {
                    promise(answer, sorry);
                  }
                  return sorry;
                },
                threads);
    Composed found = search.get();
    answer.complete(found);
    if (heard.compareAndSet(false, true)) {
      now(found);
    }
  }

  private void promise(CompletableFuture<Composed> answer, Composed sorry) {
    answer.completeOnTimeout(sorry, IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
    announce(
        hook -> {
          var _ = answer.thenAccept(late -> later(hook, late));
        });
  }

  private void now(Composed answer) {
    Manner way = answer.sorry() ? Manner.EPHEMERAL : manner;
    Consumer<Throwable> failure =
        refused -> {
          if (isInvalid(refused)) {
            again(way, answer.plain());
          }
          mishaps.failed(place, "answering", refused);
        };
    if (way == Manner.IN_PLACE) {
      ((IMessageEditCallback) event)
          .editMessage(answer.message().edit())
          .queue(done -> {}, failure);
    } else {
      event.reply(answer.create()).setEphemeral(way == Manner.EPHEMERAL).queue(done -> {}, failure);
    }
  }

  /** JDA answers an interaction once, even where Discord has refused that answer. */
  private void again(Manner way, DiscordMessage plain) {
    Interaction interaction = event;
    DataObject data = plain.create().toData();
    if (way == Manner.EPHEMERAL) {
      data.put("flags", data.getInt("flags") | MessageFlag.EPHEMERAL.getValue());
    }
    DataObject body =
        way == Manner.IN_PLACE
            ? DataObject.empty().put("type", EDIT).put("data", plain.edit().toData())
            : DataObject.empty().put("type", NEW_MESSAGE).put("data", data);
    new RestActionImpl<Void>(
            interaction.getJDA(),
            Route.Interactions.CALLBACK
                .compile(interaction.getId(), interaction.getToken())
                .withQueryParams("with_response", "true"),
            body)
        .queue(done -> {}, failure -> mishaps.failed(place, "answering in plain words", failure));
  }

  private void announce(Consumer<InteractionHook> next) {
    Consumer<Throwable> failure = refused -> mishaps.failed(place, "acknowledging", refused);
    if (manner == Manner.IN_PLACE) {
      ((IMessageEditCallback) event).deferEdit().queue(next, failure);
    } else {
      event.deferReply(manner == Manner.EPHEMERAL).queue(next, failure);
    }
  }

  private void later(InteractionHook hook, Composed answer) {
    if (answer.sorry() && manner == Manner.IN_PLACE) {
      hook.sendMessage(answer.create())
          .setEphemeral(true)
          .queue(done -> {}, failure -> mishaps.failed(place, "apologizing", failure));
      return;
    }
    hook.editOriginal(answer.message().edit())
        .queue(
            done -> {},
            refused -> {
              mishaps.failed(place, "answering late", refused);
              if (isInvalid(refused)) {
                hook.editOriginal(answer.plain().edit())
                    .queue(
                        done -> {},
                        failure -> mishaps.failed(place, "answering in plain words", failure));
              }
            });
  }

  private static boolean isInvalid(Throwable refused) {
    return refused instanceof ErrorResponseException answer
        && answer.getErrorCode() == INVALID_FORM;
  }
}
