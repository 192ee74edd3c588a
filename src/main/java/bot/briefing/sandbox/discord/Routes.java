package bot.briefing.sandbox.discord;

/** A group of routes that add themselves to the server. */
interface Routes {
  void addTo(Table table);

  /** Where routes are added, spelled as in the OpenAPI file: {@code "/channels/{channel_id}"}. */
  interface Table {
    /** A route that needs the bot's token. */
    void add(String verb, String route, Handler handler);

    /** A route that anybody may ask, or that carries its own token in the path. */
    void addOpen(String verb, String route, Handler handler);
  }

  /** Answers a request or throws a {@link Refusal}; runs inside the world's lock. */
  @FunctionalInterface
  interface Handler {
    Reply serve(Request request);
  }
}
