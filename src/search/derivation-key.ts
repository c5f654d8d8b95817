import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { endianness } from "node:os";
import { versions } from "node:process";
import { fileURLToPath } from "node:url";

/** What facts and their index are derived by: these layers and the language data. */
const FOLDERS = ["../text/", "../lexicon/", "../digest/", "../fact/", "../search/", "../../lexicon/"];
/** Where the versions of packages stand, seen from the sources and from what is compiled. */
const LOCKS = ["../../package-lock.json", "../../../package-lock.json"];

/**
 * Makes the key under which derived facts may be kept: by all that they are derived by, so that nobody has to
 * remember to count a version up. The editor's own words aren't among it: questions are read by them, articles aren't. Null where the sources can't be read, as in a bundle: then nothing is kept.
 */
export async function derivationKey(): Promise<string | null> {
  const hash = createHash("sha256").update(
    JSON.stringify([endianness(), versions.node, versions["icu"], versions["unicode"]]),
  );
  try {
    for (const folder of FOLDERS) {
      const names = (await readdir(pathOf(folder))).filter((name) => /\.(?:ts|js|json)$/u.test(name)).sort();
      const contents = await Promise.all(names.map(async (name) => readFile(pathOf(folder + name))));
      for (const [i, name] of names.entries()) hash.update(`\n${folder}${name}\n`).update(contents[i] ?? "");
    }
  } catch {
    return null;
  }
  for (const lock of LOCKS) hash.update(await readFile(pathOf(lock)).catch(() => "\n"));
  return hash.digest("base64url");
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
