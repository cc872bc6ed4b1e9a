import { inside, ringsOf, type Ring } from '../bodymap/rings';
import type { Figures, FigureView } from './figures';
import type { MapPoint } from './fold';
import type { Say } from './words';

/** A landmark farther away than this, in mm, helps nobody. */
const NEAR = 150;

/** What lies to the right of the page, and to its left, in the patient's own directions. */
const ACROSS: Readonly<Record<string, readonly [string, string]>> = {
  front: ['left', 'right'], back: ['right', 'left'], left: ['back', 'forward'], right: ['forward', 'back'],
};

/** Where a marked point lies, in words: "Shoulder blade (right), 4 cm right from T7". The server's `SiteInWords` says the same. */
export function siteWords(point: MapPoint, figures: Figures, say: Say): string {
  if (point.map !== figures.map) {
    return say('charting.site.otherMap');
  }
  const view = figures.views.find((it) => it.id === point.view);
  const zone = view ? zoneAt(view, point) : undefined;
  const landmark = view ? landmarkNear(view, point, say) : undefined;
  return zone !== undefined && landmark !== undefined
    ? say('charting.site.zone', zone, landmark)
    : zone ?? landmark ?? say(`charting.site.view.${point.view}`);
}

const outlines = new WeakMap<FigureView, readonly { readonly label: string; readonly rings: readonly Ring[] }[]>();

function zoneAt(view: FigureView, { x, y }: MapPoint): string | undefined {
  const zones = outlines.get(view) ?? view.zones.map(({ label, path }) => ({ label, rings: ringsOf(path) }));
  outlines.set(view, zones);
  return zones.find(({ rings }) => inside(rings, [x, y]))?.label;
}

function landmarkNear(view: FigureView, { x, y }: MapPoint, say: Say): string | undefined {
  const away = (it: { readonly x: number; readonly y: number }): number => Math.hypot(x - it.x, y - it.y);
  const [mark] = view.landmarks.filter((it) => away(it) <= NEAR).sort((one, other) => away(one) - away(other));
  if (!mark) {
    return undefined;
  }
  const along = Math.round((x - mark.x) / 10);
  const down = Math.round((y - mark.y) / 10);
  const [right = '', left = ''] = ACROSS[view.id] ?? [];
  const way = [
    along === 0 ? '' : say(`charting.site.${along > 0 ? right : left}`, Math.abs(along)),
    down === 0 ? '' : say(`charting.site.${down > 0 ? 'down' : 'up'}`, Math.abs(down)),
  ].filter(Boolean);
  return way.length === 0 ? say('charting.site.at', mark.label) : say('charting.site.from', way.join(', '), mark.label);
}
