package bot.briefing.discord;

import bot.briefing.card.Cut;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.command.Command;
import bot.briefing.command.Commands;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import bot.briefing.text.Language;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/** Carries what people do in Discord to the newsroom. Called on a thread of its own each time. */
final class Listener extends ListenerAdapter {
  private static final int CHOICES = 25;
  private static final int CHOICE_TEXT = 100;

  private final Newsroom newsroom;
  private final Language standard;
  private final Executor threads;
  private final Mishaps mishaps;
  private final ChatEvents events;
  private final Composer composer = new Composer();

  Listener(
      Newsroom newsroom, Language standard, Executor threads, Mishaps mishaps, ChatEvents events) {
    this.newsroom = newsroom;
    this.standard = standard;
    this.threads = threads;
    this.mishaps = mishaps;
    this.events = events;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    answer(event, Manner.of(event), "/" + event.getName(), asked(event));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    pressed(event, event, event.getComponentId());
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    pressed(event, event, event.getValues().isEmpty() ? "" : event.getValues().getFirst());
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    var _ =
        suggestions(event)
            .completeOnTimeout(List.of(), Reply.AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)
            .thenAccept(
                choices ->
                    event
                        .replyChoices(choices)
                        .queue(
                            done -> {},
                            failure ->
                                mishaps.failed("/" + event.getName(), "completing", failure)));
  }

  private void pressed(
      GenericComponentInteractionCreateEvent event, IReplyCallback callback, String code) {
    Command pressed = OtherChannel.of(event, Commands.pressed(CustomIds.code(code)));
    answer(callback, Manner.of(event), "a button", pressed);
  }

  private static Command asked(SlashCommandInteractionEvent event) {
    return Verb.of(event.getName())
        .map(verb -> OtherChannel.of(event, new Command.Ask(verb, Options.argument(verb, event))))
        .orElseGet(() -> new Command.Unknown("/" + event.getName()));
  }

  private void answer(IReplyCallback event, Manner manner, String what, Command command) {
    String place = what + " in channel " + event.getChannelId();
    try {
      Asker asker = asker(event);
      // Answers to interactions do not count over all (Discord, "Rate Limits").
      events.answering(asker.chat()).close();
      Composed sorry = composer.sorry(asker.language());
      new Reply(event, manner, place, mishaps, threads)
          .send(() -> compose(command, asker, what, sorry), sorry);
    } catch (RuntimeException e) {
      mishaps.broke(place, "answering", e);
    }
  }

  private Composed compose(Command command, Asker asker, String what, Composed sorry) {
    try {
      return composer.of(newsroom.answer(command, asker));
    } catch (RuntimeException | Error e) {
      mishaps.broke(what, "finding an answer", e);
      return sorry;
    }
  }

  private CompletableFuture<List<Choice>> suggestions(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    String option = event.getFocusedOption().getName();
    return CompletableFuture.supplyAsync(
            () ->
                Stream.of(Verb.Argument.values())
                    .filter(argument -> argument.word().equals(option))
                    .flatMap(argument -> newsroom.complete(argument, typed, asker(event)).stream())
                    .filter(choice -> !choice.label().isBlank() && !choice.value().isBlank())
                    .filter(choice -> choice.value().length() <= CHOICE_TEXT)
                    .limit(CHOICES)
                    .map(
                        choice ->
                            new Choice(Cut.shorten(choice.label(), CHOICE_TEXT), choice.value()))
                    .toList(),
            threads)
        .exceptionally(
            failure -> {
              mishaps.broke("/" + event.getName(), "finding suggestions", failure);
              return List.of();
            });
  }

  private Asker asker(Interaction interaction) {
    return new Asker(
        new Chat(Platform.DISCORD, String.valueOf(interaction.getChannelId()), null),
        Manner.isDirect(interaction) ? Asker.Place.PRIVATE : Asker.Place.GROUP,
        Language.of(interaction.getUserLocale().getLocale()).orElse(standard),
        null,
        Rights.manages(interaction));
  }
}
