import { countOf } from "../text/word-search.ts";

/** A short form that the text itself defines: 2025全球跨境电商交易博览会(以下简称“全球跨交会”). Words are folded. */
export interface ShortForm {
  readonly long: string;
  readonly short: string;
}

/** Finds short forms in a folded text: (以下简称"X"), (简称X), English "Long Name (LN)", 速链(shoplynk), "波可"(pokko). */
export function findShortForms(folded: string): ShortForm[] {
  const found: ShortForm[] = [];
  for (const match of folded.matchAll(
    /[(（](?:以下)?(?:简称|统称)(?:为)?["「《]?(?<short>[^"」》()（）]{1,20})["」》]?[)）]/gu,
  )) {
    const long = longForm(folded, match.index);
    if (long !== null && match.groups?.["short"] !== undefined) found.push({ long, short: match.groups["short"] });
  }
  for (const match of folded.matchAll(/(?<long>[a-z][a-z-]*(?: [a-z-]+){1,6}) \((?<short>[a-z]{2,8})\)/gu)) {
    const { long = "", short = "" } = match.groups ?? {};
    const initials = long.split(/[ -]/u);
    const tail = initials
      .slice(-short.length)
      .map((word) => word.charAt(0))
      .join("");
    if (tail === short) found.push({ long: initials.slice(-short.length).join(" "), short });
  }
  for (const match of folded.matchAll(/(?<zh>\p{Script=Han}{2,6})[(（](?<latin>[a-z][a-z\d .&'-]{1,30})[)）]/gu)) {
    const { zh = "", latin = "" } = match.groups ?? {};
    const name = repeatedEnd(zh, folded);
    if (name !== null && !KIND.test(name)) found.push({ long: name, short: latin });
  }
  for (const match of folded.matchAll(
    /["「](?<zh>\p{Script=Han}{2,8})["」][(（](?<latin>[a-z][a-z\d .&'-]{1,30})[)）]/gu,
  )) {
    const { zh = "", latin = "" } = match.groups ?? {};
    found.push({ long: zh, short: latin });
  }
  return found;
}

/** What only says what kind of thing a name is of: 公司 of 汇桥支付科技有限公司(paybridge). */
const KIND = /(?:公司|集团|企业|平台|品牌|机构|协会|商城|大学|学院|研究院)$/u;

/** The end of a run of characters that a text says again: 速链 of 境平台速链, since 台速链 stands nowhere else. Null where none is. */
function repeatedEnd(run: string, folded: string): string | null {
  const timesSaid = (length: number): number => countOf(run.slice(-length), folded);
  let length = 2;
  if (timesSaid(length) < 2) return null;
  while (length < run.length && 2 * timesSaid(length + 1) > timesSaid(length)) length++;
  return run.slice(-length);
}

/** The name that ends at `end`: the words in 《》 or quotation marks, or back to the clause's start. */
function longForm(folded: string, end: number): string | null {
  const before = folded.slice(Math.max(0, end - 60), end);
  const quoted = /[《"「](?<name>[^《》"「」]{2,50})[》"」]$/u.exec(before);
  if (quoted?.groups?.["name"] !== undefined) return quoted.groups["name"];
  const bare = /(?<name>[\p{L}\d ·]{2,50})$/u.exec(before)?.groups?.["name"];
  return bare === undefined ? null : bare.replace(/^.*(?:近日|举行|举办的?|的)(?=.{4})/u, "").trim();
}
