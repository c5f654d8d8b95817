import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { prepareMarkdown } from "./markdown-source.ts";

type Handle = (this: CompileContext, token: Token) => void;

const SYNTAX = [gfmTable(), gfmFootnote(), gfmStrikethrough()];
/** For text from between HTML tags: indentation is only layout there, and a tag starts no block. */
const SYNTAX_IN_HTML = [...SYNTAX, { disable: { null: ["htmlFlow", "codeIndented"] } }];

const exit: Handle = function (token) {
  this.exit(token);
};
const drop: Handle = function () {
  this.resume();
};
const buffer: Handle = function () {
  this.buffer();
};

/**
 * Builds tables, footnotes and deletions of GitHub's Markdown. The extensions of mdast do this too, but bring
 * their writers along, which doubles the time to start. Footnote marks are dropped: they are no words of the text.
 */
const TREE: Extension = {
  enter: {
    table: enter(() => ({ type: "table", children: [] })),
    tableRow: enter(() => ({ type: "tableRow", children: [] })),
    tableHeader: enter(() => ({ type: "tableCell", children: [] })),
    tableData: enter(() => ({ type: "tableCell", children: [] })),
    strikethrough: enter(() => ({ type: "delete", children: [] })),
    gfmFootnoteDefinition: enter(() => ({ type: "footnoteDefinition", identifier: "", children: [] })),
    gfmFootnoteDefinitionLabelString: buffer,
    gfmFootnoteCall: buffer,
  },
  exit: {
    table: exit,
    tableRow: exit,
    tableHeader: exit,
    tableData: exit,
    strikethrough: exit,
    gfmFootnoteDefinition: exit,
    gfmFootnoteDefinitionLabelString: drop,
    gfmFootnoteCall: drop,
  },
};

function enter(node: () => Parameters<CompileContext["enter"]>[0]): Handle {
  return function (token) {
    this.enter(node(), token);
  };
}

/** Parses Markdown (CommonMark with GitHub's tables, footnotes and deletions). Positions are not those of the source. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(prepareMarkdown(markdown), { extensions: SYNTAX, mdastExtensions: [TREE] });
}

/** Parses what stands between the tags of an HTML block. */
export function parseInsideHtml(markdown: string): Root {
  return fromMarkdown(prepareMarkdown(markdown), { extensions: SYNTAX_IN_HTML, mdastExtensions: [TREE] });
}
