package bot.briefing.sandbox;

import bot.briefing.sandbox.page.PageServer;
import bot.briefing.sandbox.wire.Platform;
import io.javalin.util.JavalinBindException;
import java.net.BindException;
import java.util.List;

/** Loopback platforms with the chat page in front of them, all on 127.0.0.1. */
public final class Sandbox implements AutoCloseable {
  private final List<Platform> platforms;
  private final PageServer page;

  private Sandbox(List<Platform> platforms, PageServer page) {
    this.platforms = platforms;
    this.page = page;
  }

  /**
   * Opens the page for platforms that are open already; closing the sandbox closes them.
   *
   * @param pagePort the page's port; when it is taken the next free one, see {@link #page()}
   * @throws BindException when neither that port nor one of the next 20 is free; the platforms stay
   *     open
   */
  public static Sandbox start(List<Platform> platforms, int pagePort) throws BindException {
    try {
      return new Sandbox(List.copyOf(platforms), PageServer.start(platforms, pagePort));
    } catch (JavalinBindException taken) {
      throw new BindException("no free port from " + pagePort + " on");
    }
  }

  /** The page's server: its address, and whether it got the port that was asked for. */
  public PageServer page() {
    return page;
  }

  /** The platforms, in the order of their panes. */
  public List<Platform> platforms() {
    return platforms;
  }

  @Override
  public void close() {
    page.close();
    platforms.forEach(Platform::close);
  }
}
