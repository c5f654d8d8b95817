import type { Log } from "./log.ts";

/** What is in work at a stop has so long to be finished, in ms. */
const GRACE_MS = 9000;

/** Stops on SIGTERM or SIGINT, and exits 0 soon after, whatever still hangs; a second signal exits at once. */
export function stopOnSignal(log: Log): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(1);
    log.info({}, "stopping; what is in work is finished first");
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    controller.abort();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return controller.signal;
}
