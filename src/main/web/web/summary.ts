/** Where the link of an error points: the field itself, never somewhere else on the page's address. */
export function fieldOf(href: string): string | null {
  return href.startsWith('#') && href.length > 1 ? decodeURIComponent(href.slice(1)) : null;
}

function announce(page: ParentNode): void {
  page.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}

/** Leads to what is wrong: the summary gets the focus when a page comes back with errors, and its links put it into the field. */
export function leadToErrors(page: Document): void {
  announce(page);
  page.addEventListener('htmx:afterSwap', (event) => {
    if (event.target instanceof Element) {
      announce(event.target);
    }
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-error-summary] a') : null;
    const id = link && fieldOf(link.getAttribute('href') ?? '');
    const field = id ? page.getElementById(id) : null;
    if (field) {
      event.preventDefault();
      const above = field.closest('fieldset')?.querySelector('legend') ?? field.closest('.np-field') ?? field;
      above.scrollIntoView({ block: 'start' });
      field.focus({ preventScroll: true });
    }
  });
}
