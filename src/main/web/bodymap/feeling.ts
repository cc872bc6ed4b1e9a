/** How a place feels. */
export type Feeling = {
  /** 0 to 10. */
  readonly intensity: number;
  /** A word of the list of qualities, such as `burning`; empty when nobody said. */
  readonly quality: string;
  /** Whether pain spreads to here from another place. */
  readonly spreads: boolean;
};

/** Before anybody has said more than "here". */
export const USUAL: Feeling = { intensity: 5, quality: '', spreads: false };

export function sameFeeling(one: Feeling, other: Feeling): boolean {
  return one.intensity === other.intensity && one.quality === other.quality && one.spreads === other.spreads;
}

/** The colour for an intensity, as the server draws it. */
export function levelOf(intensity: number): 'none' | 'mild' | 'moderate' | 'severe' {
  return intensity === 0 ? 'none' : intensity <= 3 ? 'mild' : intensity <= 6 ? 'moderate' : 'severe';
}

/** The fill of a place: colour by how bad it is, pattern by what it feels like. */
export function fillOf({ intensity, quality }: Feeling): string {
  return `url(#np-map-${levelOf(intensity)}-${quality || 'plain'})`;
}
