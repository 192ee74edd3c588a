package bot.briefing.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParticlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "규제[은/는]|규제는",
        "로봇[은/는]|로봇은",
        "로봇[이/가]|로봇이",
        "반도체[을/를]|반도체를",
        "칩[과/와] 모델|칩과 모델",
        "모델[으로/로]|모델로",
        "칩[으로/로]|칩으로",
        "서버[으로/로]|서버로",
        "‘규제’[이라/라]는|‘규제’라는",
        "“로봇”[이라/라]는|“로봇”이라는",
        "《모델》[으로/로]|《모델》로",
        "(서울)[이에요/예요]|(서울)이에요",
        "규제[이에요/예요]|규제예요",
        "수진[아/야]|수진아",
        "철수[아/야]|철수야",
        "1[은/는]|1은",
        "2[은/는]|2는",
        "3[으로/로]|3으로",
        "7[으로/로]|7로",
        "10[을/를]|10을",
        "2026[이/가]|2026이",
        "95[과/와]|95와",
        "Fujitsu[은/는]|Fujitsu는",
        "Google[은/는]|Google은",
        "Google[으로/로]|Google로",
        "Oracle[이/가]|Oracle이",
        "Samsung[은/는]|Samsung은",
        "Slack[을/를]|Slack을",
        "Anthropic[이/가]|Anthropic이",
        "Chrome[은/는]|Chrome은",
        "robot[은/는]|robot은",
        "Microsoft[은/는]|Microsoft는",
        "GPT[은/는]|GPT는",
        "LLM[은/는]|LLM은",
        "HTML[으로/로]|HTML로",
        "NHN[과/와]|NHN과",
        "Twitter[은/는]|Twitter는",
        "/today[을/를]|/today를",
        "[은/는]|는"
      })
  void a_particle_follows_the_sound_before_it(String pattern, String said) {
    assertThat(Particles.fit(pattern)).isEqualTo(said);
  }
}
