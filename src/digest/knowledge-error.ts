/** A file of the knowledge folder that couldn't be used; the other files still serve. */
export interface KnowledgeProblem {
  /** The file's path in the knowledge folder, or the folder itself when the problem is the folder's. */
  readonly file: string;
  /** What is wrong and what the editor can do about it; doesn't repeat the file. */
  readonly message: string;
}

/**
 * Thrown when a knowledge file, or the folder itself, can't be used. Nothing of it has been read then.
 *
 * The message names the file, the line or field where there is one, and the remedy; {@link detail} is the
 * message without the file.
 */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly file: string;
  readonly detail: string;

  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(`${file}: ${detail}`, options);
    this.file = file;
    this.detail = detail;
  }
}
