/** Whether a message may be answered; `notice` says so once to somebody who writes too much. */
export type Admission = "admitted" | "notice" | "silent";

/** How many messages may come from one place at once, and how fast that fills up again. */
export interface RateLimit {
  readonly burst: number;
  readonly perMinute: number;
}

/** Keeps those who write too much from taking the bot's time from others. */
export interface RateLimiter {
  readonly admit: (key: string, nowMs: number) => Admission;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
  readonly isTold: boolean;
}

/** How many places are remembered; the one unheard of for longest is forgotten first. */
const REMEMBERED = 5000;

/** Makes a limiter of token buckets, one for each key (a user, a chat). */
export function createRateLimiter({ burst, perMinute }: RateLimit, most: number = REMEMBERED): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    admit: (key, nowMs) => {
      const before = buckets.get(key) ?? { tokens: burst, atMs: nowMs, isTold: false };
      const filled = Math.min(burst, before.tokens + (Math.max(0, nowMs - before.atMs) / 60_000) * perMinute);
      const isAdmitted = filled >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: isAdmitted ? filled - 1 : filled, atMs: nowMs, isTold: !isAdmitted });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= most) break;
        buckets.delete(oldest);
      }
      if (isAdmitted) return "admitted";
      return before.isTold ? "silent" : "notice";
    },
  };
}
