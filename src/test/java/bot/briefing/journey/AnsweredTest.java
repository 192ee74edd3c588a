package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.command.Verb;
import bot.briefing.text.Language;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent unasked shares a chat's budget with the answers: it hears of each. */
final class AnsweredTest {
  @ParameterizedTest
  @EnumSource(names = {"DISCORD", "TELEGRAM"})
  void each_answer_is_told_with_its_chat(Platform platform) {
    Noting heard = new Noting(new CopyOnWriteArrayList<>());
    Function<ChatEvents, Scene> kind =
        platform == Platform.DISCORD ? DiscordScene::new : TelegramScene::new;
    try (Scene scene = kind.apply(heard)) {
      scene.serve(Newsrooms.ours());
      Reader reader = scene.alone(Language.KO);
      Reader other = scene.alone(Language.EN);
      reader.ask(scene.command(Verb.HELP, Language.KO));
      reader.ask(scene.command(Verb.HELP, Language.KO));
      other.ask(scene.command(Verb.HELP, Language.EN));

      assertThat(heard.chats).hasSize(3);
      assertThat(heard.chats).allMatch(chat -> chat.platform() == platform);
      assertThat(heard.chats.stream().distinct()).hasSize(2);
    }
  }

  private record Noting(List<Chat> chats) implements ChatEvents {
    @Override
    public Answering answering(Chat chat) {
      chats.add(chat);
      return Answering.UNHEARD;
    }
  }
}
