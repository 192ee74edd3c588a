package bot.briefing.subscription;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription has had, planned deliveries and missed ones too.
 *
 * @param digests those that were planned for it
 * @param newest the publication of the newest of them; absent: none yet
 * @param slot the latest slot that was used; absent: none yet
 */
public record Had(Set<String> digests, @Nullable Instant newest, @Nullable Instant slot) {
  public static final Had NOTHING = new Had(Set.of(), null, null);

  public Had {
    digests = Set.copyOf(digests);
  }
}
