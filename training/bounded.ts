import type { Objective } from "./lbfgs.ts";
import { minimise } from "./lbfgs.ts";
import type { Bounds } from "./weight-bounds.ts";

/**
 * Minimises a smooth function within bounds, from 0: parts of the point that end outside are held at their bound, and
 * the rest is minimised again until none is outside. Nothing that was held is let go, which is near enough for bounds
 * on signs.
 */
export function minimiseWithin(objective: Objective, bounds: readonly Bounds[]): Float64Array {
  const isHeld = bounds.map(({ least, most }) => least > 0 || most < 0);
  let point: Float64Array = Float64Array.from(bounds, ({ least, most }) => Math.min(most, Math.max(least, 0)));
  for (;;) {
    point = minimise(holding(objective, isHeld), point);
    const outside = bounds.flatMap(({ least, most }, i) => {
      const value = point[i] ?? 0;
      return !isHeld[i] && (value < least || value > most) ? [i] : [];
    });
    if (outside.length === 0) return point;
    for (const i of outside) {
      isHeld[i] = true;
      const { least, most } = bounds[i] ?? { least: 0, most: 0 };
      point[i] = Math.min(most, Math.max(least, point[i] ?? 0));
    }
  }
}

/** A function that doesn't move along the parts that are held. */
function holding(objective: Objective, isHeld: readonly boolean[]): Objective {
  return (point) => {
    const { value, gradient } = objective(point);
    return { value, gradient: gradient.map((slope, i) => (isHeld[i] === true ? 0 : slope)) };
  };
}
