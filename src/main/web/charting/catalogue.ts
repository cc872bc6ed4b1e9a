/** A structure near a muscle. */
export interface Near {
  readonly name: string;
  readonly grave: boolean;
}

/** A muscle as the page knows it also without a network. */
export interface Muscle {
  readonly id: string;
  readonly name: string;
  readonly sided: boolean;
  readonly region: string;
  readonly near: readonly Near[];
  readonly reviewed: boolean;
  /** Other names to search by, folded. */
  readonly words: string;
}

/** The muscles of the knowledge, in the page's language. */
export interface Catalogue {
  readonly edition: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly muscles: readonly Muscle[];
}

export type Side = 'L' | 'R' | 'M';

/** A muscle on one side. */
export interface Place {
  readonly muscle: string;
  readonly side: Side;
}

export const samePlace = (one: Place | null, other: Place | null): boolean =>
  one?.muscle === other?.muscle && one?.side === other?.side;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Muscles of which each typed word begins a word of some name, those whose own name begins so first. */
export function find(catalogue: Catalogue, typed: string, most: number): readonly Muscle[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) {
    return [];
  }
  const fits = (words: string): boolean => wanted.every((it) => words.startsWith(it) || words.includes(` ${it}`));
  return catalogue.muscles
    .filter((it) => fits(`${folded(it.name)} ${it.words}`))
    .sort((one, other) => Number(!fits(folded(one.name))) - Number(!fits(folded(other.name))))
    .slice(0, most);
}

/** Vertebral levels, from the top. */
export const LEVELS: readonly string[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((it) => `C${it}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((it) => `T${it}`),
  ...[1, 2, 3, 4, 5].map((it) => `L${it}`),
  'S1', 'S2', 'S3',
];

/** The levels from one to another, both included, in the order of the spine whichever is named first. */
export function levels(from: string, to: string): readonly string[] {
  const [one, other] = [LEVELS.indexOf(from), LEVELS.indexOf(to)];
  return one < 0 || other < 0 ? [] : LEVELS.slice(Math.min(one, other), Math.max(one, other) + 1);
}
