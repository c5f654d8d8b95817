/** The plain alternative as a command: prints the sentence that minisearch finds first. */
import { openPlainIndex } from "./plain-index.ts";

const [question = "", folder = "knowledge"] = process.argv.slice(2);
const index = await openPlainIndex(folder);
process.stdout.write(`${index.best(question) ?? "nothing found"}\n`);
