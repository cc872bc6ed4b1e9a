import type { Marks } from './drawing';

const PREFIX = 'needlepoint.pain:';

/** Keeps a drawing in this tab alone, so that it outlives a look at another page. One entry for each form. */
export function keep(storage: Storage, form: string, marks: Marks): void {
  try {
    if (marks.size === 0) {
      storage.removeItem(PREFIX + form);
    } else {
      storage.setItem(PREFIX + form, JSON.stringify([...marks]));
    }
  } catch {
    // A full or forbidden storage costs only the return to the drawing.
  }
}

/** What was kept for a form, as far as the page still knows it; empty when nothing was, or when it cannot be read. */
export function kept(storage: Storage, form: string, isChoice: (choice: string) => boolean): Marks {
  const marks = new Map<string, number>();
  try {
    const entries: unknown = JSON.parse(storage.getItem(PREFIX + form) ?? '[]');
    for (const entry of Array.isArray(entries) ? entries : []) {
      const [choice, intensity] = Array.isArray(entry) ? entry : [];
      if (typeof choice === 'string' && isChoice(choice) && Number.isInteger(intensity) && intensity >= 0 && intensity <= 10) {
        marks.set(choice, intensity);
      }
    }
  } catch {
    return new Map();
  }
  return marks;
}

/** Empties what was kept for any form. */
export function forget(storage: Storage): void {
  try {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    keys.filter((key) => key.startsWith(PREFIX)).forEach((key) => storage.removeItem(key));
  } catch {
    // Where there is no storage, nothing is kept.
  }
}
