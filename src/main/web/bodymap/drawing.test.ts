import { describe, expect, it } from 'vitest';
import { Drawing, levelOf, worstFirst, worstOf } from './drawing';

describe('a drawing', () => {
  it('takes a mark back step by step, to the beginning and no further', () => {
    const drawing = new Drawing();
    drawing.mark('calf:L');
    drawing.mark('calf:L', 8);
    drawing.remove('calf:L');
    expect(drawing.marks.size).toBe(0);
    drawing.undo();
    expect(drawing.marks.get('calf:L')).toBe(8);
    drawing.undo();
    expect(drawing.marks.get('calf:L')).toBe(5);
    drawing.undo();
    drawing.undo();
    expect(drawing.marks.size).toBe(0);
    expect(drawing.canUndo).toBe(false);
  });

  it('counts the same said twice as one step, and taking away nothing as none', () => {
    const drawing = new Drawing();
    drawing.remove('heel:R');
    expect(drawing.canUndo).toBe(false);
    drawing.mark('heel:R', 4);
    drawing.mark('heel:R', 4);
    drawing.undo();
    expect(drawing.marks.size).toBe(0);
  });

  it('cannot be brought back once it was cleared', () => {
    const drawing = new Drawing();
    drawing.mark('sternum:M', 9);
    drawing.start();
    expect(drawing.canUndo).toBe(false);
    drawing.undo();
    expect(drawing.marks.size).toBe(0);
  });
});

describe('a region', () => {
  const marks = new Map([
    ['scapula:R', 3],
    ['interscapular:R', 8],
    ['calf:L', 0],
  ]);

  it('is as bad as the worst of what lies there', () => {
    expect(worstOf(marks, ['scapula:R', 'interscapular:R'])).toBe(8);
    expect(worstOf(marks, ['scapula:L'])).toBeUndefined();
  });

  it('counts a place without pain now as marked', () => {
    expect(worstOf(marks, ['calf:L'])).toBe(0);
  });

  it('has the pattern that the server draws', () => {
    expect([0, 1, 3, 4, 6, 7, 10].map(levelOf)).toEqual(['none', 'mild', 'mild', 'moderate', 'moderate', 'severe', 'severe']);
  });

  it('is told the worst first', () => {
    expect(worstFirst(marks).map(([choice]) => choice)).toEqual(['interscapular:R', 'scapula:R', 'calf:L']);
  });
});
