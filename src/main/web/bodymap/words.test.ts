import { describe, expect, it } from 'vitest';
import { countOf, fill, sentenceOf } from './words';

const phrases = {
  sayNone: 'No areas marked.',
  sayOne: '1 area marked.',
  sayMany: '{0} areas marked.',
  sayItem: '{0}, {1} out of 10',
  saySentence: 'You marked: {0}.',
};
const names: Record<string, string> = { 'calf:L': 'Calf (left)', 'scapula:R': 'Over the shoulder blade (right)' };
const labelOf = (choice: string) => names[choice] ?? choice;

describe('the words of the map', () => {
  it('say how many areas are marked', () => {
    expect(countOf(new Map(), phrases)).toBe('No areas marked.');
    expect(countOf(new Map([['calf:L', 5]]), phrases)).toBe('1 area marked.');
    expect(countOf(new Map([['calf:L', 5], ['scapula:R', 6]]), phrases)).toBe('2 areas marked.');
  });

  it('say what is marked, the worst first', () => {
    const marks = new Map([['calf:L', 4], ['scapula:R', 6]]);
    expect(sentenceOf(marks, labelOf, phrases)).toBe('You marked: Over the shoulder blade (right), 6 out of 10; Calf (left), 4 out of 10.');
    expect(sentenceOf(new Map(), labelOf, phrases)).toBe('');
  });

  it('fill each gap once and leave alone what looks like one in a name', () => {
    expect(fill('{0} marked, {1}', '{1}', 2)).toBe('{1} marked, 2');
    expect(fill(undefined, 1)).toBe('');
  });
});
