import { expect, test } from 'vitest';
import { closed, dayOf, hours, minutesBetween, timeOf } from './board';

test('hours are read from and to', () => {
  expect(hours('09:00-12:00 13:00-17:00')).toEqual([['09:00', '12:00'], ['13:00', '17:00']]);
  expect(hours('')).toEqual([]);
});

test('closed is what the hours leave of the day', () => {
  expect(closed('08:00', '18:00', hours('09:00-12:00 13:00-17:00'))).toEqual([['08:00', '09:00'], ['12:00', '13:00'], ['17:00', '18:00']]);
  expect(closed('08:00', '18:00', [])).toEqual([['08:00', '18:00']]);
  expect(closed('09:00', '17:00', hours('09:00-17:00'))).toEqual([]);
});

test('a time is written as the clock on the wall shows it', () => {
  const at = new Date(2026, 11, 2, 9, 5);
  expect(dayOf(at)).toBe('2026-12-02');
  expect(timeOf(at)).toBe('09:05');
  expect(minutesBetween(at, new Date(2026, 11, 2, 9, 50))).toBe(45);
});
