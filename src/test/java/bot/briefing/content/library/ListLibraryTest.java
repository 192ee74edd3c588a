package bot.briefing.content.library;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

final class ListLibraryTest extends LibraryContract {
  @Override
  Library library(Post... posts) throws Exception {
    List<Digest> digests = new ArrayList<>();
    for (Post post : posts) {
      digests.add(
          new CountingReader()
              .read(post.name() + ".md", post.text().getBytes(StandardCharsets.UTF_8)));
    }
    return Library.of(digests);
  }
}
