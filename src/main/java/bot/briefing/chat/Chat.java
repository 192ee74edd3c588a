package bot.briefing.chat;

import org.jspecify.annotations.Nullable;

/**
 * A place to speak.
 *
 * @param id the platform's own id of the channel or chat
 * @param thread the platform's own id of the forum topic; absent in the main thread
 */
public record Chat(Platform platform, String id, @Nullable String thread) {}
