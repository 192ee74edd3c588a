package bot.briefing.content.library;

import bot.briefing.content.Digest;
import bot.briefing.content.UnreadableDigestException;

/** What {@link bot.briefing.content.DigestReader#read} does. Pure; safe for any thread. */
@FunctionalInterface
interface Reading {
  Digest read(String fileName, byte[] file) throws UnreadableDigestException;
}
