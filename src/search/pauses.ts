import { setImmediate } from "node:timers/promises";

/**
 * Counts steps of long work and, now and then, gives a promise to await, which lets everything else that waits have its
 * turn; null otherwise, for to await costs as much as a short step.
 */
export type Pause = (steps?: number) => Promise<void> | null;

/**
 * Makes long work give way after so many steps, so that a process that answers goes on answering meanwhile. It counts
 * steps and has no clock: the same work pauses at the same places.
 *
 * Each pause lasts as long as all that waits, which in a busy process is some answers: pauses by the hundred take
 * seconds. So the steps between two are to take some milliseconds, about as long as an answer.
 */
export function pauseEvery(most: number): Pause {
  let done = 0;
  return (steps = 1) => {
    done += steps;
    if (done < most) return null;
    done = 0;
    return setImmediate();
  };
}
