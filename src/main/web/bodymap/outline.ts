import type { Area } from './drawing';
import type { Feeling } from './feeling';
import { inside, pathOf, signedArea, tenth, type Point, type Ring } from './rings';
import { atMost, slit } from './simplify';

/** As many as the server takes: outlines in one drawing, and points of one outline. */
export const MOST_OUTLINES = 60;
export const MOST_POINTS = 200;

/** Areas as the form sends them, one text for each ring: `view;intensity;quality;spreads;x,y x,y …`. The largest rings go first, so that of too many the crumbs are left. */
export function written(areas: readonly Area[]): string[] {
  return areas
    .flatMap(({ view, rings, feeling }) => slit(rings, holds).map((ring) => ({ view, feeling, ring: atMost(ring, MOST_POINTS) })))
    .sort((one, other) => Math.abs(signedArea(other.ring)) - Math.abs(signedArea(one.ring)))
    .slice(0, MOST_OUTLINES)
    .map(({ view, feeling, ring }) => `${head(view, feeling)}${ring.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join(' ')}`);
}

/** Outlines that were written before, as areas; what cannot be read is left out. */
export function read(outlines: readonly string[], isView: (view: string) => boolean): Area[] {
  return outlines.flatMap((outline, at) => {
    const [view = '', intensity, quality = '', spreads, points = ''] = outline.split(';');
    const ring = points.split(' ').map((pair): Point => {
      const [x = NaN, y = NaN] = pair.split(',').map(Number);
      return [x, y];
    });
    const feeling = { intensity: Number(intensity), quality, spreads: spreads === 'yes' };
    const sound = ring.length > 2 && ring.every((point) => point.every(Number.isFinite)) && isIntensity(feeling.intensity);
    return sound && isView(view) ? [{ id: `area-${at + 1}`, view, rings: [ring], feeling }] : [];
  });
}

/** Whether a number is a whole one from 0 to 10. */
export function isIntensity(n: unknown): n is number {
  return Number.isInteger(n) && (n as number) >= 0 && (n as number) <= 10;
}

/** A drawable path of an area. */
export function shapeOf(area: Area): string {
  return pathOf(area.rings);
}

function head(view: string, { intensity, quality, spreads }: Feeling): string {
  return `${view};${intensity};${quality};${spreads ? 'yes' : 'no'};`;
}

function holds(outer: Ring, hole: Ring): boolean {
  return hole[0] !== undefined && inside([outer], hole[0]);
}
