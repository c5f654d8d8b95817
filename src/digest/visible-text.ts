import type { Nodes } from "mdast";
import { joinLines } from "./join-lines.ts";
import { INVISIBLE, asWritten, withoutTags } from "./markdown-source.ts";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Reads the words of a Markdown element as a reader sees them: link texts, emphasised words, the alternative
 * texts of images; on one line, in NFC.
 */
export function visibleText(element: Nodes): string {
  const text = joinLines(inlineText(childrenOf(element)));
  return text
    .replace(INVISIBLE, "")
    .replace(/[ \t]{2,}/gu, " ")
    .trim()
    .normalize("NFC");
}

function inlineText(nodes: readonly Nodes[]): string {
  let text = "";
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node === undefined) break;
    if (node.type === "html" && /^<(?:script|style|template)\b/iu.test(node.value)) i = afterHidden(nodes, i);
    else if (node.type === "html" && isSuperscript(nodes, i)) text += superscript(nodes[++i]);
    else text += nodeText(node);
  }
  return text;
}

function nodeText(node: Nodes): string {
  switch (node.type) {
    case "text":
      return withoutTags(node.value);
    case "inlineCode":
      return asWritten(node.value);
    case "break":
      return "\n";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "html":
      return tagText(node.value);
    default:
      return inlineText(childrenOf(node));
  }
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

/** What an HTML tag shows by itself: a line break, or the alternative text of an image. */
function tagText(tag: string): string {
  if (/^<br\b/iu.test(tag)) return "\n";
  return /^<img\b[^>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag)?.slice(1).join("") ?? "";
}

/** Finds the tag that ends what no reader sees, from the tag that starts it. */
function afterHidden(nodes: readonly Nodes[], start: number): number {
  const end = nodes.findIndex(
    (node, i) => i > start && node.type === "html" && /^<\/(?:script|style|template)/iu.test(node.value),
  );
  return end === -1 ? nodes.length : end;
}

/** `10<sup>2</sup>` is 10², not 102. */
function isSuperscript(nodes: readonly Nodes[], at: number): boolean {
  const [open, raised] = nodes.slice(at, at + 2);
  return (
    open?.type === "html" && /^<sup\b/iu.test(open.value) && raised?.type === "text" && /^\d+$/u.test(raised.value)
  );
}

function superscript(raised: Nodes | undefined): string {
  if (raised?.type !== "text") return "";
  return raised.value.replace(/\d/gu, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}
