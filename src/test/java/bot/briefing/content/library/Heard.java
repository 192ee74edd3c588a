package bot.briefing.content.library;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the library writes into the log. */
final class Heard implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Heard.class.getPackageName());
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  Heard() {
    appender.list = new CopyOnWriteArrayList<>();
    appender.start();
    logger.addAppender(appender);
  }

  List<String> lines() {
    return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** The watch's threads that live now. */
  static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("content-watch")
                    || thread.getName().startsWith("FileSystemWatch"))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
  }
}
