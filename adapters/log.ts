import type { Writable } from "node:stream";
import type { Settings } from "./settings.ts";

/** Writes what an operator should know, a JSON object a line. */
export type Log = Record<"debug" | "info" | "warn" | "error", (fields: object, message: string) => void>;

/** What stands in a log for a secret. */
const REDACTED = "[secret]";

/** Opens the log. No line of it holds a secret, wherever that stood: in an address, in an error, in a stack. */
export async function openLog(level: Settings["logLevel"], secrets: readonly string[], errors: Writable): Promise<Log> {
  const { pino } = await import("pino");
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => withoutSecrets(line, secrets) },
    },
    errors,
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

/** Takes secrets out of a text, as they are and as an address writes them. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((clean, secret) => clean.replaceAll(secret, REDACTED), text);
}
