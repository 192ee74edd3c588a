package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.TelegramSpecification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The real telegrambots client lives on the loopback Telegram as it would on the real one. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TelegramBotsTest {
  private final OkHttpClient http = new OkHttpClient();
  private LoopbackTelegram telegram;
  private OkHttpTelegramClient bot;

  @BeforeEach
  void open() {
    telegram =
        new LoopbackTelegram(
            0, () -> Instant.parse("2026-02-12T09:00:00Z"), TelegramSpecification.find());
    URI api = URI.create(telegram.coordinates().path("api").asText());
    bot =
        new OkHttpTelegramClient(
            http,
            telegram.coordinates().path("token").asText(),
            new TelegramUrl("http", api.getHost(), api.getPort(), false));
  }

  @AfterEach
  void close() {
    telegram.close();
    http.dispatcher().executorService().shutdownNow();
    http.connectionPool().evictAll();
  }

  @Test
  void aTypedLineReachesThePollingBotAndItsAnswerReachesThePage() throws TelegramApiException {
    List<String> seen = new ArrayList<>();
    telegram.watch(event -> seen.add(event.kind() + " " + event.message().path("text").asText()));

    CompletableFuture<ArrayList<Update>> poll = bot.executeAsync(poll(0, 20));
    telegram.say("/today please");
    Update update = poll.join().getFirst();
    assertThat(update.getMessage().getText()).isEqualTo("/today please");
    assertThat(update.getMessage().getEntities())
        .extracting("type", "offset", "length")
        .containsExactly(tuple("bot_command", 0, 6));
    assertThat(update.getMessage().getFrom().getLanguageCode()).isEqualTo("ko");
    assertThat(update.getMessage().getDate()).isEqualTo(1770886800);

    Message sent = bot.execute(html("<b>오늘</b> &amp; <a href=\"https://example.org\">링크</a>"));
    assertThat(sent.getText()).isEqualTo("오늘 & 링크");
    assertThat(sent.getEntities()).extracting("type").containsExactly("bold", "text_link");
    assertThat(seen).containsExactly("said /today please", "sent 오늘 & 링크");
  }

  @Test
  void aPressedButtonIsAnsweredEditedAndDeleted() throws TelegramApiException {
    SendMessage message = html("Pick");
    message.setReplyMarkup(
        new InlineKeyboardMarkup(
            List.of(
                new InlineKeyboardRow(
                    InlineKeyboardButton.builder().text("Next").callbackData("n1").build()))));
    Message sent = bot.execute(message);
    List<String> kinds = new ArrayList<>();
    telegram.watch(event -> kinds.add(event.kind()));

    telegram.press(sent.getMessageId().toString(), "n1", "");
    Update update = bot.execute(poll(0, 5)).getFirst();
    assertThat(update.getCallbackQuery().getData()).isEqualTo("n1");
    assertThat(update.getCallbackQuery().getMessage().getMessageId())
        .isEqualTo(sent.getMessageId());
    AnswerCallbackQuery answer = new AnswerCallbackQuery(update.getCallbackQuery().getId());
    answer.setText("One moment");
    assertThat(bot.execute(answer)).isTrue();

    bot.execute(
        EditMessageText.builder().chatId(1L).messageId(sent.getMessageId()).text("Picked").build());
    assertThat(telegram.transcript().path(0).path("text").asText()).isEqualTo("Picked");
    assertThat(telegram.transcript().path(0).has("reply_markup")).isFalse();

    bot.execute(new DeleteMessage("1", sent.getMessageId()));
    assertThat(telegram.transcript()).isEmpty();
    assertThat(kinds).containsExactly("notice", "edited", "deleted");
  }

  @Test
  void aPictureByItsAddressCarriesACaption() throws TelegramApiException {
    SendPhoto photo = new SendPhoto("1", new InputFile("https://example.org/a.png"));
    photo.setCaption("<i>A picture</i>");
    photo.setParseMode("HTML");
    Message sent = bot.execute(photo);
    assertThat(sent.getCaption()).isEqualTo("A picture");
    assertThat(sent.getPhoto()).hasSize(1);
  }

  @Test
  void aPictureIsUploadedAndSentAgainByItsId() throws TelegramApiException {
    InputStream bytes = new ByteArrayInputStream(new byte[] {1, 2, 3});
    SendPhoto upload = new SendPhoto("1", new InputFile(bytes, "a.png"));
    String id = bot.execute(upload).getPhoto().getFirst().getFileId();
    assertThat(id).isNotBlank();
    assertThat(bot.execute(new SendPhoto("1", new InputFile(id))).getPhoto()).hasSize(1);
  }

  @Test
  void commandsAreSetPerLanguage() throws TelegramApiException {
    SetMyCommands commands = new SetMyCommands(List.of(new BotCommand("today", "오늘의 소식")));
    commands.setLanguageCode("ko");
    assertThat(bot.execute(commands)).isTrue();
  }

  @Test
  void aSecondPollEndsTheFirstWithAConflict() throws TelegramApiException {
    CompletableFuture<ArrayList<Update>> first = bot.executeAsync(poll(0, 20));
    await().until(telegram::polled);
    CompletableFuture<ArrayList<Update>> second = bot.executeAsync(poll(0, 20));
    assertThatThrownBy(first::join)
        .cause()
        .isInstanceOfSatisfying(
            TelegramApiRequestException.class,
            refused -> assertThat(refused.getErrorCode()).isEqualTo(409))
        .hasMessageContaining(
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
    telegram.say("hello");
    assertThat(second.join()).hasSize(1);
  }

  private static GetUpdates poll(int offset, int timeout) {
    return GetUpdates.builder().offset(offset).timeout(timeout).build();
  }

  private static SendMessage html(String text) {
    return SendMessage.builder().chatId(1L).text(text).parseMode("HTML").build();
  }
}
