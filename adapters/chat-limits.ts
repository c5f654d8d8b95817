import type { RateLimit } from "../src/index.ts";

/** What one user may ask of a bot, wherever it serves. */
export const USER_LIMIT: RateLimit = { burst: 30, perMinute: 30 };
/** What may be asked in one chat. */
export const CHAT_LIMIT: RateLimit = { burst: 120, perMinute: 120 };
