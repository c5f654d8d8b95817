import { ImportError } from "./draft.ts";

/** A text and the encoding it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Below this a guess among old encodings is no better than a throw of dice. */
const SURE_ENOUGH = 30;
const ENOUGH_TO_GUESS_BY = 64 * 1024;
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Reads bytes as text: by their byte order mark, as UTF-8 where they are valid UTF-8, else in the encoding that their
 * statistics speak for. GB2312 and GBK are read as GB18030, which holds both.
 *
 * @throws ImportError when the bytes aren't text in any encoding that is known.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : await guessEncoding(bytes));
  const text = decode(bytes, encoding);
  if (text === null) throw new ImportError("is in no encoding that can be told; save it as UTF-8");
  if (text.includes("\0")) throw new ImportError("holds NUL bytes, so it isn't text; save it as UTF-8 text");
  return { text, encoding: encoding.toUpperCase() };
}

function markedEncoding(bytes: Uint8Array): string | null {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decode(bytes, "utf-8") !== null;
}

async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import("chardet");
  const [best] = analyse(bytes.subarray(0, ENOUGH_TO_GUESS_BY));
  if (best === undefined || best.confidence < SURE_ENOUGH) return "gb18030";
  return /^gb/iu.test(best.name) ? "gb18030" : best.name.toLowerCase();
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
