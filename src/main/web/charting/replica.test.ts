import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Entry, LedgerEvent } from './fold';
import { Exchange } from './exchange';
import { Replica } from './replica';
import { Store } from './store';

const SESSION = '01890000-0000-7000-8000-000000000001';
const ME = 'me';
const IN: LedgerEvent = { kind: 'inserted', needle: 'n1', placement: {
  muscle: 'soleus', side: 'R', diameterUm: 250, lengthMm: 40, technique: 'winding', tissue: 'muscle', knowledge: '1',
} };

/** A server that keeps what it is sent, and can be away. */
class Ledger {
  readonly entries: Entry[] = [];
  away = false;
  status = 200;

  readonly call = async (address: string | URL | Request, request?: RequestInit): Promise<Response> => {
    if (this.away) {
      throw new TypeError('network');
    }
    if (this.status !== 200) {
      return new Response(JSON.stringify({ errors: [{ field: 'events[0].event', message: 'no' }] }), { status: this.status });
    }
    if (request?.method === 'POST') {
      const { device, events } = JSON.parse(String(request.body)) as { device: string; events: Omit<Entry, 'device'>[] };
      const taken = events.some((it) => this.entries.some((kept) => kept.device === device && kept.number === it.number && kept.id !== it.id));
      if (taken) {
        return new Response('{}', { status: 409 });
      }
      events.filter((it) => !this.entries.some((kept) => kept.id === it.id)).forEach((it) => this.entries.push({ ...it, device }));
    }
    const version = Number(new URL(String(address), 'http://x').searchParams.get('version'));
    return Response.json({
      version: this.entries.length, now: Date.now(), entries: this.entries.slice(Math.max(0, version)), csrf: { name: 'X', token: 't' },
    });
  };
}

let store: Store;
let ledger: Ledger;

beforeEach(async () => {
  indexedDB = new IDBFactory();
  store = await Store.open();
  await store.takePart(SESSION, 'p', 'tablet');
  ledger = new Ledger();
});

const replica = async (account = ME): Promise<Replica> => {
  const made = new Replica(store, SESSION, 'tablet', account, new Exchange('/ledger', ledger.call as typeof fetch), () => undefined);
  await made.restore();
  return made;
};

test('a tap is drawn at once and leaves the device when the server has it', async () => {
  const mine = await replica();
  await mine.tap([IN]);
  expect(mine.session.needles).toHaveLength(1);
  await mine.sync();
  expect(mine.unsent.mine).toBe(0);
  expect(ledger.entries.map((it) => [it.number, it.event.kind])).toEqual([[1, 'inserted']]);
});

test('without a network taps wait in their order, also for the next page', async () => {
  ledger.away = true;
  const before = await replica();
  await before.tap([IN]);
  await before.tap([{ kind: 'removed', needle: 'n1' }]);
  await before.sync();
  expect(before.link).toBe('offline');

  const after = await replica();
  expect(after.session.needles.map((it) => it.where)).toEqual(['out']);
  ledger.away = false;
  await after.sync();
  expect(ledger.entries.map((it) => [it.number, it.event.kind])).toEqual([[1, 'inserted'], [2, 'removed']]);
});

test('what a colleague tapped waits until that colleague signs in', async () => {
  ledger.away = true;
  const before = await replica('colleague');
  await before.tap([IN]);
  await before.sync();
  ledger.away = false;
  const mine = await replica();
  await mine.sync();
  expect(mine.unsent).toEqual({ mine: 0, others: 1 });
  expect(ledger.entries).toHaveLength(0);
  const colleague = await replica('colleague');
  await colleague.sync();
  expect(ledger.entries).toHaveLength(1);
});

test('a number that a page which went away has used is not given again', async () => {
  ledger.entries.push({ id: 'gone', device: 'tablet', number: 1, at: 1, event: { kind: 'device-finished', device: 'tablet', last: 1 } });
  ledger.away = true;
  const mine = await replica();
  await mine.tap([IN]);
  await mine.sync();
  ledger.away = false;
  await mine.sync();
  expect(ledger.entries.map((it) => it.number)).toEqual([1, 2]);
  expect(mine.unsent.mine).toBe(0);
});

