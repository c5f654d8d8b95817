/**
 * Preloaded into a measured child process (`node --import`): at its end, writes its peak memory in KB to file
 * descriptor 3.
 *
 * Linux passes the parent's peak on to the child's `maxRSS`, so VmHWM, which begins anew with the program, is read
 * where there is a /proc.
 */
import { readFileSync, writeSync } from "node:fs";

const DESCRIPTOR = 3;

process.on("exit", () => {
  writeSync(DESCRIPTOR, String(peakKb()));
});

function peakKb() {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // No /proc: not Linux, where maxRSS is the process's own.
  }
  return process.resourceUsage().maxRSS;
}
