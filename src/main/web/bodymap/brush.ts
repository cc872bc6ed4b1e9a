import type { Area } from './drawing';
import { sameFeeling, type Feeling } from './feeling';
import { Field } from './field';
import { around, inside, meet, signedArea, type Point, type Ring } from './rings';
import { atMost } from './simplify';

/** The three sizes of brush and eraser, as radius in mm. */
export const SIZES = { small: 7, medium: 15, large: 28 } as const;

export type Size = keyof typeof SIZES;

/** Smaller specks than this, in square mm, are left by an unsteady hand. */
const SPECK = 25;

/** More than this a browser does not take in one ring; an outline that is sent has fewer points still. */
const MOST_POINTS = 400;

/** A line of a finger on a view, with the brush it was drawn with. */
export type Stroke = { readonly view: string; readonly line: readonly Point[]; readonly radius: number };

/**
 * Paints a stroke: inside the skin only. Where it touches areas of the same feeling it makes one area with them, as paint does; an area of another
 * feeling stays what it is, so that a sharp spot can lie in an aching back.
 *
 * @returns all areas, the painted one last; the same list when nothing came onto the skin
 */
export function painted(areas: readonly Area[], stroke: Stroke, feeling: Feeling, skin: readonly Ring[], newId: string): readonly Area[] {
  const here = around(stroke.line, stroke.radius);
  const alone = outlinesOf(new Field(here).stroke(stroke.line, stroke.radius).clip(skin));
  if (alone.length === 0) {
    return areas;
  }
  const joins = areas.filter(
    (area) => area.view === stroke.view && sameFeeling(area.feeling, feeling) && meet(boxOf(area.rings), here) && touches(area.rings, alone),
  );
  const rings = joins.length === 0 ? alone : outlinesOf(joins.reduce((field, area) => field.fill(area.rings), fieldOver(joins, here).fill(alone)));
  const id = joins[0]?.id ?? newId;
  return [...areas.filter((area) => !joins.includes(area)), { id, view: stroke.view, rings, feeling }];
}

/** Erases under a stroke, whatever was painted there; what is wholly gone is no area any more. The same list when nothing was there. */
export function erased(areas: readonly Area[], stroke: Stroke): readonly Area[] {
  const here = around(stroke.line, stroke.radius);
  let changed = false;
  const left = areas.flatMap((area) => {
    const box = boxOf(area.rings);
    if (area.view !== stroke.view || !meet(box, here)) {
      return [area];
    }
    const field = new Field(box).fill(area.rings);
    const before = field.area;
    if (before - field.erase(stroke.line, stroke.radius).area < 1) {
      return [area];
    }
    changed = true;
    const rings = outlinesOf(field);
    return rings.length === 0 ? [] : [{ ...area, rings }];
  });
  return changed ? left : areas;
}

/** Which part of each shape is painted, as shares over 0 of its own size. */
export function shares(rings: readonly Ring[], shapes: readonly { key: string; rings: readonly Ring[] }[]): Map<string, number> {
  const box = boxOf(rings);
  const field = new Field(box).fill(rings);
  const found = new Map<string, number>();
  for (const shape of shapes) {
    if (meet(boxOf(shape.rings), box)) {
      const whole = Math.abs(shape.rings.reduce((sum, ring) => sum + signedArea(ring), 0));
      const share = whole === 0 ? 0 : field.within(shape.rings) / whole;
      if (share > 0) {
        found.set(shape.key, Math.max(share, found.get(shape.key) ?? 0));
      }
    }
  }
  return found;
}

function fieldOver(areas: readonly Area[], box: ReturnType<typeof around>): Field {
  const corners: Point[] = [
    [box.x, box.y],
    [box.x + box.width, box.y + box.height],
  ];
  return new Field(around([...areas.flatMap(({ rings }) => rings.flat()), ...corners]));
}

function outlinesOf(field: Field): Ring[] {
  return field
    .rings()
    .filter((ring) => Math.abs(signedArea(ring)) >= SPECK)
    .map((ring) => atMost(ring, MOST_POINTS))
    .filter((ring) => ring.length > 2);
}

function touches(rings: readonly Ring[], others: readonly Ring[]): boolean {
  const together = new Field(boxOf(others)).fill(others);
  return together.clip(rings).area > 1 || others.some((ring) => ring[0] && inside(rings, ring[0]));
}

function boxOf(rings: readonly Ring[]): ReturnType<typeof around> {
  return around(rings.flat());
}
