import { slice } from "../text/span.ts";
import type { Turn } from "../question/follow-up.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Transliteration } from "../text/pinyin.ts";
import type { RankedCandidate } from "./candidate.ts";
import { cite } from "./cite.ts";
import type { Computation } from "./computation.ts";
import type { ContentsAnswer } from "./contents.ts";
import { extract } from "./extract.ts";
import { otherFigures } from "./other-figures.ts";
import type { Answer, Citation, OtherFigure, Reply } from "./reply.ts";
import type { Selection } from "./selection.ts";
import { supporting } from "./supporting.ts";
import type { Quoted } from "./supporting.ts";
import type { Verdict } from "./verify.ts";
import { wordAnswer } from "./word.ts";

/** A reply, the turn that a follow-up would go on from, and how the reply came about. */
export interface Composed {
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

/** Contents are looked up, not found: little but the reading of the question can be wrong. */
const CONTENTS_CONFIDENCE = 0.95;

interface Found {
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly others?: readonly OtherFigure[];
  readonly confidence: number;
  readonly computed?: Computation;
}

function compose(
  digest: Digest,
  query: Query,
  found: Found,
  best: RankedCandidate | null,
  decision: Trace["decision"],
  candidates: readonly RankedCandidate[] = [],
): Composed {
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
    confidence: toThousandth(found.confidence),
  };
  const turn = { query, entity: entityOf(best, digest), articleId: found.citations[0]?.articleId ?? null };
  return { reply, turn, trace: { query, candidates, confidence: found.confidence, decision } };
}

/** What the digest says of itself. */
export function composeContents(digest: Digest, query: Query, contents: ContentsAnswer): Composed {
  return compose(digest, query, { ...contents, confidence: CONTENTS_CONFIDENCE }, null, "contents");
}

/** The span of the best candidate, with all that says the same and what says otherwise. */
export function composeExtracted(
  digest: Digest,
  query: Query,
  selection: Selection,
  best: RankedCandidate,
  sounds: Transliteration | null,
): Composed {
  const citeOf = ({ reading, sentence, span }: Quoted): Citation => cite(digest, reading, sentence, span);
  const { same, different } = otherFigures(best, selection.ranked);
  return compose(
    digest,
    query,
    {
      answer: wordAnswer(query, extract(query, best, digest.lexicon), digest, sounds),
      citations: distinct([...supporting(selection, best, digest.lexicon), ...same].map(citeOf)),
      others: different.map((other) => ({ answer: wordAnswer(query, other, digest, sounds), citation: citeOf(other) })),
      confidence: selection.confidence,
    },
    best,
    "extracted",
    selection.ranked,
  );
}

/** What was worked out, with the figures it was worked out from. */
export function composeComputed(digest: Digest, query: Query, computed: Computation): Composed {
  const citations = distinct(
    computed.operands.map((operand) => cite(digest, operand.reading, operand.sentence, operand.span)),
  );
  return compose(
    digest,
    query,
    { answer: computed.answer, citations, confidence: computed.confidence, computed },
    computed.operands[0] ?? null,
    "computed",
    computed.operands,
  );
}

/** Yes or no to a claim, with the sentence that decides it. */
export function composeVerdict(digest: Digest, query: Query, verdict: Verdict): Composed {
  const { reading, sentence } = verdict.evidence;
  const words = verdictWords(verdict, query);
  return compose(
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

/** Rounds a probability as replies show it. */
export function toThousandth(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
