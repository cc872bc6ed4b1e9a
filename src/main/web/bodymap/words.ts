import { isBlank, worstFirst, type Picture } from './drawing';
import type { Feeling } from './feeling';

/** The sentences of the page, in its language, as the server wrote them into `data-say-…`: `{0}` stands for what is filled in. */
export type Phrases = Readonly<Record<string, string | undefined>>;

/** What things are called. */
export type Names = {
  /** "Calf (left)", or of a painted area "Painted: Calf (left)". */
  label(key: string): string;
  /** "burning"; empty for none. */
  quality(word: string): string;
};

/** A text with its gaps filled. */
export function fill(text: string | undefined, ...values: (string | number)[]): string {
  return (text ?? '').replace(/\{(\d)\}/g, (gap, at) => String(values[Number(at)] ?? gap));
}

/** "3 places marked." */
export function countOf(picture: Picture, phrases: Phrases): string {
  const count = picture.marks.size + picture.areas.length;
  return count === 0 ? fill(phrases['sayNone']) : count === 1 ? fill(phrases['sayOne']) : fill(phrases['sayMany'], count);
}

/** "Calf (right), 6 out of 10, burning, spreads to here". */
export function itemOf(key: string, feeling: Feeling, names: Names, phrases: Phrases): string {
  return [
    fill(phrases['sayItem'], names.label(key), feeling.intensity),
    names.quality(feeling.quality).toLowerCase(),
    feeling.spreads ? fill(phrases['saySpreads']) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "You marked: Calf (right), 6 out of 10, burning; Heel (left), 4 out of 10." Empty when nothing is. */
export function sentenceOf(picture: Picture, names: Names, phrases: Phrases): string {
  return isBlank(picture)
    ? ''
    : fill(phrases['saySentence'], worstFirst(picture).map(([key, feeling]) => itemOf(key, feeling, names, phrases)).join('; '));
}
