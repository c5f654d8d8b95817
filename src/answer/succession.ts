import type { Reading, Sentence } from "../fact/reading.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";

/** How somebody fits who comes or goes as is asked; and who leaves a post, where who comes to it is asked for, and the other way round. */
export const AS_ASKED = 1.1;
const OTHER_WAY = 0.35;

/**
 * How well somebody fits in a change of posts: 接手的是谁 "who takes over" wants 纪若愚 and not 方砚秋 in 方砚秋将卸任,由纪若愚接班 "Fang
 * steps down, Ji succeeds".
 */
export function successionFit(
  { folded: asked }: Query,
  { folded }: Reading,
  sentence: Sentence,
  name: Span,
  { succession: { comes, goes } }: Pick<CueLexicon, "succession">,
): number {
  const [asksComing, asksGoing] = [comes.test(asked), goes.test(asked)];
  if (asksComing === asksGoing) return 1;
  const said = /^[^,，。;；]*/u.exec(folded.slice(name.end, Math.min(sentence.end, name.end + AFTER)))?.[0] ?? "";
  const [isComing, isGoing] = [comes.test(said), goes.test(said)];
  if (isComing === isGoing) return 1;
  return isComing === asksComing ? AS_ASKED : OTHER_WAY;
}

/** So far after a name it is said what becomes of somebody, in UTF-16 units. */
const AFTER = 40;
