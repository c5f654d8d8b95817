import type { Unzipped, UnzipFileInfo } from "fflate";
import { ImportError } from "./draft.ts";
import { LIMITS, MEGABYTE } from "./limits.ts";

/** What a document's text is made of; pictures, macros and embedded files are left packed. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w.-]+\.rels)$/u;

/**
 * Unpacks a .docx within bounds and packs the parts that hold text anew, without compression: whoever reads the result
 * unpacks nothing else, and no more than was counted here.
 *
 * @throws ImportError when it isn't a .docx, or unpacks to more than the limits.
 */
export async function safeWordFile(bytes: Uint8Array): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  const parts = await unpack(bytes);
  if (!("word/document.xml" in parts)) throw new ImportError("is no Word document; save it as .docx");
  for (const part of Object.values(parts)) {
    if (declaresEntities(part))
      throw new ImportError("declares entities, as no Word document does; save it again as .docx");
  }
  return zipSync(parts, { level: 0 });
}

async function unpack(bytes: Uint8Array): Promise<Unzipped> {
  const { unzipSync } = await import("fflate");
  let count = 0;
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (++count > LIMITS.wordParts)
      throw new ImportError(`has more than ${LIMITS.wordParts} parts; save it again as .docx`);
    if (!WANTED.test(name)) return false;
    size += originalSize;
    if (size > LIMITS.wordMb * MEGABYTE) throw tooLarge();
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("is cut off or damaged; save it again as .docx", { cause: error });
  }
}

function tooLarge(): ImportError {
  return new ImportError(`unpacks to more than ${LIMITS.wordMb} MB of text; divide it and save the parts`);
}

function declaresEntities(part: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/iu.test(new TextDecoder("latin1").decode(part));
}
