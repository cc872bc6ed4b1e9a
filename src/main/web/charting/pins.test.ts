import { expect, test } from 'vitest';
import type { Figures } from './figures';
import { fold, type Entry, type MapPoint, type Placement, type Session } from './fold';
import type { Proposal } from './page';
import { hits, pinsOf, stacked, usualView, type Pin } from './pins';

const figures: Figures = {
  map: 'm1',
  views: [],
  middles: { 'infraspinatus R': { view: 'back', x: 430, y: 400 }, 'pectoralis-major R': { view: 'front', x: 270, y: 380 } },
};
const at = (x: number, y: number, map = 'm1'): MapPoint => ({ view: 'back', x, y, map });

function placed(muscle: string, point?: MapPoint): Placement {
  return {
    muscle, side: 'R', diameterUm: 250, lengthMm: 40, technique: 'deep-static', tissue: 'muscle', knowledge: '1',
    ...(point ? { point } : {}),
  };
}

function session(...events: readonly (readonly [kind: string, needle: string, placement?: Placement])[]): Session {
  return fold(events.map(([kind, needle, placement], number): Entry => ({
    id: `e${number}`, device: 'd', number: number + 1, at: number, event: { kind, needle, ...(placement ? { placement } : {}) },
  })));
}

const seen = (pins: readonly Pin[]): string[] =>
  pins.map((it) => `${it.look} ${it.label} ${it.view} ${it.x},${it.y} ${it.point ? 'marked' : 'middle'}`);

test('a marked needle stands at its point with its number, also when it is out', () => {
  const now = session(['inserted', 'a', placed('infraspinatus', at(420, 390))], ['inserted', 'b', placed('infraspinatus', at(440, 410))], ['removed', 'a']);
  expect(seen(pinsOf(now, [], figures).pins)).toEqual(['out 1 back 420,390 marked', 'in 2 back 440,410 marked']);
});

test('needles that nobody marked stand together in the middle of their muscle, and are named', () => {
  const now = session(['inserted', 'a', placed('infraspinatus')], ['inserted', 'b', placed('infraspinatus')], ['inserted', 'c', placed('infraspinatus')], ['removed', 'c']);
  const { pins, unmarked } = pinsOf(now, [], figures);
  expect(seen(pins)).toEqual(['in ×2 back 430,400 middle', 'out 3 back 430,400 middle']);
  expect(unmarked).toEqual([{ muscle: 'infraspinatus', side: 'R' }]);
});

test('a point of another edition of the map has no place on this one', () => {
  const { pins, unmarked, elsewhere } = pinsOf(session(['inserted', 'a', placed('infraspinatus', at(420, 390, 'm0'))]), [], figures);
  expect(seen(pins)).toEqual(['in 1 back 430,400 middle']);
  expect([unmarked, elsewhere]).toEqual([[], [{ muscle: 'infraspinatus', side: 'R' }]]);
});

test('a muscle that the map does not draw has no pin, and is named', () => {
  const { pins, undrawn } = pinsOf(session(['inserted', 'a', placed('subscapularis')]), [], figures);
  expect(pins).toEqual([]);
  expect(undrawn).toEqual([{ muscle: 'subscapularis', side: 'R' }]);
});

test('a needle that is missing looks so', () => {
  expect(seen(pinsOf(session(['inserted', 'a', placed('infraspinatus')], ['unaccounted', 'a']), [], figures).pins))
    .toEqual(['missing 1 back 430,400 middle']);
});

test('last time stands as proposals until a needle is at the point, or as many are in', () => {
  const last: Proposal[] = [
    { muscle: 'infraspinatus', side: 'R', needles: 2, points: [at(420, 390), at(440, 410)] },
    { muscle: 'pectoralis-major', side: 'R', needles: 3, points: [] },
  ];
  expect(seen(pinsOf(session(), last, figures).pins)).toEqual([
    'last ×3 front 270,380 middle', 'last  back 420,390 marked', 'last  back 440,410 marked',
  ]);
  const one = session(['inserted', 'a', placed('infraspinatus', at(420, 390))]);
  expect(seen(pinsOf(one, last, figures).pins)).toEqual([
    'last ×3 front 270,380 middle', 'in 1 back 420,390 marked', 'last  back 440,410 marked',
  ]);
  const both = session(['inserted', 'a', placed('infraspinatus')], ['inserted', 'b', placed('infraspinatus')], ['inserted', 'c', placed('pectoralis-major')]);
  expect(pinsOf(both, last, figures).pins.filter((it) => it.look === 'last')).toEqual([]);
});

test('no pin hides another: those that nobody marked make way downwards, by as much as is seen', () => {
  const now = session(
    ['inserted', 'a', placed('infraspinatus', at(432, 398))], ['inserted', 'b', placed('infraspinatus')],
    ['inserted', 'c', placed('infraspinatus')], ['removed', 'c'], ['inserted', 'd', placed('pectoralis-major')],
  );
  const { pins } = pinsOf(now, [], figures);
  expect(stacked(pins, 'back', 3).map((it) => `${it.label} ${it.down}`)).toEqual(['1 0', '2 24', '3 48']);
  expect(stacked(pins, 'front', 3).map((it) => `${it.label} ${it.down}`)).toEqual(['4 0']);
});

test('the view with most needles is shown first, the back while there are none', () => {
  const now = pinsOf(session(['inserted', 'a', placed('pectoralis-major')]), [], figures).pins;
  expect([usualView(now), usualView([])]).toEqual(['front', 'back']);
});

test('a finger hits what is drawn within 16 pixels, the nearest first', () => {
  const last: Proposal[] = [{ muscle: 'infraspinatus', side: 'R', needles: 2, points: [at(420, 390), at(440, 410)] }];
  const drawn = stacked(pinsOf(session(), last, figures).pins, 'back', 2);
  const hit = (x: number, y: number): string[] => hits(drawn, [x, y], 2).map((it) => `${it.x},${it.y}`);
  expect([hit(438, 406), hit(420, 359), hit(420, 357)]).toEqual([['440,410', '420,390'], ['420,390'], []]);
});
