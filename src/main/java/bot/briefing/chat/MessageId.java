package bot.briefing.chat;

/**
 * The platform's own id of a message, within its chat.
 *
 * @param value as the platform writes it
 */
public record MessageId(String value) {}
