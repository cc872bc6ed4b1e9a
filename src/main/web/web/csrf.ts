/** The header that proves a request came from one of our pages. */
export interface CsrfHeader {
  readonly name: string;
  readonly token: string;
}

/** Reads `<meta name="csrf" content="token" data-header="X-CSRF-TOKEN">`; null on a page without it. */
export function csrfHeader(page: ParentNode): CsrfHeader | null {
  const meta = page.querySelector('meta[name="csrf"]');
  const token = meta?.getAttribute('content');
  const name = meta?.getAttribute('data-header');
  return token && name ? { name, token } : null;
}

/** Safe methods change nothing and need no proof; it also stays out of them, so that it never ends up in a cache's key. */
export function needsProof(method: string): boolean {
  return !['get', 'head', 'options', 'trace'].includes(method.toLowerCase());
}

interface HtmxRequest {
  readonly verb: string;
  readonly headers: Record<string, string>;
}

/** Gives htmx's requests the header. Ordinary forms carry a hidden field instead. */
export function sendCsrfHeader(page: Document): void {
  page.addEventListener('htmx:configRequest', (event) => {
    const request = (event as CustomEvent<HtmxRequest>).detail;
    const header = csrfHeader(page);
    if (header && needsProof(request.verb)) {
      request.headers[header.name] = header.token;
    }
  });
}
