import { expect, test } from 'vitest';
import type { Figures, FigureView } from './figures';
import { siteWords } from './site';
import { sayer } from './words';

const say = sayer({
  'charting.site.zone': '{0}, {1}', 'charting.site.from': '{0} from {1}', 'charting.site.at': 'at {0}',
  'charting.site.right': '{0} cm right', 'charting.site.left': '{0} cm left', 'charting.site.up': '{0} cm up',
  'charting.site.down': '{0} cm down', 'charting.site.forward': '{0} cm forward', 'charting.site.back': '{0} cm back',
  'charting.site.view.left': 'left side', 'charting.site.otherMap': 'on an earlier edition',
}, 'en');
const view = (id: string, more: Partial<FigureView>): FigureView =>
  ({ id, label: id, box: '0 0 700 1740', skin: '', muscles: [], landmarks: [], zones: [], ...more });
const figures: Figures = {
  map: 'm1',
  middles: {},
  views: [
    view('front', { landmarks: [{ label: 'acromion', x: 184, y: 316 }] }),
    view('back', {
      landmarks: [{ label: 'T7', x: 351, y: 471 }, { label: 'C7', x: 353, y: 291 }],
      zones: [{ label: 'Shoulder blade (right)', path: 'M370 300l120 0l0 200l-120 0z' }],
    }),
    view('left', { landmarks: [{ label: 'acromion', x: 292, y: 316 }] }),
  ],
};
const words = (id: string, x: number, y: number, map = 'm1'): string => siteWords({ view: id, x, y, map }, figures, say);

test('a place is its zone and the way from the nearest landmark, in the patient’s own directions', () => {
  expect(words('back', 391, 452)).toBe('Shoulder blade (right), 4 cm right, 2 cm up from T7');
  expect(words('front', 204, 316)).toBe('2 cm left from acromion');
  expect(words('left', 272, 346)).toBe('2 cm forward, 3 cm down from acromion');
});

test('on a landmark it says so, and far from all of them only the zone or the view', () => {
  expect(words('back', 352, 290)).toBe('at C7');
  expect(words('left', 292, 900)).toBe('left side');
});

test('a point of another edition of the map is not placed on this one', () => {
  expect(words('back', 391, 451, 'm0')).toBe('on an earlier edition');
});
