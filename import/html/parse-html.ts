import { ImportError } from "../draft.ts";
import { LIMITS } from "../limits.ts";

/** The little of the document object model that reading needs. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly tagName: string;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export interface HtmlDocument extends HtmlNode {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
  readonly title: string;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

/**
 * Parses a page or a piece of one.
 *
 * @throws ImportError when its elements are nested deeper, or are more, than any page's that people read.
 */
export async function parseHtml(html: string): Promise<HtmlDocument> {
  checkNesting(html);
  const { parseHTML } = await import("linkedom");
  const whole = /<html\b/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d-]*)\b(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/giu;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/iu;

/** Counts before anything is built of it: building and walking what is nested without end takes without end. */
function checkNesting(html: string): void {
  if (html.split(/[<&]/u).length > MOST_MARKS) throw tooMany();
  let depth = 0;
  let elements = 0;
  for (const [, closing, name = "", selfClosing] of html.matchAll(TAG)) {
    if (name === "") continue;
    if (VOID.test(name)) elements++;
    else if (closing === "/") depth = Math.max(0, depth - 1);
    else {
      elements++;
      if (selfClosing !== "/") depth++;
    }
    if (elements > LIMITS.htmlElements) throw tooMany();
    if (depth > LIMITS.htmlDepth)
      throw new ImportError(`is nested deeper than ${LIMITS.htmlDepth} elements; save only the part that readers read`);
  }
}

/** Each element has two; entities, and marks that begin no element, are as costly. */
const MOST_MARKS = LIMITS.htmlElements * 3;

function tooMany(): ImportError {
  return new ImportError(`has more than ${LIMITS.htmlElements} elements; save only the part that readers read`);
}
