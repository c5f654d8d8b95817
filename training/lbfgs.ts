/** A function's value and slope at a point. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** What is minimised. */
export type Objective = (point: Float64Array) => Slope;

/** When minimising stops. */
export interface Patience {
  readonly maxIterations: number;
  /** Stops where no part of the gradient is above this. */
  readonly flatness: number;
  /** Stops where a step gains less than this part of the value. */
  readonly gain: number;
}

const PATIENCE: Patience = { maxIterations: 300, flatness: 1e-5, gain: 1e-9 };

/** How many past steps stand for the curvature. */
const MEMORY = 10;
/** The part of the promised decrease that a step has to bring (Armijo). */
const PROMISED = 1e-4;
const MOST_HALVINGS = 40;

/** A past step and how the gradient changed along it. */
interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
  /** Their product, always above 0. */
  readonly curvature: number;
}

/**
 * Minimises a smooth function by L-BFGS (Nocedal & Wright, "Numerical Optimization", algorithms 7.4 and 7.5) with
 * backtracking. The same function and start give the same point.
 */
export function minimise(objective: Objective, start: Float64Array, patience: Patience = PATIENCE): Float64Array {
  let point = start;
  let here = objective(point);
  const steps: Step[] = [];
  for (let i = 0; i < patience.maxIterations && !isFlat(here.gradient, patience.flatness); i++) {
    const next = descend(objective, point, here, directionOf(here.gradient, steps));
    if (next === null) break;
    const move = minus(next.point, point);
    const change = minus(next.slope.gradient, here.gradient);
    const curvature = dot(move, change);
    // A step along which the slope doesn't rise says nothing of the curvature.
    if (curvature > 1e-12) steps.push({ move, change, curvature });
    if (steps.length > MEMORY) steps.shift();
    const gained = (here.value - next.slope.value) / Math.max(1, Math.abs(here.value));
    ({ point, slope: here } = next);
    if (gained < patience.gain) break;
  }
  return point;
}

/** Where to go: the negative gradient, bent by the curvature of the past steps. */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (const step of [...steps].reverse()) {
    const share = dot(step.move, direction) / step.curvature;
    shares.unshift(share);
    add(direction, step.change, -share);
  }
  const last = steps.at(-1);
  const scale =
    last === undefined
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : last.curvature / dot(last.change, last.change);
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
  for (const [i, step] of steps.entries())
    add(direction, step.move, (shares[i] ?? 0) - dot(step.change, direction) / step.curvature);
  return direction;
}

/** Goes along a direction as far as pays, halving the step until it does; null where none does. */
function descend(
  objective: Objective,
  from: Float64Array,
  { value, gradient }: Slope,
  direction: Float64Array,
): { readonly point: Float64Array; readonly slope: Slope } | null {
  const promised = dot(gradient, direction);
  if (promised >= 0) return null;
  for (let size = 1, tries = 0; tries < MOST_HALVINGS; size /= 2, tries++) {
    const point = from.slice();
    add(point, direction, size);
    const slope = objective(point);
    if (slope.value <= value + PROMISED * size * promised) return { point, slope };
  }
  return null;
}

function isFlat(gradient: Float64Array, flatness: number): boolean {
  return gradient.every((slope) => Math.abs(slope) <= flatness);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}

/** Adds a multiple of one vector to another, in place. */
function add(to: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (vector[i] ?? 0);
}
