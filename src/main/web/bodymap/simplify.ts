import { signedArea, type Point, type Ring } from './rings';

/** A ring with fewer points: none of those left out lay farther than `tolerance` mm from the line (Douglas and Peucker). */
export function simplified(ring: Ring, tolerance: number): Ring {
  if (ring.length < 4) {
    return ring;
  }
  // A ring has no ends: it is cut where it lies farthest from its first point.
  const cut = farthestFrom(ring[0]!, ring);
  const there = thinned(ring.slice(0, cut + 1), tolerance);
  const back = thinned([...ring.slice(cut), ring[0]!], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

/** A ring of at most `most` points: the tolerance grows until it is. */
export function atMost(ring: Ring, most: number, tolerance = 0.6): Ring {
  let thin = simplified(ring, tolerance);
  for (let wider = tolerance * 1.5; thin.length > most; wider *= 1.5) {
    thin = simplified(ring, wider);
  }
  return thin;
}

/** A line, with its ends, as few points as the tolerance allows. */
export function thinned(line: readonly Point[], tolerance: number): Point[] {
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let [worst, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i++) {
      const off = distance(line[i]!, line[from]!, line[to]!);
      if (off > worst) {
        [worst, at] = [off, i];
      }
    }
    if (at > 0) {
      kept[at] = 1;
      open.push([from, at], [at, to]);
    }
  }
  return line.filter((_, i) => kept[i]);
}

/** How far a point lies from the piece of line between two others. */
export function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/**
 * Outer rings and holes as single rings, since an outline travels as one ring: each hole is joined to the ring around it by a slit
 * of no width.
 */
export function slit(rings: readonly Ring[], holds: (outer: Ring, hole: Ring) => boolean): Ring[] {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return outers.map((outer) => holes.filter((hole) => holds(outer, hole)).reduce(joined, outer));
}

function joined(outer: Ring, hole: Ring): Ring {
  let [nearest, from, to] = [Infinity, 0, 0];
  outer.forEach(([x, y], i) =>
    hole.forEach(([holeX, holeY], j) => {
      const apart = (x - holeX) ** 2 + (y - holeY) ** 2;
      if (apart < nearest) {
        [nearest, from, to] = [apart, i, j];
      }
    }),
  );
  return [...outer.slice(0, from + 1), ...hole.slice(to), ...hole.slice(0, to + 1), ...outer.slice(from)];
}

function farthestFrom([x, y]: Point, ring: Ring): number {
  let [far, at] = [-1, 0];
  ring.forEach(([px, py], i) => {
    const apart = (px - x) ** 2 + (py - y) ** 2;
    if (apart > far) {
      [far, at] = [apart, i];
    }
  });
  return at;
}
