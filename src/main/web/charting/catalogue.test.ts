import { expect, test } from 'vitest';
import { find, levels, type Catalogue, type Muscle } from './catalogue';

const muscle = (id: string, name: string, words: string): Muscle =>
  ({ id, name, words, sided: true, region: 'neck-posterior', near: [], reviewed: false });

const catalogue: Catalogue = {
  edition: '1',
  regions: {},
  muscles: [
    muscle('levator-scapulae', 'Levator scapulae', 'musculus levator scapulae elevador de la escapula'),
    muscle('trapezius-upper', 'Upper trapezius', 'musculus trapezius upper traps trapecio superior'),
    muscle('trapezius-middle', 'Middle trapezius', 'musculus trapezius mid traps trapecio medio'),
  ],
};
const ids = (typed: string): string[] => find(catalogue, typed, 12).map((it) => it.id);

test('a muscle is found by any of its names, in whatever order the words are typed', () => {
  expect(ids('upper traps')).toEqual(['trapezius-upper']);
  expect(ids('traps mid')).toEqual(['trapezius-middle']);
  expect(ids('TRAPECIO')).toEqual(['trapezius-upper', 'trapezius-middle']);
  expect(ids('escápula')).toEqual(['levator-scapulae']);
});

test('those whose own name fits come first', () => {
  expect(ids('upper')[0]).toBe('trapezius-upper');
});

test('nothing typed finds nothing, nor does what no name has', () => {
  expect(ids('  ')).toEqual([]);
  expect(ids('xyz')).toEqual([]);
});

test('levels run along the spine, whichever is named first', () => {
  expect(levels('L1', 'L4')).toEqual(['L1', 'L2', 'L3', 'L4']);
  expect(levels('L1', 'T12')).toEqual(['T12', 'L1']);
  expect(levels('C3', 'C3')).toEqual(['C3']);
  expect(levels('X1', 'C3')).toEqual([]);
});
