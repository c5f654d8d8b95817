import Big from "big.js";
import type { Asked, Citation, Digest, Reply } from "../../src/index.ts";
import type { Mention, Period, Quantity } from "../../src/fact/mention.ts";
import { findPeriods } from "../../src/fact/period.ts";
import { findQuantities } from "../../src/fact/quantity.ts";
import { fold } from "../../src/text/fold.ts";
import { detectLanguage } from "../../src/text/script.ts";

/**
 * The promises of DESIGN.md that a reply breaks, each with what breaks it; empty where it keeps them.
 *
 * What is checked is the reply as a reader gets it; how it came about (the trace) only tells an answer about the
 * digest itself from one out of an article.
 */
export function brokenPromises(digest: Digest, question: string, asked: Asked): string[] {
  const { reply } = asked;
  return [
    ...brokenQuotes(digest, reply.citations),
    ...brokenForm(question, reply),
    ...(reply.status === "answered" ? brokenAnswer(digest, asked) : brokenRefusal(reply)),
  ];
}

/** A quote is a slice of its article, and the citation says where that article stands. */
function brokenQuotes(digest: Digest, citations: readonly Citation[]): string[] {
  return citations.flatMap((citation) => {
    const article = digest.readings.get(citation.articleId)?.article;
    if (article === undefined) return [`cites an unknown article ${citation.articleId}`];
    const isSlice =
      citation.quote !== "" && citation.quote === article.text.slice(citation.span.start, citation.span.end);
    const isPlaced =
      citation.article === article.title && citation.ordinal === article.ordinal && citation.issue === article.issueId;
    return [
      ...(isSlice ? [] : [`the quote isn't a slice: ${citation.quote}`]),
      ...(isPlaced ? [] : [`the citation names another article than ${article.id}`]),
    ];
  });
}

function brokenForm(question: string, reply: Reply): string[] {
  const broken: string[] = [];
  if (reply.question !== question) broken.push(`the question came back changed: ${reply.question}`);
  const words = question.normalize("NFC").replaceAll(/[（(][^（()）]*[)）]/gu, "");
  if (/[\p{Script=Han}a-z]/iu.test(words) && reply.language !== detectLanguage(words))
    broken.push(`the reply is ${reply.language}, the question is not`);
  if (!(reply.confidence >= 0 && reply.confidence <= 1)) broken.push(`the confidence is ${reply.confidence}`);
  if (reply.suggestions.length > 3) broken.push(`there are ${reply.suggestions.length} suggestions`);
  const said = reply.status === "answered" ? reply.answer : reply.reason;
  if (/<\/?[a-z!]|javascript:|on\w+\s*=/iu.test(said)) broken.push(`markup came back: ${said}`);
  return broken;
}

function brokenRefusal(reply: Extract<Reply, { status: "unanswered" }>): string[] {
  const own = reply.reason.replaceAll(/“[^”]*”/gu, "");
  if (own.trim() === "") return ["the refusal gives no reason"];
  return detectLanguage(own) === reply.language ? [] : [`the reason isn't ${reply.language}: ${reply.reason}`];
}

function brokenAnswer(digest: Digest, { reply, trace }: Asked): string[] {
  if (reply.status !== "answered") return [];
  if (reply.answer.trim() === "") return ["the answer is empty"];
  if (reply.derivation !== null) return brokenDerivation(reply.derivation, reply.answer, reply.citations);
  if (trace.decision === "contents")
    return isOfTheDigest(reply.answer, digest) ? [] : [`neither titles nor names of the digest: ${reply.answer}`];
  if (reply.citations.length === 0) return [`cites nothing: ${reply.answer}`];
  if (trace.decision === "verdict") return brokenVerdict(reply.answer, reply.citations);
  return isPrinted(reply.answer, reply.citations) || isConversion(reply.answer, reply.citations, digest)
    ? []
    : [`not in a quote: ${reply.answer}`];
}

/** Yes, or No with what stands in the quote instead. */
function brokenVerdict(answer: string, citations: readonly Citation[]): string[] {
  if (answer === "是的" || answer === "Yes") return [];
  if (citations.some(({ quote }) => quote === answer)) return [];
  const correction = /^(?:不是，摘要里是：|No; the digest says: )(?<words>.+)$/su.exec(answer)?.groups?.["words"];
  return correction !== undefined && stands(correction, citations)
    ? []
    : [`a correction that is in no quote: ${answer}`];
}

