package bot.briefing.content;

import bot.briefing.content.UnreadableDigestException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file's bytes as text. */
final class FileText {
  private FileText() {}

  /** The text without BOM, its lines ending in {@code \n}, and no U+0000 in it. */
  static String of(String fileName, byte[] file) throws UnreadableDigestException {
    if (file.length > DigestReader.MOST_BYTES) {
      throw new UnreadableDigestException(fileName, 1, Reason.TOO_LARGE, "");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer decoded = CharBuffer.allocate(file.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(file), decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(unit -> unit == '\n').count();
      int begins = text.lastIndexOf('\n') + 1;
      int column = 1 + text.codePointCount(begins, text.length());
      int mark = begins == 0 && text.startsWith("\ufeff") ? 1 : 0;
      throw new UnreadableDigestException(fileName, line, column - mark, Reason.NOT_UTF8, "");
    }
    text =
        (text.startsWith("\ufeff") ? text.substring(1) : text)
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\0', '\ufffd');
    if (text.isBlank()) {
      throw new UnreadableDigestException(fileName, 1, Reason.EMPTY, "");
    }
    return text;
  }

  /** The bytes' SHA-256, as 43 characters of base64url. */
  static String hash(byte[] file) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
