import { BLANK, isBlank, type Picture } from './drawing';
import type { Feeling } from './feeling';
import { isIntensity, read, written } from './outline';

const PREFIX = 'needlepoint.pain:';

/** What a page knows: only that is taken back from what was kept. */
export type Known = { isChoice(choice: string): boolean; isView(view: string): boolean; isQuality(word: string): boolean };

/** Keeps a picture in this tab alone, so that it outlives a look at another page. One entry for each form. */
export function keep(storage: Storage, form: string, picture: Picture): void {
  try {
    if (isBlank(picture)) {
      storage.removeItem(PREFIX + form);
    } else {
      const marks = [...picture.marks].map(([choice, { intensity, quality, spreads }]) => [choice, intensity, quality, spreads]);
      storage.setItem(PREFIX + form, JSON.stringify({ marks, outlines: written(picture.areas) }));
    }
  } catch {
    // A full or forbidden storage costs only the return to the drawing.
  }
}

/** What was kept for a form, as far as the page still knows it; blank when nothing was, or when it cannot be read. */
export function kept(storage: Storage, form: string, known: Known): Picture {
  try {
    const { marks, outlines } = parsed(storage.getItem(PREFIX + form));
    return {
      marks: new Map(marks.flatMap((entry) => markOf(entry, known))),
      areas: read(
        outlines.filter((outline) => typeof outline === 'string'),
        known.isView,
      ).filter(({ feeling }) => known.isQuality(feeling.quality)),
    };
  } catch {
    return BLANK;
  }
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

function parsed(text: string | null): { marks: unknown[]; outlines: unknown[] } {
  const { marks, outlines }: { marks?: unknown; outlines?: unknown } = JSON.parse(text ?? '{}');
  return { marks: Array.isArray(marks) ? marks : [], outlines: Array.isArray(outlines) ? outlines : [] };
}

function markOf(entry: unknown, known: Known): [string, Feeling][] {
  const [choice, intensity, quality, spreads]: unknown[] = Array.isArray(entry) ? entry : [];
  return typeof choice === 'string' && known.isChoice(choice) && isIntensity(intensity) && typeof quality === 'string' && known.isQuality(quality)
    ? [[choice, { intensity, quality, spreads: spreads === true }]]
    : [];
}
