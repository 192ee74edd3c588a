package bot.briefing.sandbox.page;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/**
 * Keeps other sites out: only a browser that was sent to this machine's own name speaks to us, and
 * only our own page's scripts.
 */
final class Guard {
  private Guard() {}

  /**
   * Lets a request through or refuses it.
   *
   * @throws ForbiddenResponse for another Host (a name that was bound to 127.0.0.1) or Origin
   */
  static void check(Context context, int port) {
    String host = context.header("Host");
    if (host == null || !(host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))) {
      throw new ForbiddenResponse("This page answers only as 127.0.0.1:" + port + ".");
    }
    String origin = context.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw new ForbiddenResponse("This page answers only to itself, not to " + origin + ".");
    }
  }

  /** Tells the browser to load and run nothing but what is ours, except pictures. */
  static void harden(Context context) {
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data: http: https:; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cache-Control", "no-cache");
  }
}
