package bot.briefing.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person in front of the page, who notes what goes wrong in the browser. */
final class Visitor implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Visitor(Browser browser, String language, String url) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Seoul")
                .setViewportSize(1280, 900));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(url);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** What the browser complained of. */
  List<String> errors() {
    return errors;
  }

  /** The addresses that the browser asked for. */
  List<String> requests() {
    return requests;
  }

  Pane pane(String platform) {
    return new Pane(
        page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName(platform).setExact(true)));
  }

  void photograph(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }

  /** One platform's chat, by what a person or a screen reader finds there. */
  record Pane(Locator root) {
    void say(String text) {
      Locator input = root.getByRole(AriaRole.TEXTBOX);
      input.fill(text);
      input.press("Enter");
    }

    /** What the bot has said. */
    Locator answers() {
      return root.locator(".theirs");
    }

    Locator newest() {
      return answers().last();
    }

    /** The newest answer's buttons whose label holds this. */
    Locator button(String label) {
      return newest().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label));
    }
  }
}
