package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds key words in a text, each occurrence once for its owner. A key word of Latin letters is
 * found as whole words, with or without a plural's s. A Korean one may be followed by particles or
 * by the rest of a compound; one of a single syllable by particles only; one of one or two
 * syllables begins at the beginning of a word or where another key word ends.
 *
 * <p>Immutable; safe for any thread.
 */
final class Keywords {
  /** A Korean key word of so many syllables is told from chance anywhere in a word. */
  private static final int UNMISTAKABLE = 3;

  /** One of so many may be written with a space that the author of the key word left out. */
  private static final int LIKELY_SPACED = 4;

  private final Node root = new Node();

  /** The letters that one begins with: most places in a text are passed over by this alone. */
  private final BitSet beginnings = new BitSet();

  private final int owners;
  private final int size;

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final List<Keyword> ends = new ArrayList<>();
  }

  /**
   * A key word.
   *
   * @param first syllables of its first run of Hangul, 0 where it begins with another script
   * @param last likewise of its last run
   */
  private record Keyword(int id, int owner, Script letters, int first, int last) {}

  /** Where a key word was found. */
  interface Hits {
    /** A key word, by its number, and whose it is. */
    void hit(int owner, int keyword);
  }

  /**
   * @param byOwner the key words of each owner
   */
  Keywords(List<List<String>> byOwner) {
    int id = 0;
    for (int owner = 0; owner < byOwner.size(); owner++) {
      for (String keyword : byOwner.get(owner)) {
        Script letters = Script.of(keyword);
        int length = letters.length();
        add(
            new Keyword(
                id++, owner, letters, letters.hangulFrom(0), length - letters.hangulStart(length)));
      }
    }
    owners = byOwner.size();
    size = id;
  }

  /** How many there are; they are numbered from 0. */
  int size() {
    return size;
  }

  private void add(Keyword keyword) {
    Node node = root;
    for (int i = 0; i < keyword.letters.length(); i++) {
      node = node.next.computeIfAbsent(keyword.letters.at(i), letter -> new Node());
    }
    if (node != root) {
      beginnings.set(keyword.letters.at(0));
      node.ends.add(keyword);
    }
  }

  /** Tells each occurrence, from the beginning of the text to its end. */
  void find(String text, Hits hits) {
    Script letters = Script.of(text);
    int[] taken = new int[owners];
    boolean[] joints = new boolean[letters.length() + 1];
    for (int start = 0; start < letters.length(); start++) {
      if (!beginnings.get(letters.at(start))
          || (letters.isGlued(start) && !letters.isHangul(start))) {
        continue;
      }
      Node node = root;
      for (int end = start + 1; end <= letters.length(); end++) {
        node = node.next.get(letters.at(end - 1));
        if (node == null || (end - 1 > start && letters.isBroken(end - 1))) {
          break;
        }
        for (Keyword keyword : node.ends) {
          if (fits(keyword, letters, start, end, joints[start])) {
            joints[end] = true;
            if (start >= taken[keyword.owner]) {
              taken[keyword.owner] = end;
              hits.hit(keyword.owner, keyword.id);
            }
          }
        }
      }
    }
  }

  private static boolean fits(
      Keyword keyword, Script text, int start, int end, boolean afterAnother) {
    return (!text.isGlued(start) || afterAnother || keyword.first >= UNMISTAKABLE)
        && fitsInside(keyword, text, start)
        && fitsAtEnd(keyword, text, end);
  }

  private static boolean fitsInside(Keyword keyword, Script text, int start) {
    for (int i = 1; i < keyword.letters.length(); i++) {
      if (text.isSpaced(start + i) && keyword.letters.isGlued(i) && !maySpace(keyword.letters, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean maySpace(Script keyword, int at) {
    if (!keyword.isHangul(at)) {
      return false;
    }
    int before = at - keyword.hangulStart(at);
    int after = keyword.hangulFrom(at);
    return before + after >= LIKELY_SPACED && before >= 2 && after >= 2;
  }

  private static boolean fitsAtEnd(Keyword keyword, Script text, int end) {
    if (end == text.length() || !text.isGlued(end) || keyword.last >= 2) {
      return true;
    }
    String rest = text.gluedFrom(end);
    if (keyword.last == 1) {
      return Fold.isParticles(rest);
    }
    boolean numbered = Character.isDigit(rest.charAt(0)) && !Character.isDigit(text.at(end - 1));
    return numbered || rest.equals("s") || rest.equals("es");
  }
}
