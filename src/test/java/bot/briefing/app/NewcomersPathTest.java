package bot.briefing.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a newcomer sees, in a real browser in front of the real program without tokens. Writes
 * {@code target/page.png}, of which {@code docs/page.png} is a copy.
 */
class NewcomersPathTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String SINGAPORE = "싱가포르 2026년 예산, 기업 AI 지출에 400% 세금 공제";
  private static final String FUJITSU = "후지쯔, 3월부터 일본에서 '소버린 AI 서버' 만든다";

  private static Chromium chromium;
  private Child program;

  @BeforeAll
  static void openTheBrowser() {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(), "There is no Chromium in /usr/bin: the page is not looked at");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    chromium = Chromium.start(executable.get());
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startTheProgram() throws IOException {
    program = Child.run(0, Path.of("target/newcomer.log"));
  }

  @AfterEach
  void endTheProgram() {
    program.close();
  }

  @Test
  void aKoreanNewcomerReadsTodayOnBothPlatforms() {
    try (Visitor visitor = new Visitor(chromium.browser(), "ko-KR", program.url())) {
      Visitor.Pane discord = visitor.pane("Discord");
      Visitor.Pane telegram = visitor.pane("Telegram");
      assertThat(discord.root()).containsText("/today");

      discord.say("/today");
      assertThat(discord.newest()).containsText("2026년 2월 12일 AI 브리핑");
      telegram.say("/today");
      assertThat(telegram.newest()).containsText("2026년 2월 12일 AI 브리핑");
      assertThat(telegram.newest()).containsText(SINGAPORE);
      telegram.button("2").click();
      assertThat(telegram.newest().locator("a").first()).hasText(FUJITSU);
      visitor.photograph(Path.of("target/page.png"));

      telegram.button("다음 기사").click();
      assertThat(telegram.newest()).containsText("GLM-5");
      telegram.button("이전 기사").click();
      assertThat(telegram.newest().locator("a").first()).hasText(FUJITSU);
      assertThat(telegram.answers()).hasCount(1);
      telegram.button("반도체").click();
      assertThat(telegram.newest()).containsText("반도체·하드웨어");

      discord.button("읽기").first().click();
      assertThat(discord.answers()).hasCount(2);
      assertThat(discord.newest()).containsText("나에게만 보이는 메시지");
      assertThat(discord.newest().locator("a").first()).hasText(SINGAPORE);
      assertThat(discord.newest().locator("a").first()).isInViewport();
      discord.button("다음 기사").click();
      assertThat(discord.newest().locator("a").first()).hasText(FUJITSU);
      assertThat(discord.answers()).hasCount(2);
      assertThat(discord.answers().first()).containsText("기사 6건");
      discord.button("반도체").click();
      assertThat(discord.newest()).containsText("반도체·하드웨어");

      assertThat(visitor.errors()).isEmpty();
      assertThat(visitor.requests()).allMatch(address -> address.startsWith(program.url()));
    }
  }

  @Test
  void anEnglishNewcomerReadsOnWithTheKeyboardAlone() {
    try (Visitor visitor = new Visitor(chromium.browser(), "en-US", program.url())) {
      Visitor.Pane discord = visitor.pane("Discord");
      assertThat(visitor.page()).hasTitle("Briefing bot sandbox");
      Locator input = discord.root().getByLabel("Message to Discord");
      tabTo(visitor, input);
      visitor.page().keyboard().type("/today");
      visitor.page().keyboard().press("Enter");
      assertThat(discord.newest()).containsText("6 stories");
      assertThat(input).isFocused();

      tabTo(visitor, discord.button("Read").first());
      visitor.page().keyboard().press("Enter");
      assertThat(discord.newest()).containsText("Only you can see this");
      assertThat(discord.newest()).not().containsText("나에게만");
      assertThat(visitor.errors()).isEmpty();
    }
  }

  @Test
  void aPageThatOutlivesItsProgramSaysSoAndFindsTheNextOne() throws IOException {
    try (Visitor visitor = new Visitor(chromium.browser(), "ko-KR", program.url())) {
      Visitor.Pane telegram = visitor.pane("Telegram");
      telegram.say("/topics");
      assertThat(telegram.answers()).hasCount(1);
      int port = URI.create(program.url()).getPort();
      program.close();
      assertThat(visitor.page().locator("#connection")).containsText("연결이 끊겼습니다");

      program = Child.run(port, Path.of("target/newcomer-again.log"));
      assertThat(visitor.page().locator("#connection")).containsText("다시 연결되었습니다");
      assertThat(telegram.answers()).hasCount(0);
      telegram.say("/topics");
      assertThat(telegram.answers()).hasCount(1);
      assertThat(telegram.newest()).isVisible();
    }
  }

  @Test
  void aConnectionThatBreaksDoublesNothing() throws Exception {
    try (Visitor visitor = new Visitor(chromium.browser(), "ko-KR", program.url())) {
      Visitor.Pane telegram = visitor.pane("Telegram");
      telegram.say("/topics");
      assertThat(telegram.answers()).hasCount(1);
      String state = state();
      AtomicInteger connections = new AtomicInteger();
      visitor
          .page()
          .route(
              program.url() + "events",
              route -> {
                if (connections.incrementAndGet() == 1) {
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/event-stream")
                          .setBody("retry: 100\nevent: state\n" + state + "\n\n"));
                } else {
                  route.resume();
                }
              });
      visitor.page().reload();
      assertThat(visitor.page().locator("#connection")).containsText("다시 연결되었습니다");
      assertThat(telegram.answers()).hasCount(1);
      telegram.say("/topics");
      assertThat(telegram.answers()).hasCount(2);
    }
  }

  /** What the page is told first, as its stream's data line. */
  private String state() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program.url() + "events"))
            .header("Accept", "text/event-stream")
            .build();
    try (HttpClient http = HttpClient.newHttpClient();
        Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      String first = lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
      http.shutdownNow();
      return first;
    }
  }

  /** From wherever the keyboard is, backwards or forwards, in a bounded number of steps. */
  private static void tabTo(Visitor visitor, Locator wanted) {
    for (int steps = 0; steps < 60; steps++) {
      if ((boolean) wanted.evaluate("node => node === document.activeElement")) {
        return;
      }
      visitor.page().keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }
}
