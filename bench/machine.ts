import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

/** Where a benchmark ran. */
export interface Machine {
  readonly node: string;
  readonly system: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** The load average of the minute before: what else the machine was doing. */
  readonly load: number;
}

/** Describes the machine that this process runs on. */
export function describeMachine(): Machine {
  return {
    node: process.version,
    system: `${platform()} ${release()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Tells whether other programs keep so many cores busy that wall times are too long. */
export function isBusy({ cores, load }: Machine): boolean {
  return load > cores / 2;
}

/** Says on one line what a reader needs to compare tables of two machines. */
export function machineLine({ node, system, cpu, cores, memoryGb, load }: Machine): string {
  return `Node ${node} on ${system}; ${cpu}, ${cores} cores, ${memoryGb} GB; load before ${load.toFixed(2)}`;
}
