import { fileURLToPath } from "node:url";
import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { LIMITS } from "./limits.ts";
import { withoutPageEdges } from "./pdf/page-edges.ts";
import { textsOf } from "./pdf/pdf-page.ts";
import type { PdfText } from "./pdf/pdf-page.ts";
import { printLines } from "./pdf/print-lines.ts";
import { draftOfLines } from "./plain-text.ts";

/** Reads an issue from a PDF that has its text as text, by the places and sizes of the lines. */
export async function readPdf(bytes: Uint8Array, hints: ReadingHints): Promise<readonly Draft[]> {
  const printed = await readPages(bytes);
  const { pages, leftOut } = withoutPageEdges(printed);
  if (pages.every((texts) => texts.length === 0))
    throw new ImportError("has no text, only pictures of it; run it through text recognition (OCR) first");
  const format = `a PDF of ${pages.length} ${pages.length === 1 ? "page" : "pages"}`;
  return [draftOfLines(printLines(pages), format, hints, leftOut)];
}

/** Tables of characters for fonts that a PDF only names, as many Chinese ones do. */
const CHARACTER_MAPS = fileURLToPath(new URL("./", import.meta.resolve("pdfjs-dist/cmaps/LICENSE")));
const RESOURCES = { cMapUrl: CHARACTER_MAPS, cMapPacked: true } as const;

async function readPages(bytes: Uint8Array): Promise<PdfText[][]> {
  // Loading pdf.js makes a matrix for drawing, which reading never does: so no canvas has to be there.
  (globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= Object;
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: bytes, ...RESOURCES, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pdfPages)
      throw new ImportError(`has more than ${LIMITS.pdfPages} pages; divide it and save the parts`);
    const pages: PdfText[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const runs = items.filter((item) => "str" in item);
      pages.push(textsOf(runs, page.getViewport({ scale: 1 }).height));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw refusal(error);
  } finally {
    await task.destroy();
  }
}

function refusal(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return new ImportError("is encrypted; save it without a password", { cause: error });
  return new ImportError("is cut off or damaged; save or download it again", { cause: error });
}
