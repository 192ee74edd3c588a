package bot.briefing.sandbox.discord;

/** Where the server listens: known once it does. */
final class Address {
  static final String HOST = "127.0.0.1";

  private volatile int port;

  void listensOn(int opened) {
    port = opened;
  }

  String api() {
    return "http://" + HOST + ":" + port + Server.BASE + "/";
  }

  String gateway() {
    return "ws://" + HOST + ":" + port;
  }
}
