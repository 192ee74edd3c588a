package bot.briefing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class ShortHashTest {
  @Test
  void a_name_has_the_same_hash_however_its_letters_are_composed() {
    String parted = Normalizer.normalize("규제-소식", Normalizer.Form.NFD);
    assertThat(parted).isNotEqualTo("규제-소식");
    assertThat(ShortHash.of(parted)).isEqualTo(ShortHash.of("규제-소식"));
  }

  @Test
  void a_hash_never_changes_for_old_messages_carry_it() {
    assertThat(ShortHash.of("regulation").value()).isEqualTo("ODtmMO");
    assertThat(ShortHash.of("").value()).isEqualTo("47DEQp");
  }

  @Test
  void what_is_no_hash_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ShortHash("short"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ShortHash("with ~"));
  }
}
