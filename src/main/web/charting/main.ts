import type { Catalogue, Side } from './catalogue';
import { Chart } from './chart';
import { Exchange } from './exchange';
import { uuid7 } from './ids';
import type { MapSources } from './needlemap';
import type { Given } from './page';
import { Replica, type Besides } from './replica';
import { Store } from './store';
import { sayer, type Patterns } from './words';

const HEARTBEAT = 4000;
const NOTHING: Given = {
  targets: [], last: [], lastDay: null, candidates: [], usual: null, patterns: [], cautions: [], emergencyNumber: '911',
};

function json<T>(id: string): T | null {
  const text = document.getElementById(id)?.dataset['json'];
  return text ? (JSON.parse(text) as T) : null;
}

/** The session of an offline page is in its address alone. */
const ADDRESS = /^\/p\/([^/]+)\/sessions\/([0-9a-f-]{36})/;

async function open(root: HTMLElement): Promise<void> {
  const [address = '', slug = '', session = ''] = ADDRESS.exec(location.pathname) ?? [];
  const { language = 'en', zone = 'UTC', account = '', signIn = '' } = root.dataset;
  const say = sayer(json<Patterns>('chart-words') ?? {}, language);
  const store = await Store.open();
  await store.tidy();
  const online = json<Given>('chart-given');
  if (!online && !(await store.part(session))) {
    root.textContent = say('charting.offline.unknown');
    return;
  }
  const part = await store.takePart(session, slug, uuid7());
  let chart: Chart | undefined;
  const replica = new Replica(
    store, session, part.device, account || (await lastAccount(store, session)), new Exchange(`${address}/ledger`),
    () => {
      chart?.draw();
      followStanding(root, replica);
    },
  );
  await replica.restore();
  const catalogue = (replica.besides['catalogue'] as Catalogue | undefined) ?? null;
  const given = online ?? (replica.besides['given'] as Given | undefined) ?? NOTHING;
  const figure = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone });
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone });
  const diameter = (um: number): string => figure.format(um / 1000);
  chart = new Chart(root, replica, given, catalogue, {
    say, address, signIn, diameter,
    time: (at) => time.format(at),
    date: (at) => day.format(at),
    size: (it) => say('charting.needle.size', diameter(it.diameterUm), it.lengthMm),
  }, mapSources(slug), (to) => location.assign(to));
  const page = chart;
  listen(root, replica, page);
  if (replica.known) {
    page.start();
  }
  if (online) {
    await replica.keepBesides({ ...replica.besides, given, account });
  }
  await replica.sync();
  page.start();
  if (online && root.dataset['joins'] === 'true') {
    await replica.join();
  }
  if (online) {
    void remember(replica, address, page);
    if ('serviceWorker' in navigator) {
      void keepEmptyChart(slug);
    }
  }
  const wanted = new URLSearchParams(location.search);
  const muscle = wanted.get('muscle');
  if (muscle) {
    page.choose({ muscle, side: (wanted.get('side') ?? 'M') as Side });
  }
}

/** The map's data belongs to no session; the shaded figures' names change with their content. */
function mapSources(slug: string): MapSources {
  const data = `/p/${slug}/sessions`;
  const skins = { ...document.getElementById('chart-skins')?.dataset } as Record<string, string>;
  return { figures: `${data}/figures`, under: `${data}/under`, skins };
}

/** Lets this page be opened again without a network. */
async function keepEmptyChart(slug: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(`/p/${slug}/sessions/worker.js`).catch(() => null);
  registration?.active?.postMessage('refresh');
}

/** While somebody counts, this browser gives what it has, as every other does. */
async function give(root: HTMLElement): Promise<void> {
  const [address = '', , session = ''] = ADDRESS.exec(location.pathname) ?? [];
  const store = await Store.open();
  const part = await store.part(session);
  if (part) {
    const replica = new Replica(
      store, session, part.device, root.dataset['account'] ?? '', new Exchange(`${address}/ledger`), () => undefined,
    );
    await replica.restore();
    await replica.sync();
    setInterval(() => void replica.sync(), HEARTBEAT);
  }
}

async function lastAccount(store: Store, session: string): Promise<string> {
  const copy = await store.copy<{ besides: Besides }>(session);
  return String(copy?.besides['account'] ?? '');
}

/** Keeps the muscles, to find one without a network. */
async function remember(replica: Replica, address: string, chart: Chart): Promise<void> {
  const answer = await fetch(`${address.replace(/\/[^/]+$/, '')}/muscles`).catch(() => null);
  if (answer?.ok) {
    const catalogue = (await answer.json()) as Catalogue;
    chart.know(catalogue);
    await replica.keepBesides({ ...replica.besides, catalogue });
  }
}

/** A session that was closed or reopened on another device is shown so here as well. */
function followStanding(root: HTMLElement, replica: Replica): void {
  const { standing } = replica.session;
  const isClosed = (it: string | undefined): boolean => it === 'closed' || it === 'closed-with-retained';
  if (replica.heard && replica.unsent.mine === 0 && isClosed(root.dataset['standing']) !== isClosed(standing)) {
    root.dataset['standing'] = standing;
    location.reload();
  }
}

function listen(root: HTMLElement, replica: Replica, chart: Chart): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const box = form.closest<HTMLElement>('#gate');
    if (box) {
      event.preventDefault();
      chart.answer(form, event.submitter);
    }
  });
  window.addEventListener('online', () => void replica.sync());
  window.addEventListener('pagehide', () => replica.leave());
  setInterval(() => {
    if (document.visibilityState === 'visible' || replica.unsent.mine > 0) {
      void replica.sync().then(() => (root.dataset['joins'] === 'true' ? replica.stay() : undefined));
    }
  }, HEARTBEAT);
  setInterval(() => chart.draw(), 1000);
}

const root = document.getElementById('chart');
if (root) {
  open(root).catch(() => {
    root.textContent = sayer(json<Patterns>('chart-words') ?? {}, root.dataset['language'] ?? 'en')('charting.noStore');
  });
}
const closing = document.getElementById('closing');
if (closing) {
  void give(closing);
}
