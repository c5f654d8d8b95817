import type { RankedCandidate } from "./answer/candidate.ts";
import { cite } from "./answer/cite.ts";
import { compute } from "./answer/arithmetic.ts";
import type { Computation } from "./answer/computation.ts";
import { ANSWER_THRESHOLD, missingOf } from "./answer/confidence.ts";
import { answerAboutContents } from "./answer/contents.ts";
import { extract } from "./answer/extract.ts";
import { reasonWords } from "./answer/refusal-words.ts";
import { otherFigures } from "./answer/other-figures.ts";
import type { Answer, Citation, Missing, OtherFigure, Refusal, Reply } from "./answer/reply.ts";
import type { Selection } from "./answer/selection.ts";
import { select } from "./answer/selection.ts";
import { periodsCompared } from "./answer/sides.ts";
import { suggest } from "./answer/suggest.ts";
import { verify } from "./answer/verify.ts";
import type { Verdict } from "./answer/verify.ts";
import { wordAnswer } from "./answer/word.ts";
import type { Turn } from "./question/follow-up.ts";
import { resume } from "./question/follow-up.ts";
import type { Query } from "./question/query.ts";
import { crossLanguages } from "./search/crossing.ts";
import { periodAt } from "./fact/context.ts";
import { daysAfter } from "./fact/period-calendar.ts";
import { forOneQuestion } from "./search/one-question.ts";
import type { Repaired } from "./search/repair.ts";
import { repair } from "./search/repair.ts";
import { understand } from "./question/understand.ts";
import type { Vocabulary } from "./question/vocabulary.ts";
import type { Digest } from "./search/digest.ts";
import type { Transliteration } from "./text/pinyin.ts";
import { detectLanguage } from "./text/script.ts";
import { slice } from "./text/span.ts";

/** A reply, the turn that a follow-up would go on from, and how the reply came about. */
export interface Asked {
  readonly reply: Reply;
  readonly turn: Turn | null;
  readonly trace: Trace;
}

/** How an answer came about: the query as understood and the candidates with what spoke for and against each. */
export interface Trace {
  readonly query: Query | null;
  readonly candidates: readonly RankedCandidate[];
  readonly confidence: number;
  readonly decision: "contents" | "verdict" | "computed" | "extracted" | "refused";
}

/** Longer questions are refused unread, in UTF-16 units. */
const LONGEST_QUESTION = 1000;

/**
 * Answers a question from a digest, with the sentence it rests on, or refuses and says what is missing.
 *
 * @param last - The conversation's turn before, for follow-ups; null begins a conversation.
 */
export async function ask(opened: Digest, question: string, last: Turn | null = null): Promise<Asked> {
  const digest = forOneQuestion(opened);
  const unasked = checkQuestion(question);
  if (unasked !== null) return refuse(digest, question, null, unasked, null);
  const { answered, query, selection } = await findAnswer(digest, question, last);
  return answered ?? refuse(digest, question, query, null, selection);
}

/** What asking came to: an answer, or what was understood and found on the way to none. */
interface Attempt {
  readonly answered: Asked | null;
  readonly query: Query;
  readonly selection: Selection | null;
}

async function findAnswer(digest: Digest, question: string, last: Turn | null): Promise<Attempt> {
  const sounds = needsSounds(question, digest) ? await digest.transliteration() : null;
  const vocabulary = await crossLanguages(question, digest);
  const understood = await understandMended(question, digest, vocabulary);
  const { query: resumed, articleId } = resume(understood, last, digest.lexicon);

  const contents = await answerAboutContents(resumed, digest);
  const query = withoutByline(resumed);
  if (contents !== null)
    return {
      answered: answer(digest, resumed, { ...contents, confidence: 0.95 }, null, "contents"),
      query: resumed,
      selection: null,
    };
  if (query.type === "author") return { answered: null, query, selection: null };

  if (query.isYesNo) {
    const verdict = await verify(query, digest);
    if (verdict !== null && verdict.confidence >= ANSWER_THRESHOLD)
      return { answered: answerVerdict(digest, query, verdict), query, selection: null };
    return { answered: null, query, selection: await select({ ...query, type: "statement" }, digest) };
  }

  const first = await select(query, digest, articleId);
  const computed = await compute(query, first, digest);
  if (computed !== null && computed.confidence >= ANSWER_THRESHOLD)
    return { answered: answerComputed(digest, query, computed), query, selection: first };
  // Without two figures, 多了多少 "how much more" may ask for one movement; a ratio, a sum, a winner or two periods ask for two.
  if (query.type === "ratio" || query.type === "sum" || query.type === "compare")
    return { answered: null, query, selection: { ...first, confidence: 0 } };
  const selection =
    query.type === "difference"
      ? movementOnly(query, await select({ ...query, type: "change", dimensions: [] }, digest, articleId))
      : first;
  if (selection.best === undefined || selection.confidence < ANSWER_THRESHOLD)
    return { answered: null, query, selection };
  return { answered: answerExtracted(digest, query, selection, selection.best, sounds), query, selection };
}

