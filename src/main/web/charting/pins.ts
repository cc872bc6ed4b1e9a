import type { Place } from './catalogue';
import { isOn, type Figures, type Spot } from './figures';
import { isMissing, type MapPoint, type Needle, type Session } from './fold';
import type { Proposal } from './page';

/** What a pin stands for; its shape says it as well as its colour. */
export type Look = 'in' | 'out' | 'missing' | 'last';

/** A pin on the body map. */
export interface Pin extends Spot {
  readonly look: Look;
  /** A needle's number, or how many of them, such as `×3`. */
  readonly label: string;
  readonly place: Place;
  /** Where somebody marked it; null: it stands in the middle of its muscle. */
  readonly point: MapPoint | null;
}

/** A pin with the way, in pixels, that it is moved down so as not to hide another. */
export interface Stacked extends Pin {
  readonly down: number;
}

/** Pins, and what has none. */
export interface Pins {
  readonly pins: readonly Pin[];
  /** Needles of this session that stand in the middle of their muscle, by muscle. */
  readonly unmarked: readonly Place[];
  /** The same, where a point was marked on another edition of the map. */
  readonly elsewhere: readonly Place[];
  /** Muscles of needles that the map does not draw. */
  readonly undrawn: readonly Place[];
}

interface Drawn {
  readonly look: Look;
  readonly label: string;
  readonly place: Place;
  readonly point: MapPoint | null;
  readonly old: boolean;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  all.forEach((it) => groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]));
  return groups;
}

const keyOf = ({ muscle, side }: Place): string => `${muscle} ${side}`;

/** Where each needle of the session stands on the map, and where last time's stood, as proposals. */
export function pinsOf(session: Session, last: readonly Proposal[], figures: Figures): Pins {
  const drawn = [...session.needles.flatMap((it, at) => needle(it, at + 1, figures)), ...proposals(session, last, figures)];
  const marked = drawn.flatMap((it) => (it.point ? [{ ...it, ...it.point }] : []));
  const groups = grouped(drawn.filter((it) => !it.point), (it) => `${keyOf(it.place)} ${it.look}`);
  const inTheMiddle = [...groups.values()].flatMap((group): Pin[] => {
    const [first] = group;
    const middle = first && figures.middles[keyOf(first.place)];
    if (!first || !middle) {
      return [];
    }
    return [{ ...first, ...middle, label: group.length === 1 ? first.label : `×${group.length}`, point: null }];
  });
  const ofToday = drawn.filter((it) => it.look !== 'last' && !it.point);
  const isDrawn = ({ place }: Drawn): boolean => figures.middles[keyOf(place)] !== undefined;
  return {
    pins: [...inTheMiddle, ...marked],
    unmarked: places(ofToday.filter((it) => isDrawn(it) && !it.old)),
    elsewhere: places(ofToday.filter((it) => isDrawn(it) && it.old)),
    undrawn: places(ofToday.filter((it) => !isDrawn(it))),
  };
}

function needle(it: Needle, number: number, figures: Figures): Drawn[] {
  const placement = it.placement ?? it.again.at(-1)?.placement;
  if (!placement) {
    return [];
  }
  const look = it.where === 'out' ? 'out' : isMissing(it) ? 'missing' : 'in';
  const { muscle, side, point } = placement;
  const here = isOn(figures, point) ? point : null;
  return [{ look, label: String(number), place: { muscle, side }, point: here, old: point !== undefined && !here }];
}

/** A muscle's proposals go when as many needles went in as last time; a marked one when a needle stands at its point. */
function proposals(session: Session, last: readonly Proposal[], figures: Figures): Drawn[] {
  return last.flatMap((proposal): Drawn[] => {
    const place = { muscle: proposal.muscle, side: proposal.side };
    const today = session.needles.filter((it) => it.placement && keyOf(it.placement) === keyOf(place));
    const most = proposal.needles ?? 1;
    if (today.length >= most) {
      return [];
    }
    const points = (proposal.points ?? []).filter((it) => isOn(figures, it));
    const one = (point: MapPoint | null, label: string): Drawn => ({ look: 'last', label, place, point, old: false });
    if (points.length > 0) {
      return points.filter((point) => !today.some(({ placement }) => same(placement?.point, point))).map((it) => one(it, ''));
    }
    return today.length > 0 ? [] : [one(null, `×${most}`)];
  });
}

/** Whether two points are one. */
export const same = (one: MapPoint | null | undefined, other: MapPoint): boolean =>
  one?.view === other.view && one.x === other.x && one.y === other.y && one.map === other.map;

function places(all: readonly Drawn[]): readonly Place[] {
  return [...new Map(all.map(({ place }) => [keyOf(place), place])).values()];
}

/** Pixels from one pin's middle to the next that still show both. */
const APART = 24;

/**
 * The pins of a view so that none hides another: a marked one stands where it was marked, the others make way.
 *
 * @param pixel mm of the map to a pixel
 */
export function stacked(pins: readonly Pin[], view: string, pixel: number): readonly Stacked[] {
  const here = pins.filter((it) => it.view === view);
  const standing: Stacked[] = here.filter((it) => it.point).map((it) => ({ ...it, down: 0 }));
  for (const pin of here.filter((it) => !it.point)) {
    const hides = (down: number): boolean =>
      standing.some((it) => Math.hypot(it.x - pin.x, it.y + it.down * pixel - pin.y - down * pixel) < APART * pixel * 0.9);
    let down = 0;
    while (hides(down)) {
      down += APART;
    }
    standing.push({ ...pin, down });
  }
  return standing;
}

/** A pin that is hit: pixels from its middle. */
const REACH = 16;

/** The pins within a finger's reach of a point, the nearest first. */
export function hits(pins: readonly Stacked[], [x, y]: readonly [number, number], pixel: number): readonly Stacked[] {
  const away = (it: Stacked): number => Math.hypot(it.x - x, it.y + it.down * pixel - y);
  return pins.filter((it) => away(it) <= REACH * pixel).sort((one, other) => away(one) - away(other));
}

/** The view to show first: the one with most of today's pins, else of last time's; the back while there are none. */
export function usualView(pins: readonly Pin[]): string {
  const today = pins.filter((it) => it.look !== 'last');
  const counted = grouped(today.length > 0 ? today : pins, (it) => it.view);
  return [...counted].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? 'back';
}
