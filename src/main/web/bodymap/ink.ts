import type { Feeling } from './feeling';
import { around, inside, type Point, type Ring } from './rings';
import { distance } from './simplify';

const SVG = 'http://www.w3.org/2000/svg';
const GRID = 16;

/** A shape of a class, ready to be put into a drawing. */
export function drawn<K extends keyof SVGElementTagNameMap>(name: K, className: string): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  made.setAttribute('class', className);
  return made;
}

/** How bad it is as a number, and what it feels like as a letter, at a point: for who does not tell colours or patterns apart. Of one size however near the figure is. */
export function badge({ intensity }: Feeling, letter: string, [x, y]: Point): SVGElement {
  const place = drawn('g', 'np-map__badge');
  place.setAttribute('transform', `translate(${x} ${y})`);
  const body = drawn('g', 'np-map__badgebody');
  const text = drawn('text', 'np-map__number');
  text.setAttribute('dy', '0.35em');
  text.textContent = `${intensity}${letter}`;
  const plate = drawn('rect', 'np-map__plate');
  const half = 5 + 3.6 * text.textContent.length;
  for (const [name, value] of Object.entries({ x: -half, y: -10, width: 2 * half, height: 20, rx: 10 })) {
    plate.setAttribute(name, String(value));
  }
  body.append(plate, text);
  place.append(body);
  return place;
}

/** Rays around a place to which pain spreads. */
export function rays(d: string, { spreads }: Feeling): SVGElement[] {
  if (!spreads) {
    return [];
  }
  const path = drawn('path', 'np-map__rays');
  path.setAttribute('d', d);
  return [path];
}

const middles = new WeakMap<readonly Ring[], Point>();

/** A point well inside, where a number can stand: of a grid over the shape the one that lies farthest from its edges. */
export function middleOf(rings: readonly Ring[]): Point {
  const known = middles.get(rings);
  if (known) {
    return known;
  }
  const { x, y, width, height } = around(rings.flat());
  let [deepest, middle]: [number, Point] = [-1, [x + width / 2, y + height / 2]];
  for (let row = 1; row < GRID; row++) {
    for (let column = 1; column < GRID; column++) {
      const point: Point = [x + (width * column) / GRID, y + (height * row) / GRID];
      const deep = inside(rings, point) ? depthOf(rings, point) : -1;
      if (deep > deepest) {
        [deepest, middle] = [deep, point];
      }
    }
  }
  middles.set(rings, middle);
  return middle;
}

function depthOf(rings: readonly Ring[], point: Point): number {
  return Math.min(...rings.map((ring) => Math.min(...ring.map((from, at) => distance(point, from, ring[(at + 1) % ring.length]!)))));
}
