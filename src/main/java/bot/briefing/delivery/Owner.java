package bot.briefing.delivery;

import bot.briefing.chat.Platform;

/** Hears which platforms are this instance's. Called on the courier's threads; returns soon. */
@FunctionalInterface
public interface Owner {
  /** From now on this instance polls the platform, and sends there. */
  void owned(Platform platform);

  /** Another instance may have it by now. */
  default void lost(Platform platform) {}
}
