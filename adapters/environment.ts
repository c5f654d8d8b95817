import { existsSync } from "node:fs";
import { UsageError } from "./command-line.ts";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Adds what the `.env` file of the current folder sets to an environment; what is already set stays as it is.
 *
 * @throws UsageError when there is such a file and it can't be read.
 */
export async function withEnvFile(environment: Environment, file = ".env"): Promise<Environment> {
  if (!existsSync(file)) return environment;
  const { default: dotenv } = await import("dotenv");
  const merged = { ...environment };
  const { error } = dotenv.config({ path: file, quiet: true, processEnv: merged });
  if (error !== undefined)
    throw new UsageError(`${file} can't be read (${error.code}): check that it is a file and its permissions`);
  return merged;
}

/** The knowledge folder: as given, else KNOWLEDGE_DIR of the environment or the `.env` file, else `knowledge`. */
export async function knowledgeFolder(given: string | undefined, environment: Environment): Promise<string> {
  if (given === "") throw new UsageError("--knowledge needs a folder");
  return given ?? ((await withEnvFile(environment))["KNOWLEDGE_DIR"]?.trim() || DEFAULT_FOLDER);
}

/** Where the digest's issues are when nothing else is said. */
export const DEFAULT_FOLDER = "knowledge";
