import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { findNames } from "../../src/fact/name.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";

const { names } = openLexicon();

function organisations(text: string): string[] {
  return findNames(text, fold(text), names)
    .filter(({ kind }) => kind === "organisation")
    .map((name) => slice(text, name));
}

describe("findActingOrganisations", () => {
  it.each([
    ["本轮融资由岚栖汇领投", ["岚栖汇"]],
    ["当地配送由菲栖达提供", ["菲栖达"]],
    ["仓库由本地服务商岚栖汇运营", ["岚栖汇"]],
    ["渡栖集运欧洲区总经理施岚介绍", ["渡栖集运"]],
    ["运费由卖家承担,检测由专业人员负责", []],
    ["会议由张岚主持,设计由李栖月负责", []],
  ])("reads %s", (text, found) => {
    expect(organisations(text)).toEqual(found);
  });
});
