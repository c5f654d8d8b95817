import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A hang, not a slow machine, is what this is for: some tests start several processes.
    testTimeout: 60_000,
    // Many tests wait for a process or a clock, so that two at once are worth it on two cores too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
