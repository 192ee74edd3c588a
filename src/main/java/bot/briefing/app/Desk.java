package bot.briefing.app;

import bot.briefing.briefing.Briefings;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Standing;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Library;
import bot.briefing.content.Withheld;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.TaxonomyException;
import bot.briefing.topic.TaxonomyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring of all that answers, from the content folder up to the newsroom.
 *
 * @param folder the content folder
 * @param library what is answered from; of what the operator has withdrawn it must be told
 * @param briefings its digests as cards
 * @param newsroom who answers, and takes no orders
 * @param ordering makes one who takes orders
 * @param held what must be closed at the end
 */
record Desk(
    Path folder,
    Withheld library,
    Briefings briefings,
    Newsroom newsroom,
    Function<Standing, Newsroom> ordering,
    AutoCloseable held)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Of dates in front matter that name no zone: the blog's. */
  static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private static final long BYTES_OF_CARDS = 8L << 20;

  /**
   * Watches the folder until it is closed. A broken file of topics or sources is logged, and the
   * last good one serves.
   */
  static Desk watching(Path content, Language standard, InstantSource clock) {
    AtomicReference<Taxonomy> taxonomy = new AtomicReference<>(new Taxonomy(List.of(), List.of()));
    FolderLibrary library =
        FolderLibrary.watch(
            content,
            () -> {
              try {
                taxonomy.set(TaxonomyFiles.read(content));
              } catch (TaxonomyException broken) {
                log.error("topics and sources stay as they were: {}", broken.getMessage());
              }
              return new DigestReader(ZONE, taxonomy.get());
            });
    return of(content, library, taxonomy::get, standard, clock, library);
  }

  /**
   * Reads the folder once.
   *
   * @throws StoppedException when the topics or sources cannot be read
   */
  static Desk once(Path content, Language standard, InstantSource clock) throws StoppedException {
    Taxonomy taxonomy = taxonomy(content);
    FolderLibrary library = FolderLibrary.readOnce(content, new DigestReader(ZONE, taxonomy));
    return of(content, library, () -> taxonomy, standard, clock, library);
  }

  /** A reader that tags with a folder's topics. */
  static DigestReader reader(Taxonomy taxonomy) {
    return new DigestReader(ZONE, taxonomy);
  }

  static Taxonomy taxonomy(Path content) throws StoppedException {
    try {
      return TaxonomyFiles.read(content);
    } catch (TaxonomyException broken) {
      throw new StoppedException("cli.content.unreadable", broken.finding(content));
    }
  }

  /** Calls somebody, who must not block for long, after every change of what is in the library. */
  void onChange(Runnable listener) {
    if (library.all() instanceof FolderLibrary watched) {
      watched.onChange(_ -> listener.run());
    }
  }

  /** Tells the operator why there is nothing to answer from, where that is so. */
  void complain(Console console) {
    String sentence =
        switch (library.health()) {
          case Library.Health.Good() -> "";
          case Library.Health.Empty() -> "cli.content.empty";
          case Library.Health.Unreadable(_) when Files.notExists(folder) -> "cli.content.missing";
          case Library.Health.Unreadable(_) when !Files.isDirectory(folder) -> "cli.content.file";
          case Library.Health.Unreadable(_) -> "cli.content.broken";
        };
    if (!sentence.isEmpty()) {
      console.complain(sentence, folder.toString());
    }
  }

  private static Desk of(
      Path folder,
      Library all,
      Supplier<Taxonomy> taxonomy,
      Language standard,
      InstantSource clock,
      AutoCloseable held) {
    Withheld library = new Withheld(all);
    Briefings briefings = new Briefings(taxonomy, BYTES_OF_CARDS);
    Newsroom newsroom = new NewsDesk(library, taxonomy, briefings, standard, clock);
    return new Desk(
        folder,
        library,
        briefings,
        newsroom,
        standing -> new NewsDesk(library, taxonomy, briefings, standard, clock, standing),
        held);
  }

  @Override
  public void close() throws Exception {
    held.close();
  }
}
