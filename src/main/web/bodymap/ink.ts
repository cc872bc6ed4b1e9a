import type { Feeling } from './feeling';
import { inside, signedArea, type Point, type Ring } from './rings';

const SVG = 'http://www.w3.org/2000/svg';

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

/** A point inside, near the middle of the largest ring: where a number can stand. */
export function middleOf(rings: readonly Ring[]): Point {
  const largest = rings.reduce((one, other) => (Math.abs(signedArea(other)) > Math.abs(signedArea(one)) ? other : one));
  const mean = (axis: 0 | 1) => largest.reduce((sum, point) => sum + point[axis], 0) / largest.length;
  const middle: Point = [mean(0), mean(1)];
  return inside([largest], middle) ? middle : largest[0]!;
}
