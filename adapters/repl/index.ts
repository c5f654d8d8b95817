export { historyFileOf } from "./history.ts";
export { startRepl } from "./repl.ts";
export type { ReplOptions } from "./repl.ts";
