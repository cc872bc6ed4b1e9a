/** Hands out an empty chart where there is no network. What it is filled with lies in the browser's own store. */
const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = 'needlepoint-chart';
const SHELL = new URL('offline', worker.registration.scope).href;
const FIGURES = new URL('figures', worker.registration.scope).href;
const SESSION = /\/sessions\/[0-9a-f-]{36}(\/|$)/;
const PATIENCE = 6000;

/** Keeps the empty chart with all that it loads, as they are now. */
async function fill(): Promise<void> {
  const answer = await fetch(SHELL, { cache: 'no-store', redirect: 'error' });
  if (!answer.ok) {
    return;
  }
  const cache = await caches.open(CACHE);
  const page = await answer.clone().text();
  const assets = [...page.matchAll(/="(\/assets\/[^"]+)"/g)].map((it) => it[1] ?? '');
  await Promise.all(assets.map(async (it) => (await cache.match(it)) ?? cache.add(it)));
  await cache.put(SHELL, answer);
  await figures(new Request(FIGURES, { redirect: 'error' }));
}

/** Asks the network, which may take so long and no longer to begin its answer. */
async function ask(request: Request): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

async function page(request: Request): Promise<Response> {
  try {
    const answer = await ask(request);
    return answer.status < 500 ? answer : (await caches.match(SHELL)) ?? answer;
  } catch {
    return (await caches.match(SHELL)) ?? Response.error();
  }
}

/** The body map, as new as can be had. */
async function figures(request: Request): Promise<Response> {
  try {
    const answer = await ask(request);
    if (answer.ok) {
      await (await caches.open(CACHE)).put(FIGURES, answer.clone());
    }
    return answer.status < 500 ? answer : (await caches.match(FIGURES)) ?? answer;
  } catch {
    return (await caches.match(FIGURES)) ?? Response.error();
  }
}

/** Their names change with their content. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await (await caches.open(CACHE)).put(request, answer.clone());
  }
  return answer;
}

worker.addEventListener('install', (event) => event.waitUntil(fill().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.waitUntil(fill().catch(() => undefined)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin || request.method !== 'GET') {
    return;
  }
  if (request.mode === 'navigate' && SESSION.test(pathname)) {
    event.respondWith(page(request));
  } else if (request.url === FIGURES) {
    event.respondWith(figures(request));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(asset(request));
  }
});

export {};
