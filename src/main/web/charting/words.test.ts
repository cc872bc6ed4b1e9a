import { expect, test } from 'vitest';
import { message, sayer } from './words';

const figure = new Intl.NumberFormat('en');

test('values stand where the pattern says', () => {
  expect(message('{0} of {1} out', [2, 6], figure)).toBe('2 of 6 out');
  expect(message('Needling {0}', ['Ana'], figure)).toBe('Needling Ana');
});

test('a choice is the last that fits, and may hold the value itself', () => {
  const pattern = '{0,choice,0#No needle is|1#One needle is|1<{0} needles are} in; {1,choice,0#none|1#one|1<{1}} out.';
  expect(message(pattern, [0, 1], figure)).toBe('No needle is in; one out.');
  expect(message(pattern, [1, 0], figure)).toBe('One needle is in; none out.');
  expect(message(pattern, [1200, 2], figure)).toBe('1,200 needles are in; 2 out.');
});

test('an apostrophe is written twice where there are values', () => {
  expect(message("The patient''s {0}", ['arm'], figure)).toBe("The patient's arm");
  expect(message('It isn’t', [], figure)).toBe('It isn’t');
});

test('an unknown key says itself', () => {
  expect(sayer({}, 'en')('charting.unknown')).toBe('charting.unknown');
});
