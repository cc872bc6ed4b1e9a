import type { MapPoint } from './fold';

/** A point of a view, in mm of the map. */
export interface Spot {
  readonly view: string;
  readonly x: number;
  readonly y: number;
}

/** A view of the body with the skin taken off. */
export interface FigureView {
  readonly id: string;
  readonly label: string;
  readonly box: string;
  readonly skin: string;
  /** What shows, and which muscles it is, such as `infraspinatus R`. */
  readonly muscles: readonly { readonly path: string; readonly muscles: readonly string[] }[];
  readonly landmarks: readonly { readonly label: string; readonly x: number; readonly y: number }[];
  readonly zones: readonly { readonly label: string; readonly path: string }[];
}

/** The body map as the chart has it; nobody's data. */
export interface Figures {
  /** Version of the map: a point of another has no place on this one. */
  readonly map: string;
  readonly views: readonly FigureView[];
  /** The middle of each muscle, by muscle and side, such as `infraspinatus R`. */
  readonly middles: Readonly<Record<string, Spot>>;
}

/** Brings the map; null where it is neither within reach nor kept. */
export async function fetchFigures(address: string): Promise<Figures | null> {
  try {
    const answer = await fetch(address, { redirect: 'manual', credentials: 'same-origin' });
    return answer.ok ? ((await answer.json()) as Figures) : null;
  } catch {
    return null;
  }
}

/** Whether a point was marked on this map. */
export const isOn = (figures: Figures, point: MapPoint | undefined): point is MapPoint => point?.map === figures.map;
