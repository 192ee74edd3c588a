package bot.briefing.sandbox.discord;

/** One WebSocket as the gateway uses it. */
interface Line {
  void send(String frame);

  void close(int code, String reason);

  /** Ends the connection without a closing frame. */
  void cut();
}
