import type { Box } from './rings';

/** A part of the body to look at. */
export type Scene = {
  /** Ids of views to choose from, side by side where there is room; those that the map does not have are passed over. */
  readonly pairs: readonly (readonly string[])[];
  /** What of a view is shown, in mm; the whole of a view that is not named here. */
  readonly parts: Readonly<Record<string, Box>>;
};

const FRONT_FIRST = [
  ['front', 'back'],
  ['left', 'right'],
];
const BACK_FIRST = [
  ['back', 'front'],
  ['left', 'right'],
];

/** The same height of all four views; the sides are drawn a little apart from the middle. */
function band(top: number, height: number, wide: number, narrow: number): Scene['parts'] {
  const at = (middle: number, width: number): Box => ({ x: middle - width / 2, y: top, width, height });
  return { front: at(350, wide), back: at(350, wide), left: at(250, narrow), right: at(450, narrow) };
}

/** The parts that have a button of their own, measured on the reference figure. */
export const SCENES: Readonly<Record<string, Scene>> = {
  whole: { pairs: FRONT_FIRST, parts: {} },
  head: { pairs: [['face', 'back'], ['head-side-r', 'head-side-l']], parts: band(10, 310, 260, 260) },
  shoulder: { pairs: FRONT_FIRST, parts: band(240, 300, 500, 280) },
  back: { pairs: BACK_FIRST, parts: band(250, 640, 400, 300) },
  hip: { pairs: BACK_FIRST, parts: band(690, 330, 380, 300) },
  leg: { pairs: FRONT_FIRST, parts: band(880, 800, 400, 300) },
  foot: { pairs: [['sole-r', 'sole-l'], ...FRONT_FIRST], parts: band(1560, 180, 380, 300) },
  hand: { pairs: [['palm-r', 'palm-l'], ['hand-back-r', 'hand-back-l']], parts: {} },
};

/** The pairs of a scene, of the views that there are. */
export function pairsOf(scene: Scene, has: (view: string) => boolean): string[][] {
  return scene.pairs.map((pair) => pair.filter(has)).filter((pair) => pair.length > 0);
}
