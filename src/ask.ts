import { compute } from "./answer/arithmetic.ts";
import { issueMeant } from "./answer/issue-meant.ts";
import type { Composed } from "./answer/compose.ts";
import { composeComputed, composeContents, composeExtracted, composeVerdict } from "./answer/compose.ts";
import { ANSWER_THRESHOLD } from "./answer/confidence.ts";
import { answerAboutContents } from "./answer/contents.ts";
import { refuse } from "./answer/refuse.ts";
import { netOnly } from "./answer/net-change.ts";
import { isOnlyComputed } from "./answer/only-computed.ts";
import { movementOnly } from "./answer/movement.ts";
import type { Missing } from "./answer/reply.ts";
import type { Selection } from "./answer/selection.ts";
import { select } from "./answer/selection.ts";
import { isTooFew, isWithheld } from "./answer/names-lacking.ts";
import { sayWhatStands } from "./answer/unsettled.ts";
import { verify } from "./answer/verify.ts";
import type { IssueDate } from "./digest/issue.ts";
import { isSameInterval } from "./fact/period-calendar.ts";
import type { Resumed, Turn } from "./question/follow-up.ts";
import { isFollowUp, resume } from "./question/follow-up.ts";
import type { Query } from "./question/query.ts";
import { understand } from "./question/understand.ts";
import type { Digest } from "./search/digest.ts";
import { forOneQuestion } from "./search/one-question.ts";
import { vocabularyFor } from "./search/question-vocabulary.ts";
import type { Repaired } from "./search/repair.ts";
import { repair } from "./search/repair.ts";
import { detectLanguage } from "./text/script.ts";

/** What came of a question. */
export interface Asked extends Composed {
  /** Whether the turn before had no part in it: the same question gets the same reply in any conversation. */
  readonly standsAlone: boolean;
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
  const isAnswered = async (draft: string): Promise<boolean | null> =>
    holdsAnswer(await findAnswer(resume(await read(draft, digest.reference, digest), null, digest.lexicon), digest));
  const unasked = checkQuestion(question);
  if (unasked !== null) {
    const refused = await refuse(digest, { question, query: null, unasked, selection: null }, isAnswered);
    return { ...refused, standsAlone: true };
  }
  const understood = await read(question, digest.reference, digest);
  const { composed, query, selection } = await findAnswer(resume(understood, last, digest.lexicon), digest);
  const reply =
    composed ??
    (await answerAsOf(query, question, last, digest)) ??
    (await refuse(digest, { question, query, unasked: null, selection }, isAnswered));
  return { ...reply, standsAlone: !isFollowUp(understood) };
}

/**
 * Answers a question whose 今年 "this year" or 三季度 "the third quarter" has nothing to say by the newest issue's date, by the
 * date of the issue that tells of it: whoever asks may have read that one. Null where that answers nothing either.
 */
async function answerAsOf(query: Query, question: string, last: Turn | null, digest: Digest): Promise<Composed | null> {
  const date = await issueMeant(query, digest);
  if (date === null) return null;
  const understood = await read(question, date, digest);
  if (
    !query.periods.some(
      (period) => !understood.periods.some(({ interval }) => isSameInterval(period.interval, interval)),
    )
  )
    return null;
  return (await findAnswer(resume(understood, last, digest.lexicon), digest)).composed;
}

/** What asking came to: an answer, or what was understood and found on the way to none. */
interface Attempt {
  readonly composed: Composed | null;
  readonly query: Query;
  readonly selection: Selection | null;
}

async function findAnswer({ query: resumed, articleId }: Resumed, digest: Digest): Promise<Attempt> {
  const contents = await answerAboutContents(resumed, digest);
  const query = withoutByline(resumed);
  if (contents !== null)
    return { composed: composeContents(digest, resumed, contents), query: resumed, selection: null };
  if (query.type === "author") return { composed: null, query, selection: null };

  if (query.isYesNo) {
    const verdict = await verify(query, digest);
    if (verdict !== null && verdict.confidence >= ANSWER_THRESHOLD)
      return { composed: composeVerdict(digest, query, verdict), query, selection: null };
    const selection = await select({ ...query, type: "statement" }, digest);
    const stands = sayWhatStands(query, selection);
    return { composed: stands === null ? null : composeVerdict(digest, query, stands), query, selection };
  }

  const first = netOnly(query, await select(query, digest, articleId), digest);
  const computed = await compute(query, first, digest);
  if (computed !== null && computed.confidence >= ANSWER_THRESHOLD)
    return { composed: composeComputed(digest, query, computed), query, selection: first };
  // Without two figures, 多了多少 "how much more" may ask for one movement.
  if (isOnlyComputed(query, first)) return { composed: null, query, selection: { ...first, confidence: 0 } };
  const selection =
    query.type === "difference"
      ? movementOnly(query, await select({ ...query, type: "change", dimensions: [] }, digest, articleId))
      : first;
  if (
    selection.best === undefined ||
    selection.confidence < ANSWER_THRESHOLD ||
    isTooFew(query, selection.best) ||
    isWithheld(query, selection.best)
  )
    return { composed: null, query, selection };
  const sounds = needsSounds(query.question, digest) ? await digest.transliteration() : null;
  return { composed: composeExtracted(digest, query, selection, selection.best, sounds), query, selection };
}

/** Null where the index couldn't look everywhere: there may be an answer. */
function holdsAnswer({ composed, selection }: Attempt): boolean | null {
  return composed === null && selection?.complete === false ? null : composed !== null;
}

/** Understands a question; one with a slip of sound is understood as it was meant, for the slip may hide what is asked for. */
async function read(question: string, reference: IssueDate | null, digest: Digest): Promise<Query> {
  const vocabulary = await vocabularyFor(question, digest);
  const mend = async (text: string): Promise<Repaired> =>
    repair(understand(text, reference, digest.lexicon, vocabulary), digest);
  const { query, slip } = await mend(question);
  if (slip === null || !question.includes(slip.written)) return query;
  const { query: meant } = await mend(question.replace(slip.written, slip.meant));
  return { ...meant, question };
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
