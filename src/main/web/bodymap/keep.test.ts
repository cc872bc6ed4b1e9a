import { beforeEach, describe, expect, it } from 'vitest';
import { BLANK, isBlank, type Picture } from './drawing';
import { forget, keep, kept, type Known } from './keep';

class TabStorage implements Storage {
  #entries = new Map<string, string>();
  [name: string]: unknown;
  get length() {
    return this.#entries.size;
  }
  clear() {
    this.#entries.clear();
  }
  getItem(key: string) {
    return this.#entries.get(key) ?? null;
  }
  key(at: number) {
    return [...this.#entries.keys()][at] ?? null;
  }
  removeItem(key: string) {
    this.#entries.delete(key);
  }
  setItem(key: string, value: string) {
    this.#entries.set(key, value);
  }
}

const FORM = '/p/harbor/pain/questions';
const known: Known = {
  isChoice: (choice) => ['calf:L', 'heel:R'].includes(choice),
  isView: (view) => view === 'back',
  isQuality: (word) => ['', 'burning'].includes(word),
};
const CALF: Picture = {
  marks: new Map([['calf:L', { intensity: 7, quality: 'burning', spreads: true }]]),
  areas: [
    {
      id: 'area-1',
      view: 'back',
      rings: [
        [
          [1, 1],
          [20.5, 1],
          [20.5, 30],
        ],
      ],
      feeling: { intensity: 3, quality: '', spreads: false },
    },
  ],
};
let storage: TabStorage;

beforeEach(() => {
  storage = new TabStorage();
});

describe('the drawing of a tab', () => {
  it('is there again when the page is', () => {
    keep(storage, FORM, CALF);
    expect(kept(storage, FORM, known)).toEqual(CALF);
  });

  it('is not shown on the form of another practice', () => {
    keep(storage, FORM, CALF);
    expect(isBlank(kept(storage, '/p/lakeview/pain/questions', known))).toBe(true);
  });

  it('leaves out what the page does not know and what cannot be', () => {
    const marks = '[["calf:L",11,"",false],["heel:R",4,"",false],["tail:M",3,"",false],["calf:L","5","",false],["calf:L",5,"odd",false],7,null]';
    storage.setItem(`needlepoint.pain:${FORM}`, `{"marks":${marks},"outlines":["below;5;;no;1,1 2,1 2,2","back;5;odd;no;1,1 2,1 2,2",4,"back;5"]}`);
    expect(kept(storage, FORM, known)).toEqual({ marks: new Map([['heel:R', { intensity: 4, quality: '', spreads: false }]]), areas: [] });
  });

  it('is empty when what was kept cannot be read', () => {
    for (const broken of ['{"half', 'null', '[["calf:L",7]]', '{"marks":7}']) {
      storage.setItem(`needlepoint.pain:${FORM}`, broken);
      expect(isBlank(kept(storage, FORM, known))).toBe(true);
    }
  });

  it('leaves nothing behind when nothing is marked', () => {
    keep(storage, FORM, CALF);
    keep(storage, FORM, BLANK);
    expect(storage.length).toBe(0);
  });

  it('is forgotten for every practice, and nothing else is', () => {
    storage.setItem('other', 'stays');
    keep(storage, FORM, CALF);
    keep(storage, '/p/lakeview/pain/questions', CALF);
    forget(storage);
    expect(Array.from({ length: storage.length }, (_, at) => storage.key(at))).toEqual(['other']);
  });
});
