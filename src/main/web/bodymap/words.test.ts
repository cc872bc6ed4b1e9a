import { describe, expect, it } from 'vitest';
import { BLANK, type Picture } from './drawing';
import { USUAL } from './feeling';
import { countOf, fill, itemOf, sentenceOf, type Names } from './words';

const phrases = {
  sayNone: 'No places marked.',
  sayOne: '1 place marked.',
  sayMany: '{0} places marked.',
  sayItem: '{0}, {1} out of 10',
  saySpreads: 'spreads to here',
  saySentence: 'You marked: {0}.',
};
const labels: Record<string, string> = { 'calf:L': 'Calf (left)', 'scapula:R': 'Over the shoulder blade (right)', 'area-1': 'Painted: Calf (left)' };
const names: Names = { label: (key) => labels[key] ?? key, quality: (word) => (word ? 'Burning' : '') };
const marked = (...marks: [string, number][]): Picture => ({ ...BLANK, marks: new Map(marks.map(([key, intensity]) => [key, { ...USUAL, intensity }])) });

describe('the words of the map', () => {
  it('say how many places are marked, painted ones too', () => {
    expect(countOf(BLANK, phrases)).toBe('No places marked.');
    expect(countOf(marked(['calf:L', 5]), phrases)).toBe('1 place marked.');
    expect(countOf({ ...marked(['calf:L', 5]), areas: [{ id: 'area-1', view: 'back', rings: [], feeling: USUAL }] }, phrases)).toBe('2 places marked.');
  });

  it('say what is marked, the worst first', () => {
    expect(sentenceOf(marked(['calf:L', 4], ['scapula:R', 6]), names, phrases)).toBe(
      'You marked: Over the shoulder blade (right), 6 out of 10; Calf (left), 4 out of 10.',
    );
    expect(sentenceOf(BLANK, names, phrases)).toBe('');
  });

  it('say what it feels like and that it spreads, as far as somebody said so', () => {
    expect(itemOf('area-1', { intensity: 8, quality: 'burning', spreads: true }, names, phrases)).toBe('Painted: Calf (left), 8 out of 10, burning, spreads to here');
    expect(itemOf('calf:L', USUAL, names, phrases)).toBe('Calf (left), 5 out of 10');
  });

  it('fill each gap once and leave alone what looks like one in a name', () => {
    expect(fill('{0} marked, {1}', '{1}', 2)).toBe('{1} marked, 2');
    expect(fill(undefined, 1)).toBe('');
  });
});