/** Understands a question; one with a slip of sound is understood as it was meant, for the slip may hide what is asked for. */
async function understandMended(question: string, digest: Digest, vocabulary: Vocabulary): Promise<Query> {
  const read = async (text: string): Promise<Repaired> =>
    repair(understand(text, digest.reference, digest.lexicon, vocabulary), digest);
  const { query, slip } = await read(question);
  if (slip === null || !question.includes(slip.written)) return query;
  const { query: meant } = await read(question.replace(slip.written, slip.meant));
  return { ...meant, question };
}

/** 6月比5月高多少: of two periods only the later one's movement answers, and not one on the year before. */
function movementOnly(query: Query, selection: Selection): Selection {
  const periods = periodsCompared(query).map(({ interval }) => interval?.from ?? "");
  const { best } = selection;
  if (periods.length < 2 || best?.mention?.kind !== "quantity") return selection;
  const own = periodAt(best.reading, best.sentence, best.span.start)?.interval?.from ?? "";
  const [earlier] = periodsCompared(query).sort((a, b) =>
    (a.interval?.from ?? "").localeCompare(b.interval?.from ?? ""),
  );
  const isLater = periods.every((from) => from <= own);
  const isNext = earlier?.interval != null && daysAfter(earlier.interval.to, 1) === own;
  return isLater && isNext && best.mention.change?.base !== "year" ? selection : { ...selection, confidence: 0 };
}

/** "Who wrote The Lord of the Rings?" asks for somebody in the text, unless it speaks of an article of the digest. */
function withoutByline(query: Query): Query {
  return query.type === "author" && !ARTICLE_WORDS.test(query.folded) ? { ...query, type: "person" } : query;
}

const ARTICLE_WORDS =
  /\b(?:article|story|piece|report|news|reporter|journalist|byline)|文|篇|报道|稿|新闻|记者|通讯员|署名/u;

function checkQuestion(question: string): Missing | null {
  if (question.length > LONGEST_QUESTION) return { kind: "tooLong" };
  return /\p{L}/u.test(question) ? null : { kind: "empty" };
}

/** Only Latin letters asked of a Chinese digest need the pinyin table: for names in, and for names out. */
function needsSounds(question: string, digest: Digest): boolean {
  return digest.vocabulary.languages.has("zh") && /[A-Za-z]{2}/u.test(question) && detectLanguage(question) === "en";
}

interface Found {
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly others?: readonly OtherFigure[];
  readonly confidence: number;
  readonly computed?: Computation;
}

function answer(
  digest: Digest,
  query: Query,
  found: Found,
  best: RankedCandidate | null,
  decision: Trace["decision"],
  candidates: readonly RankedCandidate[] = [],
): Asked {
  const reply: Answer = {
    status: "answered",
    question: query.question,
    language: query.language,
    answer: found.answer,
    citations: found.citations,
    derivation:
      found.computed === undefined ? null : { expression: found.computed.expression, result: found.computed.result },
    others: found.others ?? [],
    suggestions: [],
    confidence: round(found.confidence),
  };
  const turn = { query, entity: entityOf(best, digest), articleId: found.citations[0]?.articleId ?? null };
  return { reply, turn, trace: { query, candidates, confidence: found.confidence, decision } };
}

function answerExtracted(
  digest: Digest,
  query: Query,
  selection: Selection,
  best: RankedCandidate,
  sounds: Transliteration | null,
): Asked {
  const citeOf = (candidate: RankedCandidate): Citation =>
    cite(digest, candidate.reading, candidate.sentence, candidate.span);
  const { same, different } = otherFigures(best, selection.ranked);
  return answer(
    digest,
    query,
    {
      answer: wordAnswer(query, extract(query, best, digest.lexicon), digest, sounds),
      citations: distinct([...supporting(selection, best), ...same].map(citeOf)),
      others: different.map((other) => ({ answer: wordAnswer(query, other, digest, sounds), citation: citeOf(other) })),
      confidence: selection.confidence,
    },
    best,
    "extracted",
    selection.ranked,
  );
}

