const BUSY = 'aria-busy';

/** Which form was sent and when; a second sending of the same within a few seconds is an impatient tap. */
export class SentForms<F extends object> {
  private readonly sent = new WeakMap<F, number>();

  constructor(private readonly patience = 8000) {}

  /** True when this sending may go ahead. `now` in milliseconds. */
  admit(form: F, now: number): boolean {
    const before = this.sent.get(form);
    if (before !== undefined && now - before < this.patience) {
      return false;
    }
    this.sent.set(form, now);
    return true;
  }

  forget(form: F): void {
    this.sent.delete(form);
  }
}

/**
 * Sends a form once however often its button is pressed. The button stays focusable and keeps its value (a disabled button would
 * submit neither), and everything is as before when the reader comes back to the page.
 */
export function sendOnce(page: Document, forms = new SentForms<HTMLFormElement>()): void {
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== 'post' || form.target === '_blank') {
      return;
    }
    if (!forms.admit(form, event.timeStamp)) {
      event.preventDefault();
      return;
    }
    event.submitter?.setAttribute(BUSY, 'true');
  });
  const restore = (form: HTMLFormElement): void => {
    forms.forget(form);
    form.querySelectorAll(`[${BUSY}]`).forEach((button) => button.removeAttribute(BUSY));
  };
  window.addEventListener('pageshow', () => page.querySelectorAll('form').forEach(restore));
  page.addEventListener('htmx:afterRequest', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form) {
      restore(form);
    }
  });
}
