import { setImmediate as nextTick, setTimeout as sleep } from "node:timers/promises";

/**
 * Lets answers be worked out one after the other, and acknowledgements first: each answer takes a few ms of the only
 * thread there is, and a burst of interactions must be acknowledged within three seconds before any is answered.
 */
export interface AnswerTurns {
  /** Works something out when it is its turn. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** Does what can't wait for an answer; turns wait while there is much of it. */
  readonly first: <T>(call: Promise<T>) => Promise<T>;
  /** How many wait for their turn. */
  readonly waiting: () => number;
}

/** So many acknowledgements on their way are a burst: answers wait until there are fewer. */
const BURST = 32;
/** Answers go on after so long though a burst doesn't end, in ms. */
const LONGEST_WAIT_MS = 1500;

/** Makes the turns of a bot. */
export function createAnswerTurns(): AnswerTurns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let urgent = 0;
  const isBurst = (): boolean => urgent >= BURST;
  const untilCalm = async (): Promise<void> => {
    await nextTick();
    const end = performance.now() + LONGEST_WAIT_MS;
    while (isBurst() && performance.now() < end) await sleep(2);
  };
  return {
    take: async (work) => {
      waiting++;
      const done = last.then(untilCalm).then(async () => {
        waiting--;
        return work();
      });
      last = done.catch(() => {});
      return done;
    },
    first: async (call) => {
      urgent++;
      return call.finally(() => urgent--);
    },
    waiting: () => waiting,
  };
}
