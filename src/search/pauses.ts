import { setImmediate } from "node:timers/promises";

/** Lets everything else that waits have its turn, now and then; to be called after each step of long work. */
export type Pause = (steps?: number) => Promise<void>;

/**
 * Makes long work give way after so many steps, so that a process that answers goes on answering meanwhile. It counts
 * steps and has no clock: the same work pauses at the same places.
 */
export function pauseEvery(most: number): Pause {
  let done = 0;
  return async (steps = 1) => {
    done += steps;
    if (done < most) return;
    done = 0;
    await setImmediate();
  };
}
