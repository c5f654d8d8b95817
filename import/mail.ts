import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { outlineByHeadings } from "./html/heading-outline.ts";
import { readablePart } from "./html/readable-part.ts";
import { plainLine } from "./clean-text.ts";
import { LIMITS } from "./limits.ts";
import { draftOfText } from "./plain-text.ts";
import { dayOf } from "./printed-date.ts";
import { nameOf } from "./source-name.ts";

/** How deep mails may be forwarded in mails. */
const NESTING = 20;
const HEADER_BYTES = 256 * 1024;

/** Reads an issue from a newsletter that a mail program has saved, and from a page saved as MHTML. Attachments stay out. */
export async function readMail(bytes: Uint8Array, hints: ReadingHints): Promise<readonly Draft[]> {
  checkParts(bytes);
  const mail = await parseMail(bytes);
  const name = plainLine(mail.subject ?? "") || nameOf(hints.fileName);
  const attached = mail.attachments.map(({ filename, mimeType }) => ({
    text: plainLine(filename ?? mimeType),
    why: "attachment",
  }));
  const draft =
    mail.html === undefined ? draftOfText(mail.text ?? "", MAIL, hints) : await draftOfHtml(mail.html, name);
  const findings = { ...draft.findings, leftOut: [...draft.findings.leftOut, ...attached] };
  return [{ ...draft, title: name, date: dayOf(mail.date) ?? draft.date, findings }];
}

const MAIL = "a mail";

async function parseMail(bytes: Uint8Array) {
  const { default: PostalMime } = await import("postal-mime");
  try {
    return await new PostalMime({ maxNestingDepth: NESTING, maxHeadersSize: HEADER_BYTES }).parse(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ImportError(`can't be read as a mail (${detail}); save the message again`, { cause: error });
  }
}

async function draftOfHtml(html: string, name: string): Promise<Draft> {
  const { blocks, leftOut } = await readablePart(html);
  const outline = outlineByHeadings(blocks, name);
  if (outline.articles.length === 0) throw new ImportError("shows no text; its words may all be in pictures");
  return {
    title: outline.title,
    date: outline.date,
    language: null,
    source: null,
    articles: outline.articles,
    findings: { format: MAIL, joined: [], leftOut: [...leftOut, ...outline.leftOut] },
  };
}

/** Counts the parts before anything is made of them: each begins with a line of two hyphens and a boundary. */
function checkParts(bytes: Uint8Array): void {
  const text = new TextDecoder("latin1").decode(bytes);
  const boundaries = new Set(
    [...text.matchAll(/\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/giu)].map(([, a, b]) => a ?? b ?? ""),
  );
  let parts = 0;
  for (const [, line = ""] of text.matchAll(/^--([^\r\n]{1,202})$/gmu)) {
    if (boundaries.has(line.trimEnd())) parts++;
    if (parts > LIMITS.mailParts)
      throw new ImportError(
        `has more than ${LIMITS.mailParts} parts; forward only the newsletter itself and save that`,
      );
  }
}
