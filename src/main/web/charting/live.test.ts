import { expect, test } from 'vitest';
import { isStale, wentOut } from './live';

test('an answer that a later one has overtaken is stale', () => {
  expect(isStale({ version: '7' }, { version: '6' })).toBe(true);
  expect(isStale({ version: '7' }, { version: '7' })).toBe(false);
  expect(isStale({ version: '7' }, { version: '10' })).toBe(false);
});

test('the last needle has come out when there were some and there are none', () => {
  expect(wentOut({ inSitu: '2' }, { inSitu: '0' })).toBe(true);
  expect(wentOut({ inSitu: '2' }, { inSitu: '1' })).toBe(false);
  expect(wentOut({ inSitu: '0' }, { inSitu: '0' })).toBe(false);
});
