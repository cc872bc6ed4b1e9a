import { expect, test } from 'vitest';
import { again, along, fault, insertions, like, placement, unsaid, UNSET, type Settings } from './settings';

const usual: Settings = { ...UNSET, diameterUm: 250, lengthMm: 40, technique: 'deep-static', tissue: 'muscle' };
const multifidus = { muscle: 'multifidus-lumborum', side: 'R' } as const;

test('size, technique and tissue are chosen before a needle is charted', () => {
  expect(fault(UNSET)).toBe('size');
  expect(fault({ ...usual, tissue: null })).toBe('technique');
  expect(fault(usual)).toBeNull();
});

test('a needle does not go in deeper than it is long', () => {
  expect(fault({ ...usual, depthMm: 40 })).toBeNull();
  expect(fault({ ...usual, depthMm: 41 })).toBe('depth');
  expect(fault({ ...usual, depthMm: 0 })).toBe('depth-range');
});

test('several needles are several, each with an id of its own', () => {
  const events = insertions(usual, multifidus, '1', 5);
  expect(new Set(events.map((it) => it.needle)).size).toBe(5);
  expect(insertions(usual, multifidus, '1', 1000)).toHaveLength(40);
});

test('a marked point is the place of one needle, not of several nor of the next', () => {
  const point = { view: 'back', x: 430, y: 400, map: 'm1' };
  const events = insertions({ ...usual, point }, multifidus, '1', 3);
  expect(events.map((it) => it.placement?.point)).toEqual([point, undefined, undefined]);
  expect(along({ ...usual, point }, multifidus, '1', { from: 'L1', to: 'L2', both: false }).some((it) => it.placement?.point)).toBe(false);
  expect(like(placement({ ...usual, point }, multifidus, '1')).point).toBeNull();
});

test('L1 to L4 on both sides are eight needles, a level and a side each', () => {
  const events = along(usual, multifidus, '1', { from: 'L1', to: 'L4', both: true });
  expect(events.map((it) => `${it.placement?.site} ${it.placement?.side}`)).toEqual([
    'L1 L', 'L1 R', 'L2 L', 'L2 R', 'L3 L', 'L3 R', 'L4 L', 'L4 R',
  ]);
});

test('what is said of one needle alone is not taken on to the next', () => {
  const before = placement({ ...usual, depthMm: 30, site: 'L3', lot: 'A1', dwellSeconds: 600 }, multifidus, '1');
  expect(like(before)).toMatchObject({ depthMm: null, site: null, lot: 'A1', dwellSeconds: 600 });
});

test('a needle that goes in again is as it was, but nobody has said where and how deep', () => {
  const before = placement({ ...usual, depthMm: 30, site: 'L3', lot: 'A1', point: { view: 'back', x: 430, y: 400, map: 'm1' } }, multifidus, '1');
  expect(again(before)).toEqual(placement({ ...usual, site: 'L3', lot: 'A1' }, multifidus, '1'));
});

test('another muscle takes over the needle, not its depth, level or point', () => {
  const point = { view: 'back', x: 430, y: 400, map: 'm1' };
  expect(unsaid({ ...usual, depthMm: 30, site: 'L3', lot: 'A1', point })).toEqual({ ...usual, lot: 'A1' });
});
