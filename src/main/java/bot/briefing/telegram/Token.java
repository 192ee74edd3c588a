package bot.briefing.telegram;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The bot's secret, which is part of every address that is called. Shows itself to nobody. */
record Token(String secret) {
  Token {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("an empty Telegram token");
    }
  }

  /** A failure as a log may show it: with its stack, without the secret. */
  String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().replace(secret, "<token>").stripTrailing();
  }

  @Override
  public String toString() {
    return "<token>";
  }
}