test('a sign-in that is over, or an entry that is not taken, keeps what waits and says why', async () => {
  const mine = await replica();
  ledger.status = 401;
  await mine.tap([IN]);
  await mine.sync();
  expect([mine.link, mine.unsent.mine]).toEqual(['signed-out', 1]);
  ledger.status = 422;
  await mine.sync();
  expect([mine.link, mine.refusal, mine.unsent.mine]).toEqual(['refused', 'events[0].event: no', 1]);
  ledger.status = 503;
  await mine.sync();
  expect([mine.link, mine.unsent.mine]).toEqual(['offline', 1]);
});

test('a device answers whoever wants to close once, and is waited for again when it goes on charting', async () => {
  const mine = await replica();
  await mine.join();
  await mine.tap([IN, { kind: 'removed', needle: 'n1' }]);
  ledger.entries.push({ id: 'ask-1', device: 'pages', number: 1, at: 1, event: { kind: 'closing-asked' } });
  await mine.sync();
  expect(ledger.entries.at(-1)?.event).toMatchObject({ kind: 'device-finished', last: 4 });
  expect(mine.joined).toBe(false);
  await mine.tap([{ kind: 'twitched', needle: 'n1' }]);
  await mine.sync();
  expect(ledger.entries.at(-1)?.event.kind).toBe('twitched');
  expect(mine.joined).toBe(true);
  ledger.entries.push({ id: 'ask-2', device: 'pages', number: 2, at: 1, event: { kind: 'closing-asked' } });
  await mine.sync();
  expect(ledger.entries.at(-1)?.event).toMatchObject({ kind: 'device-finished', last: 6 });
});

test('a device that joins after somebody wanted to close is waited for until they ask again', async () => {
  ledger.entries.push({ id: 'ask', device: 'pages', number: 1, at: 1, event: { kind: 'closing-asked' } });
  const mine = await replica();
  await mine.sync();
  await mine.join();
  await mine.sync();
  expect(ledger.entries.map((it) => it.event.kind)).toEqual(['closing-asked', 'device-joined']);
});

test('a page that is open joins again when another page of its browser has said farewell', async () => {
  const mine = await replica();
  await mine.join();
  ledger.entries.push({ id: 'bye', device: 'tablet', number: 2, at: 1, event: { kind: 'device-finished', device: 'tablet', last: 2 } });
  await mine.sync();
  expect(mine.joined).toBe(false);
  await mine.stay();
  expect(ledger.entries.at(-1)).toMatchObject({ number: 3, event: { kind: 'device-joined' } });
});

test('only the newest tap can be undone, once, and a tap that took something back cannot', async () => {
  const mine = await replica();
  await mine.tap([IN]);
  await mine.tap([{ ...IN, needle: 'n2' }]);
  const second = mine.lastTap();
  expect(second?.event.needle).toBe('n2');
  await mine.tap([{ kind: 'entered-in-error', event: second?.id ?? '', reason: 'undone' }]);
  expect(mine.session.needles.map((it) => it.id)).toEqual(['n1']);
  expect(mine.lastTap()).toBeNull();
});

test('what waits is not wiped with a session that was closed elsewhere', async () => {
  ledger.away = true;
  const mine = await replica();
  await mine.tap([IN]);
  expect(await store.wipe(SESSION)).toBe(false);
  expect(await store.unsent(SESSION)).toHaveLength(1);
});

test('a closed session is wiped from the device, with its key', async () => {
  const mine = await replica();
  await mine.tap([IN, { kind: 'removed', needle: 'n1' }]);
  await mine.sync();
  ledger.entries.push({ id: 'z', device: 'pages', number: 1, at: 1, event: { kind: 'closed', needles: ['n1'] } });
  await mine.sync();
  expect(await store.part(SESSION)).toBeUndefined();
  expect(await store.copy(SESSION)).toBeUndefined();
});

test('what is kept cannot be read without the key, which cannot be taken out', async () => {
  ledger.away = true;
  const mine = await replica();
  await mine.tap([IN]);
  const part = await store.part(SESSION);
  expect(part?.key.extractable).toBe(false);
  const kept = await new Promise<{ data: ArrayBuffer }[]>((done) => {
    const opening = indexedDB.open('needlepoint');
    opening.onsuccess = () => {
      const all = opening.result.transaction('queue').objectStore('queue').getAll();
      all.onsuccess = () => done(all.result as { data: ArrayBuffer }[]);
    };
  });
  expect(kept).toHaveLength(1);
  expect(new TextDecoder().decode(kept[0]?.data)).not.toContain('soleus');
});
