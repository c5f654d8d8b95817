/** Runs tasks of one key in the order they came, and those of different keys at the same time. */
export interface ChatQueue {
  /** Resolves when the task has run; a task that throws stops no other. */
  readonly run: (key: string, task: () => Promise<void>) => Promise<void>;
}

/** Makes a queue; a key is forgotten when its last task is done. */
export function createChatQueue(): ChatQueue {
  const last = new Map<string, Promise<void>>();
  return {
    run: async (key, task) => {
      const done = (last.get(key) ?? Promise.resolve()).then(task);
      const settled = done.catch(() => {});
      last.set(key, settled);
      try {
        await done;
      } finally {
        if (last.get(key) === settled) last.delete(key);
      }
    },
  };
}
