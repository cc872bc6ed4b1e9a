import { expect, test } from 'vitest';
import { pause } from './live';

test('a connection is tried again soon, then ever later, but each minute at least', () => {
  expect([1, 2, 3, 4].map((failures) => pause(failures, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(pause(50, 0.5)).toBe(60_000);
});

test('not all screens come back at once', () => {
  expect(pause(3, 0)).toBe(3_000);
  expect(pause(3, 1)).toBe(5_000);
});
