package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The way to one platform.
 *
 * @param nonceLife how long the platform surely knows a message by its key, and takes it once
 */
public record Lane(Channel channel, Pace pace, Duration nonceLife) {
  private static final Duration DISCORD_NONCE = Duration.ofMinutes(5);

  public static Lane discord(Channel channel, InstantSource clock) {
    return new Lane(channel, Pace.discord(clock), DISCORD_NONCE);
  }

  public static Lane telegram(Channel channel, InstantSource clock) {
    return new Lane(channel, Pace.telegram(clock), Duration.ZERO);
  }
}
