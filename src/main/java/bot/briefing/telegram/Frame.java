package bot.briefing.telegram;

/**
 * A tag around several paragraphs in a row.
 *
 * @param name of the tag; empty for no frame
 * @param serial tells two frames in a row apart
 */
record Frame(String name, String attributes, int serial) {
  static final Frame NONE = new Frame("", "", 0);

  static Frame quote(int serial) {
    return new Frame("blockquote", "", serial);
  }

  /** Folded to three lines until a reader opens it. */
  static Frame fold(int serial) {
    return new Frame("blockquote", " expandable", serial);
  }

  String open() {
    return name.isEmpty() ? "" : "<" + name + attributes + ">";
  }

  String close() {
    return name.isEmpty() ? "" : "</" + name + ">";
  }

  Size size() {
    return name.isEmpty() ? Size.NONE : new Size(0, 1, open().length() + close().length());
  }
}
