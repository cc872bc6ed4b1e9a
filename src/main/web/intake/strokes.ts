/** A drawn signature as the server keeps it: moves and lines with whole numbers on a field of 600 by 200. */
export type Point = { x: number; y: number };

const width = 600;
const height = 200;
const longest = 20_000;

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Thinned out until it fits, because a long signature is still one. */
export function path(strokes: readonly (readonly Point[])[], scale: Point): string {
  for (let every = 1; every <= 64; every *= 2) {
    const drawn = strokes
      .filter((stroke) => stroke.length > 0)
      .map((stroke) =>
        stroke
          .filter((_, at) => at % every === 0 || at === stroke.length - 1)
          .map((point, at) => `${at === 0 ? 'M' : 'L'}${within(point.x * scale.x, width)} ${within(point.y * scale.y, height)}`)
          .join(''),
      )
      .join('');
    if (drawn.length <= longest) return drawn;
  }
  return '';
}
