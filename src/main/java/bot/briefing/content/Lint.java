package bot.briefing.content;

import bot.briefing.content.Finding.Severity;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says what an author would want mended in digests. One for each run, on one thread: it remembers
 * which stories there were, and no file. Every file is read as {@link DigestReader} reads it.
 */
public final class Lint {
  private final ZoneId zone;

  /** Of each link the editions that have it, and in which file. */
  private final Map<URI, Map<String, String>> linked = new HashMap<>();

  /**
   * @param zone of dates that name none
   */
  public Lint(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Checks a file, alone and against those before it.
   *
   * @param file its name, with or without folders
   */
  public List<Finding> check(String file, byte[] bytes) {
    try {
      Post post = Post.of(nameOf(file), bytes);
      Findings findings = new Findings(file, post.text());
      new MatterLint(post, findings, zone).check();
      new BodyLint(post, findings).check();
      stories(post, findings);
      acrossFiles(file, post, findings);
      return findings.sorted();
    } catch (UnreadableDigestException e) {
      String code = "unreadable." + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return List.of(new Finding(file, e.line(), e.column(), Severity.ERROR, code, List.of()));
    }
  }

  private static String nameOf(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private void stories(Post post, Findings findings) {
    Outline outline = post.outline();
    int body = post.matter().body();
    if (outline.drafts().isEmpty() || outline.whole()) {
      findings.error(body, "no-article");
      return;
    }
    Optional<LocalDate> day =
        post.matter()
            .text("date")
            .flatMap(date -> Moment.of(date, zone))
            .map(Moment::date)
            .or(() -> Optional.ofNullable(post.name().date()));
    Map<String, Integer> headlines = new LinkedHashMap<>();
    Map<URI, Integer> links = new LinkedHashMap<>();
    for (Draft draft : outline.drafts()) {
      int at = body + draft.start();
      URI url = draft.url();
      if (url == null) {
        findings.error(at, "no-link", draft.title());
      } else {
        Integer before = links.putIfAbsent(url, at);
        if (before != null) {
          findings.error(at, "same-link", String.valueOf(findings.line(before)));
        }
      }
      Integer before = headlines.putIfAbsent(Vocabulary.squeeze(draft.title()), at);
      if (before != null) {
        findings.warn(at, "same-headline", String.valueOf(findings.line(before)));
      }
      if (!draft.hasSource()) {
        findings.warn(at, "no-source", draft.title());
      }
      LocalDate date = draft.date();
      if (date == null) {
        findings.warn(at, "no-date", draft.title());
      } else if (day.isPresent() && date.isAfter(day.get())) {
        findings.warn(at, "date-ahead", date.toString(), day.get().toString());
      }
      for (Draft.Part part : draft.parts()) {
        if (part.isEmpty()) {
          findings.warn(body + part.start(), "empty-section", part.heading());
        }
      }
    }
  }

  /** A story that another digest had already; editions of one digest share theirs. */
  private void acrossFiles(String file, Post post, Findings findings) {
    String edition =
        post.matter()
            .text("ref")
            .orElseGet(() -> post.name().stem().replaceFirst("\\.[a-z]{2}(?:-[A-Za-z]+)?$", ""));
    for (Draft draft : post.outline().drafts()) {
      URI url = draft.url();
      if (url != null) {
        Map<String, String> byEdition = linked.computeIfAbsent(url, _ -> new LinkedHashMap<>());
        byEdition.entrySet().stream()
            .filter(other -> !other.getKey().equals(edition))
            .findFirst()
            .ifPresent(
                other ->
                    findings.warn(
                        post.matter().body() + draft.start(), "link-elsewhere", other.getValue()));
        byEdition.putIfAbsent(edition, file);
      }
    }
  }
}
