import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { CompileContext, Extension, Options, Token } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { prepareMarkdown } from "./markdown-source.ts";

type Syntax = Exclude<NonNullable<Options["extensions"]>[number], readonly unknown[]>;
type Handle = (this: CompileContext, token: Token) => void;

const SYNTAX: readonly Syntax[] = [gfmTable(), gfmFootnote(), gfmStrikethrough()];
/** For text from between HTML tags: indentation is only layout there, and a tag starts no block. */
const SYNTAX_IN_HTML: readonly Syntax[] = [...SYNTAX, { disable: { null: ["htmlFlow", "codeIndented"] } }];

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
export function parseMarkdown(source: string): Root {
  return parse(source, SYNTAX);
}

/** Parses what stands between the tags of an HTML block. */
export function parseInsideHtml(source: string): Root {
  return parse(source, SYNTAX_IN_HTML);
}

function parse(source: string, syntax: readonly Syntax[]): Root {
  const { markdown, labels } = prepareMarkdown(source);
  return fromMarkdown(markdown, { extensions: [...syntax, defining(labels)], mdastExtensions: [TREE] });
}

/** Lets the parser know labels that no definition in the text gives it, before it reads the first line. */
function defining(labels: ReadonlySet<string>): Syntax {
  return {
    document: {
      null: {
        tokenize(_effects, _ok, nok) {
          if (this.parser.defined.length === 0) this.parser.defined.push(...labels);
          return nok;
        },
      },
    },
  };
}
