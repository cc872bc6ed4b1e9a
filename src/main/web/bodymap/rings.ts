/** A point of a view, in mm: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** A closed line; the last point joins the first. */
export type Ring = readonly Point[];

/** An upright rectangle, in mm. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A box as SVG writes it: `0 0 700 1740`. */
export function boxOf(viewBox: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = viewBox.trim().split(/[\s,]+/).map(Number);
  return { x, y, width, height };
}

/** The smallest box around points; of nothing, a box without size. */
export function around(points: readonly Point[], margin = 0): Box {
  if (points.length === 0) {
    return { x: 0, y: 0, width: 0, height: 0 };
  }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** Whether two boxes share anything. */
export function meet(one: Box, other: Box): boolean {
  return (
    one.x <= other.x + other.width && other.x <= one.x + one.width && one.y <= other.y + other.height && other.y <= one.y + one.height
  );
}

/** The rings of an SVG path of straight lines, as the map's data writes them: `M`, `l` and `z`, or their absolute and relative kin. */
export function ringsOf(path: string): Ring[] {
  const rings: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([MmLlHhVvZz])([^MmLlHhVvZz]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const upright = command.toUpperCase();
    if (upright === 'M') {
      rings.push([]);
    }
    const stride = upright === 'H' || upright === 'V' ? 1 : 2;
    for (let at = 0; at + stride <= numbers.length; at += stride) {
      const [first, second] = [numbers[at]!, numbers[at + stride - 1]!];
      x = upright === 'V' ? x : relative ? x + first : first;
      y = upright === 'H' ? y : relative ? y + second : second;
      rings[rings.length - 1]?.push([x, y]);
    }
    const start = upright === 'Z' ? rings[rings.length - 1]?.[0] : undefined;
    if (start) {
      [x, y] = start;
    }
  }
  return rings.filter((ring) => ring.length > 2);
}

/** Rings as an SVG path, to a tenth of a millimetre. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map((ring) => `M${ring.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('');
}

/** To a tenth of a millimetre. */
export function tenth(n: number): number {
  return Math.round(n * 10) / 10;
}

/** The area inside a ring, in square mm; negative when it runs the other way round. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** Whether a point lies inside, by the even-odd rule. */
export function inside(rings: readonly Ring[], [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[j]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) {
        odd = !odd;
      }
    }
  }
  return odd;
}
