package bot.briefing.app;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Starts the program with its arguments. */
  public static void main(String[] args) {}
}
