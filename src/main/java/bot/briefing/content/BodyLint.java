package bot.briefing.content;

import bot.briefing.content.cjk.CjkEmphasis;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be wrong inside the text: emphasis, addresses, pictures. */
final class BodyLint {
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:");

  private final Post post;
  private final Findings findings;
  private final int body;
  private final Document document;

  BodyLint(Post post, Findings findings) {
    this.post = post;
    this.findings = findings;
    this.body = post.matter().body();
    this.document = Markdown.parse(post.text().substring(body));
  }

  void check() {
    Walk.over(
        document,
        node -> {
          check(node);
          return !(node instanceof Code
              || node instanceof FencedCodeBlock
              || node instanceof IndentedCodeBlock
              || node instanceof HtmlBlockBase);
        },
        _ -> {});
  }

  private void check(Node node) {
    int at = body + node.getStartOffset();
    if (at >= post.text().length()) {
      return;
    }
    switch (node) {
      case Text text -> {
        StrayEmphasis.runs(text).forEach(run -> findings.error(at + run[0], "stray-emphasis"));
        values(at, text.getChars().toString());
      }
      case StrongEmphasis strong -> emphasis(strong);
      case Emphasis emphasis -> emphasis(emphasis);
      case Link link when link.getUrl().isBlank() ->
          findings.error(at, "broken-link", link.getChars().toString());
      case Link link -> address(at, link.getUrl());
      case Reference reference when !reference.getReference().startsWith("^") ->
          address(at, reference.getUrl());
      case Image image -> {
        address(at, image.getUrl());
        if (image.getText().isBlank()) {
          findings.warn(at, "no-alternative");
        }
      }
      default -> {}
    }
  }

  /** What only the blog could fill in is left out: a hole in a sentence. */
  private void values(int at, String text) {
    String whole = post.text();
    for (int from = 0; from < text.length(); from++) {
      boolean begins =
          SiteMarks.isMasked(text.charAt(from))
              && (from == 0 || !SiteMarks.isMasked(text.charAt(from - 1)));
      if (begins && whole.startsWith("{{", at + from)) {
        int end = whole.indexOf("}}", at + from) + 2;
        findings.warn(at + from, "site-value", whole.substring(at + from, end));
      }
    }
  }

  private void emphasis(DelimitedNodeImpl node) {
    CharSequence text = document.getChars();
    int open = node.getOpeningMarker().getStartOffset();
    int close = node.getClosingMarker().getStartOffset();
    if (!CjkEmphasis.isPlain(text, open, true) || !CjkEmphasis.isPlain(text, close, false)) {
      findings.warn(body + open, "cjk-emphasis", node.getChars().toString());
    }
  }

  private void address(int at, BasedSequence written) {
    String address = written.unescape();
    if (SiteMarks.isMasked(address)) {
      String typed =
          post.text().substring(body + written.getStartOffset(), body + written.getEndOffset());
      findings.warn(at, "no-web-link", typed);
      return;
    }
    String lower = address.strip().toLowerCase(Locale.ROOT);
    boolean scheme = SCHEME.matcher(lower).lookingAt();
    boolean web = lower.startsWith("http:") || lower.startsWith("https:");
    if (web && Addresses.web(address).isEmpty()) {
      findings.error(at, "broken-link", address);
    } else if (scheme && !web && !lower.startsWith("mailto:")) {
      findings.error(at, "no-web-link", address);
    } else if (!scheme && !lower.startsWith("#")) {
      findings.warn(at, "no-web-link", address);
    }
  }
}
