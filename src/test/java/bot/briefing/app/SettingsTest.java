package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong setting stops the start with its name, its value and the mend. */
final class SettingsTest {
  @TempDir private Path folder;

  private Settings read(Map<String, String> environment, String lines) throws Exception {
    Path file = Files.writeString(folder.resolve("briefing.properties"), lines);
    return new SettingsSource(environment, file).read();
  }

  private static void assertRefused(String name, String value, String shown) {
    for (Language language : Language.values()) {
      Typed typed = Typed.in(language, Map.of(name, value), "ask", "today");
      assertThat(typed.code()).isEqualTo(3);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err())
          .contains(name, shown, Texts.in(language).say("cli.setting." + name))
          .doesNotContain("Exception");
    }
  }

  @Test
  void every_setting_is_checked_and_told_with_the_mend() {
    assertRefused("DISCORD_API_URL", "discord.com", "discord.com");
    assertRefused("DISCORD_API_URL", "ftp://discord.com/", "ftp://discord.com/");
    assertRefused("DISCORD_API_URL", "https://discord.com/api?v=10", "?v=10");
    assertRefused("TELEGRAM_API_URL", "http://a b", "http://a b");
    assertRefused("TELEGRAM_API_URL", "https://example.com/bots", "https://example.com/bots");
    assertRefused("CONTENT_DIR", "a\0b", "a\0b");
    assertRefused("DEFAULT_LANGUAGE", "fr", "fr");
    assertRefused("PORT", "eighty", "eighty");
    assertRefused("PORT", "65536", "65536");
    assertRefused("PORT", "-1", "-1");
  }

  @Test
  void a_token_is_never_shown() {
    for (String name : new String[] {"DISCORD_TOKEN", "TELEGRAM_TOKEN"}) {
      for (String token : new String[] {"123:SECRET value", "123:SECRET\tvalue", "123:비밀SECRET"}) {
        assertRefused(name, token, "***");
        assertThat(Typed.in(Language.EN, Map.of(name, token), "ask", "today").err())
            .doesNotContain("SECRET");
      }
    }
    assertThat(Typed.in(Language.EN, Map.of("DISCORD_API_URL", "ftp://me:SECRET@a/"), "ask", "x"))
        .satisfies(typed -> assertThat(typed.err()).contains("***").doesNotContain("SECRET"));
  }

  @Test
  void what_is_not_set_has_its_default() throws Exception {
    Settings settings = read(Map.of("PORT", " ", "DISCORD_TOKEN", ""), "");

    assertThat(settings.withoutTokens()).isTrue();
    assertThat(settings.discordApi()).hasToString("https://discord.com/api/v10/");
    assertThat(settings.telegramApi()).hasToString("https://api.telegram.org");
    assertThat(settings.content()).isEqualTo(Path.of("content"));
    assertThat(settings.language()).isEqualTo(Language.KO);
    assertThat(settings.port()).isEqualTo(8080);
  }

  @Test
  void the_environment_wins_over_the_file() throws Exception {
    Settings settings = read(Map.of("PORT", "1"), "PORT=2\nCONTENT_DIR=콘텐츠/하나\n");

    assertThat(settings.port()).isEqualTo(1);
    assertThat(settings.content()).isEqualTo(Path.of("콘텐츠/하나"));
  }

  @Test
  void a_rest_base_may_lack_its_slash() throws Exception {
    assertThat(read(Map.of("DISCORD_API_URL", "http://127.0.0.1:1/api/v10"), "").discordApi())
        .hasToString("http://127.0.0.1:1/api/v10/");
  }

  @Test
  void a_line_of_the_file_that_is_no_setting_stops_and_its_value_is_not_shown() {
    String said = refused(() -> read(Map.of(), "DISCORD_TOKN=SECRET\n"));

    assertThat(said).contains("DISCORD_TOKN", "DISCORD_TOKEN, ").doesNotContain("SECRET");
  }

  @Test
  void a_file_that_is_not_utf8_or_no_file_stops() throws IOException {
    Path file = folder.resolve("briefing.properties");
    Files.write(file, "CONTENT_DIR=콘텐츠\n".getBytes(Charset.forName("EUC-KR")));
    assertThat(refused(() -> new SettingsSource(Map.of(), file).read())).contains(file.toString());
    assertThat(refused(() -> new SettingsSource(Map.of(), folder).read()))
        .contains(folder.toString());
    Files.write(file, "PORT=\\uZZZZ\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(refused(() -> new SettingsSource(Map.of(), file).read())).contains("UTF-8");
  }

  @Test
  void the_terminals_locale_chooses_the_language_and_one_without_a_language_leaves_the_default() {
    assertThat(language(Map.of("LC_ALL", "en_US.UTF-8"))).isEqualTo(Language.EN);
    assertThat(language(Map.of("LANG", "ko_KR.UTF-8", "DEFAULT_LANGUAGE", "en")))
        .isEqualTo(Language.KO);
    assertThat(language(Map.of("LC_ALL", "C", "DEFAULT_LANGUAGE", "en"))).isEqualTo(Language.EN);
    assertThat(language(Map.of("LC_ALL", "POSIX"))).isEqualTo(Language.KO);
  }

  private Language language(Map<String, String> environment) {
    return new SettingsSource(environment, folder.resolve("none")).language();
  }

  private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    WrongSettingException wrong = catchThrowableOfType(WrongSettingException.class, reading);
    return Objects.requireNonNull(wrong).say(Texts.in(Language.EN));
  }
}
