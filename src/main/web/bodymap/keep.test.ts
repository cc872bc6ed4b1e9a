import { beforeEach, describe, expect, it } from 'vitest';
import { forget, keep, kept } from './keep';

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
const known = (choice: string) => ['calf:L', 'heel:R'].includes(choice);
let storage: TabStorage;

beforeEach(() => {
  storage = new TabStorage();
});

describe('the drawing of a tab', () => {
  it('is there again when the page is', () => {
    keep(storage, FORM, new Map([['calf:L', 7]]));
    expect(kept(storage, FORM, known)).toEqual(new Map([['calf:L', 7]]));
  });

  it('is not shown on the form of another practice', () => {
    keep(storage, FORM, new Map([['calf:L', 7]]));
    expect(kept(storage, '/p/lakeview/pain/questions', known).size).toBe(0);
  });

  it('leaves out what the page does not know and what cannot be', () => {
    storage.setItem(`needlepoint.pain:${FORM}`, '[["calf:L",11],["heel:R",4],["tail:M",3],["calf:L","5"],7,null]');
    expect(kept(storage, FORM, known)).toEqual(new Map([['heel:R', 4]]));
  });

  it('is empty when what was kept cannot be read', () => {
    storage.setItem(`needlepoint.pain:${FORM}`, '{"half');
    expect(kept(storage, FORM, known).size).toBe(0);
  });

  it('leaves nothing behind when nothing is marked', () => {
    keep(storage, FORM, new Map([['calf:L', 7]]));
    keep(storage, FORM, new Map());
    expect(storage.length).toBe(0);
  });

  it('is forgotten for every practice, and nothing else is', () => {
    storage.setItem('other', 'stays');
    keep(storage, FORM, new Map([['calf:L', 7]]));
    keep(storage, '/p/lakeview/pain/questions', new Map([['heel:R', 2]]));
    forget(storage);
    expect(Array.from({ length: storage.length }, (_, at) => storage.key(at))).toEqual(['other']);
  });
});
