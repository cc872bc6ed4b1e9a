/** What the list says, for the grid to draw. The list is the truth: it is read again after every change. */
export interface Line {
  readonly id: string;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
  readonly version: string;
  readonly movable: boolean;
  readonly gone: boolean;
  readonly state: string;
  readonly name: string;
  readonly what: string;
  readonly note: string;
  readonly href: string | null;
}

export interface Column {
  readonly resource: string;
  readonly day: string;
  readonly name: string;
  /** From and to, local: `09:00`. */
  readonly hours: readonly (readonly [string, string])[];
  readonly lines: readonly Line[];
}

const words = (element: Element, selector: string): string => element.querySelector(selector)?.textContent?.trim() ?? '';

/** Somebody else may stand beside them, so the colour alone would not do. */
const missed = (item: HTMLElement): string => (item.dataset['state'] === 'no-show' ? words(item, '.np-visit__state .np-tag') : '');

const line = (item: HTMLElement): Line => ({
  id: item.dataset['id'] ?? '',
  kind: item.dataset['kind'] ?? '',
  start: item.dataset['start'] ?? '',
  end: item.dataset['end'] ?? '',
  version: item.dataset['version'] ?? '0',
  movable: item.dataset['movable'] === 'true',
  gone: item.dataset['gone'] === 'true',
  state: item.dataset['state'] ?? '',
  name: words(item, '.np-visit__name'),
  what: words(item, '[data-what]'),
  note: [missed(item), words(item, '.np-cal__late'), words(item, '.np-cal__overlap')].filter(Boolean).join(' · '),
  href: item.querySelector('.np-visit__name a')?.getAttribute('href') ?? null,
});

export const hours = (written: string): [string, string][] =>
  written
    .split(' ')
    .filter((each) => each.includes('-'))
    .map((each) => [each.slice(0, 5), each.slice(6, 11)]);

export const columns = (list: ParentNode): Column[] =>
  [...list.querySelectorAll<HTMLElement>('.np-cal__section')].map((section) => ({
    resource: section.dataset['resource'] ?? '',
    day: section.dataset['on'] ?? '',
    name: section.dataset['name'] ?? '',
    hours: hours(section.dataset['hours'] ?? ''),
    lines: [...section.querySelectorAll<HTMLElement>('[data-id]')].map(line),
  }));

/** The stretches of a day in which nobody works: what is left of it without the hours. */
export const closed = (begins: string, ends: string, open: Column['hours']): [string, string][] => {
  const gaps: [string, string][] = [];
  let from = begins;
  for (const [opens, closes] of open) {
    if (opens > from) {
      gaps.push([from, opens]);
    }
    from = closes > from ? closes : from;
  }
  if (from < ends) {
    gaps.push([from, ends]);
  }
  return gaps;
};

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-12-02` and `09:05`, as the clock on the wall shows them. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
export const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;
export const minutesBetween = (start: Date, end: Date): number => Math.round((end.getTime() - start.getTime()) / 60_000);
