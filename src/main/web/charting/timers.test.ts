import { expect, test } from 'vitest';
import { fold, type Entry, type LedgerEvent } from './fold';
import { dwell, nextDue, overdue } from './timers';

const NOON = Date.parse('2026-12-02T17:00:00Z');
const placement = (dwellSeconds?: number): LedgerEvent['placement'] => ({
  muscle: 'soleus', side: 'R', diameterUm: 250, lengthMm: 40, technique: 'winding', tissue: 'muscle', knowledge: '1',
  ...(dwellSeconds === undefined ? {} : { dwellSeconds }),
});
const entry = (number: number, seconds: number, event: LedgerEvent): Entry =>
  ({ id: `e${number}`, device: 'd', number, at: NOON + seconds * 1000, event });
const into = (needle: string, seconds?: number): LedgerEvent => {
  const where = placement(seconds);
  return { kind: 'inserted', needle, ...(where ? { placement: where } : {}) };
};

test('a needle is overdue when its planned stay is over, the longest first', () => {
  const session = fold([entry(1, 0, into('a', 60)), entry(2, 0, into('b', 30)), entry(3, 0, into('c'))]);
  expect(overdue(session, NOON + 29_000)).toEqual([]);
  expect(overdue(session, NOON + 60_000).map((it) => it.id)).toEqual(['b', 'a']);
  expect(nextDue(session, NOON)).toBe(NOON + 30_000);
  expect(nextDue(session, NOON + 61_000)).toBeNull();
});

test('a clock that runs fast makes no needle late to be late', () => {
  const fast = { ...entry(1, 600, into('a', 60)), recordedAt: NOON };
  const session = fold([fast]);
  expect(session.needles[0]?.insertedAt).toBe(NOON + 600_000);
  expect(overdue(session, NOON + 60_000).map((it) => it.id)).toEqual(['a']);
  expect(overdue(fold([entry(2, 600, into('a', 60))]), NOON + 60_000)).toEqual([]);
  const where = placement(20);
  const again = entry(3, 600, { kind: 'reinserted', needle: 'a', ...(where ? { placement: where } : {}) });
  const out = entry(2, 0, { kind: 'removed', needle: 'a' });
  expect(nextDue(fold([fast, out, { ...again, recordedAt: NOON + 5_000 }]), NOON)).toBe(NOON + 25_000);
});

test('a needle that is out is not overdue; in again, its second stay counts', () => {
  const out = [entry(1, 0, into('a', 60)), entry(2, 10, { kind: 'removed', needle: 'a' })];
  expect(overdue(fold(out), NOON + 90_000)).toEqual([]);
  const where = placement(20);
  const again = fold([...out, entry(3, 100, { kind: 'reinserted', needle: 'a', ...(where ? { placement: where } : {}) })]);
  const needle = again.needles[0];
  expect(needle && dwell(needle)).toEqual({ since: NOON + 100_000, due: NOON + 120_000 });
});
