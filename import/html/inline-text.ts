import type { HtmlElement, HtmlNode } from "./parse-html.ts";

const UNSEEN =
  /^(?:AUDIO|BUTTON|CANVAS|DATALIST|EMBED|HEAD|IFRAME|INPUT|LINK|MAP|META|NAV|NOSCRIPT|OBJECT|SCRIPT|SELECT|STYLE|SVG|TEMPLATE|TEXTAREA|TITLE|VIDEO)$/iu;
/** How newsletters hide the line that mail programs preview. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?!\.?[1-9])|font-size\s*:\s*0(?!\.?[1-9])|opacity\s*:\s*0(?!\.)|mso-hide\s*:\s*all/iu;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const TEXT = 3;
const ELEMENT = 1;

/** Tells whether no reader sees a node: scripts, hidden lines, comments, controls. */
export function isHidden(node: HtmlNode): boolean {
  if (node.nodeType === TEXT) return false;
  if (node.nodeType !== ELEMENT || UNSEEN.test(node.nodeName)) return true;
  const element = node as HtmlElement;
  return element.getAttribute("hidden") !== null || HIDING.test(element.getAttribute("style") ?? "");
}

/** The words of neighbouring nodes as a reader sees them; a `<br>` is a line end, all other white space is one space. */
export function inlineText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map(nodeText)
    .join("")
    .replace(/[ \t\f\r]+/gu, " ");
}

function nodeText(node: HtmlNode): string {
  if (node.nodeType === TEXT) return (node.textContent ?? "").replace(/\s+/gu, " ");
  if (node.nodeName === "BR") return "\n";
  if (isHidden(node)) return "";
  if (node.nodeName === "SUP") return superscript(node);
  return inlineText([...node.childNodes]);
}

/** 10<sup>2</sup> is 10², not 102; a raised link leads to a note and is no text. */
function superscript(node: HtmlNode): string {
  if ((node as HtmlElement).querySelector("a") !== null) return "";
  const text = inlineText([...node.childNodes]).trim();
  return /^\d+$/u.test(text) ? text.replace(/\d/gu, (digit) => SUPERSCRIPTS.charAt(Number(digit))) : text;
}
