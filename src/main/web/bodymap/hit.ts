import { inside, signedArea, type Point, type Ring } from './rings';
import { distance } from './simplify';

/** A zone as it is drawn on one view. */
export type Shape = { readonly rings: readonly Ring[] };

/**
 * The shape that a finger means: the smallest that holds the point, else the nearest within reach, so that a narrow zone does not ask for a
 * steadier hand than a wide one.
 *
 * @param reach in mm
 */
export function meant<T extends Shape>(shapes: readonly T[], point: Point, reach: number): T | undefined {
  const holding = shapes.filter(({ rings }) => inside(rings, point));
  if (holding.length > 0) {
    return holding.reduce((one, other) => (sizeOf(other) < sizeOf(one) ? other : one));
  }
  let [nearest, found]: [number, T | undefined] = [reach, undefined];
  for (const shape of shapes) {
    for (const ring of shape.rings) {
      ring.forEach((from, at) => {
        const off = distance(point, from, ring[(at + 1) % ring.length]!);
        if (off < nearest) {
          [nearest, found] = [off, shape];
        }
      });
    }
  }
  return found;
}

function sizeOf({ rings }: Shape): number {
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}