function stands(words: string, citations: readonly Citation[]): boolean {
  return citations.some((citation) => citation.quote.includes(words));
}

/** The answer stands in a quote as it is, or each member of a list does. */
function isPrinted(answer: string, citations: readonly Citation[]): boolean {
  if (stands(answer, citations)) return true;
  return [/、/u, /, /u].some((separator) =>
    answer.split(separator).every((member) => member !== "" && stands(member, citations)),
  );
}

/** CNY 67.97 billion (679.7亿元): what stands in brackets is printed, and what stands before says exactly the same. */
function isConversion(answer: string, citations: readonly Citation[], digest: Digest): boolean {
  const match = /^(?<converted>.+?) \((?<printed>.+)\)$/su.exec(answer);
  const { converted = "", printed = "" } = match?.groups ?? {};
  if (match === null || !isPrinted(printed, citations)) return false;
  const [from, to] = [periodsIn(printed, digest), periodsIn(converted, digest)];
  if (from.length === 1 && to.length === 1)
    return from[0]?.interval?.from === to[0]?.interval?.from && from[0]?.interval?.to === to[0]?.interval?.to;
  const values = quantitiesIn(printed, digest);
  const copies = quantitiesIn(converted, digest);
  if (values.length === 0) return !/\d/u.test(printed) && !/\d/u.test(converted);
  // A count's unit isn't translated: 8 (8个).
  if (values.length === 1 && copies.length === 0)
    return /^\d[\d,.]*$/u.test(converted) && values[0]?.qualifier === null && valueOf(converted).eq(values[0].value);
  if (values.length !== copies.length || values.some((value, i) => !sameQualifier(value, copies[i]))) return false;
  // 10 years (十周年): an anniversary is counted in years, a duration in days.
  if (values[0]?.unit === "anniversary" && copies[0]?.unit === "year") return valueOf(converted).eq(values[0].value);
  return values.every((value, i) => copies[i]?.value.eq(value.value) === true);
}

function sameQualifier(a: Quantity, b: Quantity | undefined): boolean {
  return a.qualifier === b?.qualifier;
}

function quantitiesIn(text: string, digest: Digest): Quantity[] {
  return findQuantities(fold(text), digest.lexicon.quantities);
}

function periodsIn(text: string, digest: Digest): Period[] {
  return findPeriods(fold(text), digest.reference, digest.lexicon.periods);
}

/** Titles in a numbered list under the issue's title, one title in a phrase of the bot's, or names of people with their posts. */
function isOfTheDigest(answer: string, digest: Digest): boolean {
  if (digest.issues.some(({ articles }) => [`${articles.length}篇`, `${articles.length} articles`].includes(answer)))
    return true;
  const articles = digest.issues.flatMap((issue) => issue.articles);
  const titled = /^《(?<zh>.+)》的要点，用原文的话说：$|^“(?<en>.+)”, in its own words:$/su.exec(answer)?.groups;
  if (articles.some((article) => [answer, titled?.["zh"], titled?.["en"]].includes(article.title))) return true;
  const [lead = "", ...lines] = answer.split("\n");
  if (lines.length > 0) {
    const issue = digest.issues.find((other) => lead.includes(other.title));
    return (
      issue !== undefined &&
      new RegExp(`\\D${issue.articles.length}\\D`, "u").test(lead.replace(issue.title, "")) &&
      issue.articles.map((article) => `${article.ordinal}. ${article.title}`).join("\n") === lines.join("\n")
    );
  }
  const texts = articles.map((article) => article.text);
  return answer.split(/(?<=[）)])、|(?<=\)), |(?<!（[^）]*)、|, /u).every((name) => {
    const [, bare = "", post = bare] = /^(.+?)(?:[（ ]+[（(]?(.+)[）)])?$/u.exec(name) ?? [];
    return texts.some((text) => text.includes(bare) && text.includes(post));
  });
}

