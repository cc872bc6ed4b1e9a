import { levels, type Place, type Side } from './catalogue';
import type { LedgerEvent, MapPoint, Placement } from './fold';
import { uuid7 } from './ids';

/** How the next needle is described; null where somebody has still to choose. */
export interface Settings {
  readonly diameterUm: number | null;
  readonly lengthMm: number | null;
  readonly technique: string | null;
  readonly tissue: string | null;
  readonly dwellSeconds: number | null;
  readonly depthMm: number | null;
  readonly position: string | null;
  readonly lot: string | null;
  readonly site: string | null;
  /** Where the next needle goes, marked on the body map. */
  readonly point: MapPoint | null;
}

export const UNSET: Settings = {
  diameterUm: null, lengthMm: null, technique: null, tissue: null, dwellSeconds: null, depthMm: null, position: null,
  lot: null, site: null, point: null,
};

/** Sizes in common sale, thousandths of a millimetre. A list to choose from, no advice. */
export const DIAMETERS: readonly number[] = [160, 180, 200, 250, 300, 350];
export const LENGTHS: readonly number[] = [13, 15, 25, 30, 40, 50, 60, 75, 100];
export const TECHNIQUES: readonly string[] = ['superficial', 'deep-static', 'pistoning', 'winding', 'electrical-stimulation'];
export const TISSUES: readonly string[] =
  ['muscle', 'trigger-point', 'fascia', 'connective-tissue', 'scar', 'tendon', 'skin', 'periosteum'];
export const POSITIONS: readonly string[] = ['prone', 'supine', 'side-left', 'side-right', 'sitting'];
/** Seconds that a needle stays. */
export const DWELLS: readonly number[] = [30, 60, 120, 300, 600, 900, 1200];
export const SEVERAL: readonly number[] = [2, 3, 4, 5, 6, 8];
export const MANY = 40;

/** The settings of a needle that went in before; what is said of one needle alone is left away. */
export function like(placement: Placement): Settings {
  return {
    ...UNSET,
    diameterUm: placement.diameterUm,
    lengthMm: placement.lengthMm,
    technique: placement.technique,
    tissue: placement.tissue,
    dwellSeconds: placement.dwellSeconds ?? null,
    position: placement.position ?? null,
    lot: placement.lot ?? null,
  };
}

/** The same settings, without what was said of one needle alone. */
export const unsaid = (settings: Settings): Settings => ({ ...settings, depthMm: null, site: null, point: null });

/** Where a needle goes in again: nobody has said how deep, nor that it is at the same point. */
export function again({ point: _point, depthMm: _depth, ...rest }: Placement): Placement {
  return rest;
}

/** What is still to be chosen, or wrong, before a needle can be charted. */
export type Fault = 'size' | 'technique' | 'depth' | 'depth-range';

/** Whether it is the depth that is wrong: said beside its field. */
export const isOfDepth = (wrong: Fault | null): boolean => wrong === 'depth' || wrong === 'depth-range';

export function fault(settings: Settings): Fault | null {
  if (settings.diameterUm === null || settings.lengthMm === null) {
    return 'size';
  }
  if (settings.technique === null || settings.tissue === null) {
    return 'technique';
  }
  if (settings.depthMm !== null && !(settings.depthMm >= 1 && settings.depthMm <= 200)) {
    return 'depth-range';
  }
  return settings.depthMm !== null && settings.depthMm > settings.lengthMm ? 'depth' : null;
}

/** Where a needle of these settings goes; the settings are without fault. */
export function placement(settings: Settings, place: Place, edition: string, site: string | null = settings.site): Placement {
  const { diameterUm, lengthMm, technique, tissue, dwellSeconds, depthMm, position, lot, point } = settings;
  return {
    muscle: place.muscle,
    side: place.side,
    diameterUm: diameterUm ?? 0,
    lengthMm: lengthMm ?? 0,
    technique: technique ?? '',
    tissue: tissue ?? '',
    knowledge: edition,
    ...(site === null ? {} : { site }),
    ...(depthMm === null ? {} : { depthMm }),
    ...(dwellSeconds === null ? {} : { dwellSeconds }),
    ...(lot === null ? {} : { lot }),
    ...(position === null ? {} : { position }),
    ...(point === null ? {} : { point }),
  };
}

/** So many needles into one place, each its own; of several only the first is where the map was marked. */
export function insertions(settings: Settings, place: Place, edition: string, count: number): readonly LedgerEvent[] {
  const where = placement(settings, place, edition);
  const unmarked = placement({ ...settings, point: null }, place, edition);
  return Array.from({ length: Math.min(Math.max(1, count), MANY) }, (_, at) =>
    ({ kind: 'inserted', needle: uuid7(), placement: at === 0 ? where : unmarked }));
}

/** A needle at each level, on one side or both. */
export function along(
  settings: Settings, place: Place, edition: string, span: { readonly from: string; readonly to: string; readonly both: boolean },
): readonly LedgerEvent[] {
  const sides: readonly Side[] = span.both && place.side !== 'M' ? ['L', 'R'] : [place.side];
  return levels(span.from, span.to)
    .flatMap((level) => sides.map((side) => placement({ ...settings, point: null }, { ...place, side }, edition, level)))
    .slice(0, MANY)
    .map((it) => ({ kind: 'inserted', needle: uuid7(), placement: it }));
}
