import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A session that this browser takes part in. The key cannot leave the browser. */
export interface Part {
  readonly id: string;
  readonly slug: string;
  readonly device: string;
  readonly key: CryptoKey;
  /** The number that this device gives next. */
  readonly next: number;
  /** When it was last used, milliseconds. */
  readonly touched: number;
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

interface Waiting extends Sealed {
  readonly session: string;
  readonly number: number;
  /** Of the event: what is forgotten is forgotten by it, whatever its number has become. */
  readonly id: string;
  /** The account that tapped: only it may send this. */
  readonly account: string;
}

interface Needles extends DBSchema {
  sessions: { key: string; value: Part };
  queue: { key: [string, number]; value: Waiting; indexes: { session: string } };
  replica: { key: string; value: Sealed & { readonly session: string } };
}

/** An event that waits to be sent. */
export interface Unsent<T> {
  readonly number: number;
  readonly account: string;
  readonly said: T;
}

const DAY = 24 * 60 * 60 * 1000;
const text = new TextEncoder();

async function seal(key: CryptoKey, about: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: text.encode(about) }, key, text.encode(JSON.stringify(value)),
  );
  return { iv, data };
}

async function unseal(key: CryptoKey, about: string, { iv, data }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text.encode(about) }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}

/**
 * The browser's own store: what was charted and not yet sent, and a copy of the session to go on with while there is no
 * network. All of it is encrypted; sessions are known by their ids, and no name is kept.
 */
export class Store {
  private constructor(private readonly database: IDBPDatabase<Needles>) {}

  static async open(): Promise<Store> {
    return new Store(
      await openDB<Needles>('needlepoint', 1, {
        upgrade(database) {
          database.createObjectStore('sessions', { keyPath: 'id' });
          database.createObjectStore('queue', { keyPath: ['session', 'number'] }).createIndex('session', 'session');
          database.createObjectStore('replica', { keyPath: 'session' });
        },
      }),
    );
  }

  /** What is kept of a session; undefined before this browser took part. */
  async part(session: string): Promise<Part | undefined> {
    return this.database.get('sessions', session);
  }

  /** Takes part in a session: makes its device and its key. */
  async takePart(session: string, slug: string, device: string): Promise<Part> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const transaction = this.database.transaction('sessions', 'readwrite');
    const before = await transaction.store.get(session);
    const part = before ?? { id: session, slug, device, key, next: 1, touched: Date.now() };
    await transaction.store.put({ ...part, touched: Date.now() });
    await transaction.done;
    return part;
  }

  /** Lets a device never give a number that it gave before. */
  async countFrom(session: string, next: number): Promise<void> {
    const transaction = this.database.transaction('sessions', 'readwrite');
    const part = await transaction.store.get(session);
    if (part && part.next < next) {
      await transaction.store.put({ ...part, next });
    }
    await transaction.done;
  }

  /** Keeps events until they are sent; resolves when they are on the disk, with their numbers. */
  async keep<T extends { readonly id: string }>(session: string, account: string, said: readonly T[]): Promise<readonly number[]> {
    const part = await this.part(session);
    if (!part) {
      throw new Error('this browser takes no part in the session');
    }
    const sealed = await Promise.all(said.map(async (it) => ({ id: it.id, ...(await seal(part.key, session, it)) })));
    const transaction = this.database.transaction(['sessions', 'queue'], 'readwrite', { durability: 'strict' });
    const now = (await transaction.objectStore('sessions').get(session)) ?? part;
    const numbers = sealed.map((_, place) => now.next + place);
    await Promise.all([
      ...sealed.map((it, place) =>
        transaction.objectStore('queue').add({ session, number: now.next + place, account, ...it })),
      transaction.objectStore('sessions').put({ ...now, next: now.next + sealed.length, touched: Date.now() }),
      transaction.done,
    ]);
    return numbers;
  }

  /** What waits to be sent, in the order of the taps. */
  async unsent<T>(session: string): Promise<readonly Unsent<T>[]> {
    const part = await this.part(session);
    const waiting = await this.database.getAllFromIndex('queue', 'session', session);
    if (!part) {
      return [];
    }
    const opened = waiting.map(async (it) => ({
      number: it.number,
      account: it.account,
      said: (await unseal(part.key, session, it)) as T,
    }));
    return (await Promise.all(opened)).sort((one, other) => one.number - other.number);
  }

  /** Forgets events that the server has. */
  async sent(session: string, ids: ReadonlySet<string>): Promise<void> {
    const transaction = this.database.transaction('queue', 'readwrite');
    for (const it of await transaction.store.index('session').getAll(session)) {
      if (ids.has(it.id)) {
        await transaction.store.delete([session, it.number]);
      }
    }
    await transaction.done;
  }

  /** Gives what waits new numbers, from `first` on. */
  async renumber(session: string, first: number): Promise<void> {
    const transaction = this.database.transaction(['sessions', 'queue'], 'readwrite');
    const part = await transaction.objectStore('sessions').get(session);
    const waiting = await transaction.objectStore('queue').index('session').getAll(session);
    const ordered = waiting.sort((one, other) => one.number - other.number);
    for (const it of ordered) {
      await transaction.objectStore('queue').delete([session, it.number]);
    }
    for (const [place, it] of ordered.entries()) {
      await transaction.objectStore('queue').put({ ...it, number: first + place });
    }
    if (part) {
      await transaction.objectStore('sessions').put({ ...part, next: first + ordered.length });
    }
    await transaction.done;
  }

  /** The copy of a session to go on with; undefined when there is none. */
  async copy<T>(session: string): Promise<T | undefined> {
    const [part, sealed] = await Promise.all([this.part(session), this.database.get('replica', session)]);
    return part && sealed ? ((await unseal(part.key, session, sealed)) as T) : undefined;
  }

  async keepCopy(session: string, copy: unknown): Promise<void> {
    const part = await this.part(session);
    if (part) {
      await this.database.put('replica', { session, ...(await seal(part.key, session, copy)) });
    }
  }

  /** Wipes a session from this browser with its key, unless something waits to be sent; whether it is gone. */
  async wipe(session: string): Promise<boolean> {
    const transaction = this.database.transaction(['sessions', 'queue', 'replica'], 'readwrite');
    const waiting = await transaction.objectStore('queue').index('session').count(session);
    if (waiting === 0) {
      await transaction.objectStore('sessions').delete(session);
      await transaction.objectStore('replica').delete(session);
    }
    await transaction.done;
    return waiting === 0;
  }

  /** Sessions with something unsent, and how much. */
  async waiting(): Promise<readonly { readonly part: Part; readonly unsent: number }[]> {
    const parts = await this.database.getAll('sessions');
    const counted = parts.map(async (part) => ({
      part,
      unsent: await this.database.countFromIndex('queue', 'session', part.id),
    }));
    return (await Promise.all(counted)).filter((it) => it.unsent > 0);
  }

  /** Wipes sessions that have nothing unsent and were not touched for a day. */
  async tidy(now: number = Date.now()): Promise<void> {
    const waiting = new Set((await this.waiting()).map((it) => it.part.id));
    const old = (await this.database.getAll('sessions')).filter((it) => !waiting.has(it.id) && now - it.touched > DAY);
    await Promise.all(old.map((it) => this.wipe(it.id)));
  }

  close(): void {
    this.database.close();
  }
}