/** Every operand stands in a cited quote, and the result is what comes out when it is computed again. */
function brokenDerivation(
  { expression, result }: { expression: string; result: string },
  answer: string,
  citations: readonly Citation[],
): string[] {
  const isPrintedOrYear = (operand: string): boolean =>
    stands(operand, citations) || citations.some(({ issueDate }) => issueDate?.startsWith(`${operand}-`) === true);
  const operands = expression.split(/ [−+÷><=] |\(1 [+−] |[()]/u).filter((operand) => operand.trim() !== "");
  const missing = operands.filter((operand) => !isPrintedOrYear(operand));
  if (missing.length > 0) return [`operands in no quote: ${missing.join(" ")}`];
  const compared = / (?<sign>[><=]) /u.exec(expression)?.groups?.["sign"];
  if (compared !== undefined) {
    const [first = "", second = ""] = expression.split(` ${compared} `);
    const order = signedValue(first, citations).cmp(signedValue(second, citations));
    return order === { ">": 1, "<": -1, "=": 0 }[compared] ? [] : [`${expression} doesn't hold`];
  }
  const isRight = isRoundedTo(computeAgain(expression), result, expression) && answer.includes(result);
  return isRight ? [] : [`${expression} isn't ${result}`];
}

/** A loss is below a profit. */
function signedValue(printed: string, citations: readonly Citation[]): Big {
  const isLoss = citations.some(
    ({ quote }) => quote.includes(`亏损${printed}`) || quote.includes(`loss of ${printed}`),
  );
  return valueOf(printed).times(isLoss ? -1 : 1);
}

/** Computes a derivation from the left, products first, what stands in brackets before all: no core code. */
function computeAgain(expression: string): Big {
  const bracket = /\((?<inner>[^()]+)\)/u.exec(expression);
  if (bracket !== null) {
    const inner = bracket.groups?.["inner"] ?? "";
    // In (1 + 124%) the percentage is a part of one.
    const value = /^1 [+−]/u.test(inner)
      ? inner.startsWith("1 +")
        ? valueOf(inner.slice(4)).div(100).plus(1)
        : new Big(1).minus(valueOf(inner.slice(4)).div(100))
      : computeAgain(inner);
    return computeAgain(expression.replace(bracket[0], value.toFixed()));
  }
  const terms = expression.split(/ (?=[−+] )/u);
  return terms.reduce((sum, term) => {
    const [first = "", ...divisors] = term.replace(/^[−+] /u, "").split(" ÷ ");
    const value = divisors.reduce((quotient, divisor) => quotient.div(valueOf(divisor)), valueOf(first));
    return term.startsWith("−") ? sum.minus(value) : sum.plus(value);
  }, new Big(0));
}

/** What a growth rate gives has four digits that count, a quotient two decimals, a percentage one; the rest is exact. */
function isRoundedTo(value: Big, result: string, expression: string): boolean {
  const printed = valueOf(result);
  if (expression.includes("(1 ")) {
    const [level = ""] = expression.split(" − ");
    return expression.includes(" − " + level)
      ? valueOf(level).minus(valueOf(level).minus(value).prec(4)).eq(printed)
      : value.prec(4).eq(printed);
  }
  if (!expression.includes("÷")) return value.eq(printed);
  return (result.endsWith("%") ? value.times(100).round(1) : value.round(2)).eq(printed);
}

const SCALES: Readonly<Record<string, string>> = {
  十: "10",
  百: "100",
  千: "1000",
  万: "10000",
  thousand: "1000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
  万亿: "1000000000000",
  million: "1000000",
  billion: "1000000000",
  trillion: "1000000000000",
};
const HAN_DIGITS = "〇一二三四五六七八九十";

/** Reads a figure by hand, not with the core's own reader: digits or one Chinese numeral, and a scale. */
function valueOf(printed: string): Big {
  const figure =
    /(?<digits>\d[\d,]*(?:\.\d+)?)\s*(?<scale>万亿|亿|千万|百万|万|千|百|thousand|million|billion|trillion)?/u.exec(
      printed,
    )?.groups;
  if (figure !== undefined)
    return new Big((figure["digits"] ?? "").replaceAll(",", "")).times(SCALES[figure["scale"] ?? ""] ?? "1");
  const han = Array.from(printed)
    .map((character) => HAN_DIGITS.indexOf(character))
    .find((value) => value > 0);
  if (han === undefined) throw new Error(`No figure in “${printed}”`);
  return new Big(han);
}

/** The spans of a mention, its own first. */
export function spansOf(mention: Mention): { readonly start: number; readonly end: number }[] {
  if (mention.kind === "quantity") return [mention, mention.bare];
  return mention.kind === "list" ? [mention, ...mention.members] : [mention];
}
