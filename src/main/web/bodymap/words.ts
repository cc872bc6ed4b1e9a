import { worstFirst, type Marks } from './drawing';

/** The sentences of the page, in its language, as the server wrote them into `data-say-…`: `{0}` stands for what is filled in. */
export type Phrases = Readonly<Record<string, string | undefined>>;

/** A text with its gaps filled. */
export function fill(text: string | undefined, ...values: (string | number)[]): string {
  return (text ?? '').replace(/\{(\d)\}/g, (gap, at) => String(values[Number(at)] ?? gap));
}

/** "3 areas marked." */
export function countOf(marks: Marks, phrases: Phrases): string {
  return marks.size === 0 ? fill(phrases['sayNone']) : marks.size === 1 ? fill(phrases['sayOne']) : fill(phrases['sayMany'], marks.size);
}

/** "You marked: Calf (right), 6 out of 10; Heel (left), 4 out of 10." */
export function sentenceOf(marks: Marks, labelOf: (choice: string) => string, phrases: Phrases): string {
  const items = worstFirst(marks).map(([choice, intensity]) => fill(phrases['sayItem'], labelOf(choice), intensity));
  return items.length === 0 ? '' : fill(phrases['saySentence'], items.join('; '));
}
