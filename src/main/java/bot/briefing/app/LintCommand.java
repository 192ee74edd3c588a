package bot.briefing.app;

import bot.briefing.content.Finding;
import bot.briefing.content.Lint;
import bot.briefing.text.Language;
import bot.briefing.topic.TaxonomyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code lint}: what an author would want mended, in digests and in the files of topics and
 * sources.
 */
@Command(mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  private static final List<String> TAXONOMIES =
      List.of(TaxonomyFiles.TOPICS, TaxonomyFiles.SOURCES);

  /** How to print findings. */
  enum Format {
    TEXT,
    JSON
  }

  private final Console console;
  private final SettingsSource source;

  @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "paths")
  private List<Path> paths = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
  private Format format = Format.TEXT;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "lang")
  private @Nullable Language language;

  LintCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> asked = paths.isEmpty() ? List.of(source.read().content()) : paths;
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : asked) {
      files.addAll(Files.isDirectory(path) ? below(path) : List.of(path));
    }
    Lint lint = new Lint(Desk.ZONE);
    List<Finding> taxonomies = new ArrayList<>();
    List<Finding> digests = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = TextFile.read(file);
      if (TAXONOMIES.contains(String.valueOf(file.getFileName()))) {
        TaxonomyFiles.check(file).ifPresent(taxonomies::add);
      } else {
        digests.addAll(lint.check(file.toString(), bytes));
      }
    }
    List<Finding> findings = Stream.concat(taxonomies.stream(), digests.stream()).toList();
    print(findings, files.size(), asked);
    return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)
        ? ExitCode.NOTHING
        : ExitCode.OK;
  }

  private void print(List<Finding> findings, int files, List<Path> asked) {
    Console spoken = console.in(Optional.ofNullable(language).orElse(console.language()));
    if (format == Format.JSON) {
      console.out().println(Finding.json(findings, spoken.texts()));
      return;
    }
    findings.forEach(finding -> console.out().println(finding.print(spoken.texts())));
    long errors =
        findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
    if (files == 0) {
      spoken.complain(
          "cli.lint.none", String.join(", ", asked.stream().map(Path::toString).toList()));
    } else if (findings.isEmpty()) {
      spoken.say("cli.lint.clean", files);
    } else {
      spoken.say("cli.lint.summary", files, errors, findings.size() - errors);
    }
  }

  /** What there is to check in a content folder, or in any other that holds digests. */
  private static List<Path> below(Path folder) throws StoppedException {
    Path posts = folder.resolve("_posts");
    List<Path> files = new ArrayList<>();
    TAXONOMIES.stream().map(folder::resolve).filter(Files::exists).forEach(files::add);
    try (Stream<Path> below = Files.walk(Files.isDirectory(posts) ? posts : folder)) {
      below.filter(LintCommand::isMarkdown).sorted().forEach(files::add);
      return files;
    } catch (IOException | UncheckedIOException unreadable) {
      throw new StoppedException("cli.file.unreadable", folder.toString());
    }
  }

  private static boolean isMarkdown(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && (name.endsWith(".md") || name.endsWith(".markdown"));
  }
}
