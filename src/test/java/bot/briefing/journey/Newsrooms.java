package bot.briefing.journey;

import bot.briefing.briefing.Briefings;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Newsroom;
import bot.briefing.content.Digest;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Library;
import bot.briefing.content.UnreadableDigestException;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.TaxonomyException;
import bot.briefing.topic.TaxonomyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** The real newsroom over a folder, at an instant. */
final class Newsrooms {
  static final Path CONTENT = Path.of("content");
  static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");
  static final Taxonomy TAXONOMY = taxonomy();

  private static final DigestReader READER = new DigestReader(ZoneId.of("Asia/Seoul"), TAXONOMY);
  private static final long BYTES = 16L << 20;

  private Newsrooms() {}

  private static Taxonomy taxonomy() {
    try {
      return TaxonomyFiles.read(CONTENT);
    } catch (TaxonomyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Over the project's own content, on its day. */
  static Newsroom ours() {
    return over(CONTENT, NOW);
  }

  static Newsroom over(Path folder, Instant now) {
    return new NewsDesk(library(folder), () -> TAXONOMY, briefings(), Language.KO, clock(now));
  }

  static Library library(Path folder) {
    return FolderLibrary.readOnce(folder, READER);
  }

  static Briefings briefings() {
    return new Briefings(() -> TAXONOMY, BYTES);
  }

  /** The project's own digest in a language. */
  static Digest digest(Language language) {
    return switch (language) {
      case KO -> read(CONTENT.resolve("_posts/2026-02-12-ai-news.md"));
      case EN -> read(CONTENT.resolve("_posts/2026-02-12-ai-news.en.md"));
    };
  }

  static Digest read(Path file) {
    try {
      return read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Digest read(String name, byte[] file) {
    try {
      return READER.read(name, file);
    } catch (UnreadableDigestException e) {
      throw new AssertionError(e);
    }
  }

  private static InstantSource clock(Instant now) {
    return InstantSource.fixed(now);
  }
}
