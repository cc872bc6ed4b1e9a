import { describe, expect, it } from 'vitest';
import { Camera } from './camera';

const BODY = { x: 0, y: 0, width: 700, height: 1740 };
const PHONE = { width: 350, height: 580 };

function sees(camera: Camera) {
  const { x, y, width, height } = camera.box;
  return [x, y, x + width, y + height].map(Math.round);
}

describe('a camera', () => {
  it('shows the whole figure in the middle of its window at first', () => {
    expect(sees(new Camera(BODY, PHONE))).toEqual([-175, 0, 875, 1740]);
  });

  it('keeps the place under the finger when it comes nearer', () => {
    const camera = new Camera(BODY, PHONE);
    camera.zoom(4, [300, 600]);
    const { x, y, width, height } = camera.box;
    expect((600 - y) / height).toBeCloseTo(600 / 1740);
    expect((300 - x) / width).toBeCloseTo((300 + 175) / 1050);
  });

  it('comes no nearer than four pixels for a millimetre and goes no farther than the whole', () => {
    const camera = new Camera(BODY, PHONE);
    camera.zoom(1000);
    expect(camera.scale).toBe(4);
    expect(camera.isNearest).toBe(true);
    camera.zoom(0.0001);
    expect(camera.isNear).toBe(false);
    expect(sees(camera)).toEqual([-175, 0, 875, 1740]);
  });

  it('never loses the figure out of sight', () => {
    const camera = new Camera(BODY, PHONE);
    camera.zoom(6);
    camera.pan(-5000, -5000);
    expect(sees(camera).slice(0, 2)).toEqual([0, 0]);
    camera.pan(9000, 9000);
    expect(sees(camera).slice(2)).toEqual([700, 1740]);
  });

  it('shows a part as large as it fits', () => {
    const camera = new Camera(BODY, PHONE);
    camera.show({ x: 200, y: 0, width: 300, height: 300 });
    expect(sees(camera)).toEqual([200, 0, 500, 497]);
    camera.whole();
    expect(camera.isNear).toBe(false);
  });

  it('moves along with a cursor that would leave it', () => {
    const camera = new Camera(BODY, PHONE);
    camera.show({ x: 200, y: 600, width: 200, height: 200 });
    const before = sees(camera);
    camera.follow([300, 700]);
    expect(sees(camera)).toEqual(before);
    camera.follow([650, 1400]);
    const [left, top, right, bottom] = sees(camera);
    expect(left! < 650 && right! > 650 && top! < 1400 && bottom! > 1400).toBe(true);
  });

  it('keeps its place when the window changes', () => {
    const camera = new Camera(BODY, PHONE);
    camera.show({ x: 200, y: 600, width: 200, height: 200 });
    const { x, y, width, height } = camera.box;
    camera.resize({ width: 500, height: 500 });
    const now = camera.box;
    expect([now.x + now.width / 2, now.y + now.height / 2]).toEqual([x + width / 2, y + height / 2]);
  });
});
