import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave } from './autosave';

describe('a note that is being written', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is saved once after a pause, however much was typed', async () => {
    const save = vi.fn(async () => undefined);
    const autosave = new Autosave(save, 1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(900);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(900);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('is never saved twice at the same time, and what was typed meanwhile follows', async () => {
    let done: () => void = () => undefined;
    const save = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const autosave = new Autosave(save, 1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(1);
    done();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('is sent only when no saving is on its way, and none follows', async () => {
    let done: () => void = () => undefined;
    const save = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const autosave = new Autosave(save, 1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.busy).toBe(true);
    const settled = autosave.settled();
    done();
    await settled;
    expect(autosave.busy).toBe(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('goes on being saved after the network was away', async () => {
    const save = vi.fn(async () => Promise.reject(new Error('offline')));
    const autosave = new Autosave(save, 1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('is tried again by itself until it has arrived, and until then counts as not saved', async () => {
    let away = true;
    const save = vi.fn(async () => (away ? Promise.reject(new Error('offline')) : undefined));
    const autosave = new Autosave(save, 1000, 5000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.unsaved).toBe(true);
    away = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(autosave.unsaved).toBe(false);
    await vi.advanceTimersByTimeAsync(20000);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('is sent at once when the network is back', async () => {
    let away = true;
    const save = vi.fn(async () => (away ? Promise.reject(new Error('offline')) : undefined));
    const autosave = new Autosave(save, 1000, 60000);
    autosave.touched();
    await vi.advanceTimersByTimeAsync(1000);
    away = false;
    autosave.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledTimes(2);
    expect(autosave.unsaved).toBe(false);
  });

  it('is left alone when the network comes back and nothing waits', async () => {
    const save = vi.fn(async () => undefined);
    const autosave = new Autosave(save, 1000);
    autosave.hurry();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).not.toHaveBeenCalled();
  });
});
