import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import { visibleText } from "./visible-text.ts";

/** How a list item begins that tells a story: **A title:** and then prose, or [Project 1.2](…) does this and that. */
export interface Lead {
  /** In visible text, without the colon or full stop at its end. */
  readonly title: string;
  /** What follows it; with the lead where that is the sentence's own subject. */
  readonly text: string;
  /** True where the lead says enough to be a title wherever it stands: bold, a number, a few words. */
  readonly isTelling: boolean;
}

/** Longer bold is a bold paragraph. */
const LONGEST_TITLE = 200;
const TITLE_END = /[:：.。?？!！]$/u;
const SEPARATOR = /^\s*(?:[:：]|[—–-]+(?=\s))\s*/u;

/** Finds the lead of an item's first paragraph; null where it begins with prose. */
export function leadOf(paragraph: Paragraph): Lead | null {
  const [first, ...others] = withoutUnseen(paragraph.children);
  if (first === undefined || !isMarked(first)) return null;
  const sameKind = others.findIndex((node) => node.type !== first.type || first.type !== "strong");
  const marked = [first, ...others.slice(0, sameKind === -1 ? others.length : sameKind)];
  const rest = others.slice(marked.length - 1);
  const printed = textOf(marked);
  const title = printed.replace(/[\s:：.。]+$/u, "");
  if (!/[\p{L}\p{N}]/u.test(title) || title.length > LONGEST_TITLE) return null;
  const following = textOf(rest);
  if (!standsApart(first, printed, rest, following)) {
    return first.type === "emphasis"
      ? null
      : { title, text: textOf([...marked, ...rest]), isTelling: tells(first, title) };
  }
  return { title, text: following.replace(SEPARATOR, ""), isTelling: true };
}

/** Comments, empty bold and a sign such as 🚀 before the lead are none of it. */
function withoutUnseen(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const begin = nodes.findIndex((node) => /[\p{L}\p{N}]/u.test(textOf([node])));
  return begin === -1 ? [] : nodes.slice(begin).filter((node) => node.type !== "strong" || textOf([node]) !== "");
}

function isMarked(node: Nodes): boolean {
  return ["strong", "emphasis", "link", "linkReference"].includes(node.type);
}

/** Tells a title from the first words of a sentence, which [Eclair #1982] begins and **Eclair** may. */
function standsApart(first: Nodes, printed: string, rest: readonly Nodes[], following: string): boolean {
  if (following === "" || /^\s*[—–-]+\s/u.test(following)) return true;
  const isLink = first.type === "link" || first.type === "linkReference";
  if (isLink ? /[?？!！。]$/u.test(printed) : TITLE_END.test(printed) || /^[:：]/u.test(following)) return true;
  return isOnALineOfItsOwn(rest) && (isLink ? /^[\p{Lu}"“]/u : /^[\p{Lu}\p{Script=Han}"“]/u).test(following);
}

function isOnALineOfItsOwn([next]: readonly Nodes[]): boolean {
  return next?.type === "break" || (next?.type === "text" && /^[ \t]*\n/u.test(next.value));
}

/** [Alice] wrote this may begin any list of prose; [Eclair 0.6.1] and [How does mining work] begin stories. */
function tells(first: Nodes, title: string): boolean {
  return (
    first.type === "strong" || /\d/u.test(title) || title.split(/\s+/u).length > 2 || /\p{Script=Han}{6}/u.test(title)
  );
}

function textOf(children: readonly Nodes[]): string {
  return visibleText({ type: "paragraph", children: [...(children as readonly PhrasingContent[])] });
}