/** The best candidate, and for what no single span answers the next sentences of the same article. */
function supporting(selection: Selection, best: RankedCandidate): RankedCandidate[] {
  if (best.mention !== null) return [best];
  const reach = selection.query.type === "opinion" ? 2.5 : 1;
  const next = selection.ranked.filter(
    (candidate) =>
      candidate.reading === best.reading &&
      candidate.sentence !== best.sentence &&
      candidate.fit >= 0.5 &&
      candidate.score > best.score - reach,
  );
  return [best, ...next.slice(0, 2)];
}

function answerComputed(digest: Digest, query: Query, computed: Computation): Asked {
  const citations = distinct(
    computed.operands.map((operand) => cite(digest, operand.reading, operand.sentence, operand.span)),
  );
  return answer(
    digest,
    query,
    { answer: computed.answer, citations, confidence: computed.confidence, computed },
    computed.operands[0] ?? null,
    "computed",
    computed.operands,
  );
}

function answerVerdict(digest: Digest, query: Query, verdict: Verdict): Asked {
  const { reading, sentence } = verdict.evidence;
  const words = verdictWords(verdict, query);
  return answer(
    digest,
    query,
    { answer: words, citations: [cite(digest, reading, sentence, sentence)], confidence: verdict.confidence },
    null,
    "verdict",
    [verdict.evidence],
  );
}

/** Yes, no with what the digest says instead, or its own words where a claim is negated. */
function verdictWords({ isTrue, correction, evidence }: Verdict, { language }: Query): string {
  const zh = language === "zh";
  if (isTrue === null) return slice(evidence.reading.article.text, evidence.sentence);
  if (isTrue) return zh ? "是的" : "Yes";
  return zh ? `不是，摘要里是：${correction ?? ""}` : `No; the digest says: ${correction ?? ""}`;
}

/** Refuses with what is missing and the nearest thing that the digest does say. */
async function refuse(
  digest: Digest,
  question: string,
  query: Query | null,
  given: Missing | null,
  selection: Selection | null,
): Promise<Asked> {
  const language = query?.language ?? detectLanguage(question);
  const best = selection?.best;
  const missing = given ?? whatIsMissing(query, selection);
  const isNear = best !== undefined && best.coverage >= 0.35;
  const reply: Refusal = {
    status: "unanswered",
    question,
    language,
    missing,
    reason: reasonWords(missing, language),
    citations: isNear ? [cite(digest, best.reading, best.sentence, best.sentence)] : [],
    suggestions: await suggest(digest, language, isNear ? nearby(selection) : [], async (draft) =>
      isAnswered(await findAnswer(digest, draft, null)),
    ),
    confidence: round(selection?.confidence ?? 0),
  };
  const turn = query === null ? null : { query, entity: null, articleId: isNear ? best.reading.article.id : null };
  return {
    reply,
    turn,
    trace: { query, candidates: selection?.ranked ?? [], confidence: selection?.confidence ?? 0, decision: "refused" },
  };
}

/** Null where the index couldn't look everywhere: there may be an answer. */
function isAnswered({ answered, selection }: Attempt): boolean | null {
  return answered === null && selection?.complete === false ? null : answered !== null;
}

function whatIsMissing(query: Query | null, selection: Selection | null): Missing {
  if (query === null) return { kind: "nothing" };
  if (selection?.complete === false) return { kind: "unchecked" };
  return query.type === "author" ? { kind: "type", words: "" } : missingOf(query, selection?.best);
}

/** The best sentences that a question found, without repeats. */
function nearby(selection: Selection | null): RankedCandidate[] {
  const ranked = selection?.ranked.slice(0, 30) ?? [];
  return ranked
    .filter((candidate, i) => ranked.findIndex((other) => other.sentence === candidate.sentence) === i)
    .slice(0, 4);
}

function entityOf(best: RankedCandidate | null, digest: Digest): Turn["entity"] {
  const mention = best?.mention;
  if (
    best === null ||
    mention === null ||
    mention === undefined ||
    mention.kind === "quantity" ||
    mention.kind === "period" ||
    mention.kind === "list"
  )
    return null;
  const name = digest.readings.get(best.reading.article.id)?.folded.slice(mention.start, mention.end) ?? "";
  return {
    surface: name,
    alternatives: [{ text: name, isHan: /\p{Script=Han}/u.test(name), factor: 1 }],
    weight: 1.2,
    role: "name",
    at: 0,
  };
}

function distinct(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (citation, i) =>
      citations.findIndex(
        (other) => other.articleId === citation.articleId && other.span.start === citation.span.start,
      ) === i,
  );
}

function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
