import { describe, expect, it } from 'vitest';
import { Drawing, isBlank, worstFirst, type Area } from './drawing';
import { fillOf, levelOf, USUAL } from './feeling';

const AREA: Area = {
  id: 'area-1',
  view: 'back',
  rings: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  ],
  feeling: USUAL,
};

const bad = (intensity: number) => ({ ...USUAL, intensity });

describe('a drawing', () => {
  it('takes a mark back step by step, to the beginning and no further', () => {
    const drawing = new Drawing();
    drawing.mark('calf:L');
    drawing.mark('calf:L', bad(8));
    drawing.remove('calf:L');
    expect(isBlank(drawing.picture)).toBe(true);
    drawing.undo();
    expect(drawing.feeling('calf:L')).toEqual(bad(8));
    drawing.undo();
    expect(drawing.feeling('calf:L')).toEqual(USUAL);
    drawing.undo();
    drawing.undo();
    expect(isBlank(drawing.picture)).toBe(true);
    expect(drawing.canUndo).toBe(false);
  });

  it('counts the same said twice as one step, and taking away nothing as none', () => {
    const drawing = new Drawing();
    drawing.remove('heel:R');
    expect(drawing.canUndo).toBe(false);
    drawing.mark('heel:R', bad(4));
    drawing.mark('heel:R', bad(4));
    drawing.undo();
    expect(isBlank(drawing.picture)).toBe(true);
  });

  it('holds marks and painted areas side by side, and takes back either', () => {
    const drawing = new Drawing();
    drawing.mark('calf:L', bad(2));
    drawing.paint([AREA]);
    drawing.mark('area-1', { intensity: 9, quality: 'burning', spreads: true });
    expect(worstFirst(drawing.picture).map(([key]) => key)).toEqual(['area-1', 'calf:L']);
    expect(drawing.picture.marks.has('area-1')).toBe(false);
    drawing.undo();
    expect(drawing.feeling('area-1')).toEqual(USUAL);
    drawing.remove('area-1');
    expect(drawing.picture.areas).toEqual([]);
    drawing.undo();
    drawing.undo();
    expect([...drawing.picture.marks.keys()]).toEqual(['calf:L']);
    expect(drawing.picture.areas).toEqual([]);
  });

  it('cannot be brought back once it was cleared', () => {
    const drawing = new Drawing();
    drawing.mark('sternum:M', bad(9));
    drawing.start();
    expect(drawing.canUndo).toBe(false);
    drawing.undo();
    expect(isBlank(drawing.picture)).toBe(true);
  });
});

describe('how a place feels', () => {
  it('has the colour that the server draws', () => {
    expect([0, 1, 3, 4, 6, 7, 10].map(levelOf)).toEqual(['none', 'mild', 'mild', 'moderate', 'moderate', 'severe', 'severe']);
  });

  it('is told by pattern too, plain where nobody said what it feels like', () => {
    expect(fillOf(USUAL)).toBe('url(#np-map-moderate-plain)');
    expect(fillOf({ intensity: 8, quality: 'burning', spreads: false })).toBe('url(#np-map-severe-burning)');
  });
});
