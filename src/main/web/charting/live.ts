/** What the living part of a session's page says of itself: `data-version`, `data-in-situ`. */
export type Said = Readonly<Record<string, string | undefined>>;

const figure = (text: string | undefined): number => Number(text ?? 0);

/** Whether an answer is older than what is shown. */
export function isStale(shown: Said, answer: Said): boolean {
  return figure(answer['version']) < figure(shown['version']);
}

/** Whether the last needle has just come out. */
export function wentOut(shown: Said, answer: Said): boolean {
  return figure(shown['inSitu']) > 0 && figure(answer['inSitu']) === 0;
}
