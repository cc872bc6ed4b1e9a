import { describe, expect, it } from 'vitest';
import { SentForms } from './submit';

describe('a form sent twice', () => {
  const form = {};

  it('goes out once', () => {
    const forms = new SentForms();
    expect(forms.admit(form, 1000)).toBe(true);
    expect(forms.admit(form, 1300)).toBe(false);
  });

  it('goes out again when the first sending got lost', () => {
    const forms = new SentForms(8000);
    forms.admit(form, 1000);
    expect(forms.admit(form, 9000)).toBe(true);
  });

  it('goes out again when the reader came back to the page', () => {
    const forms = new SentForms();
    forms.admit(form, 1000);
    forms.forget(form);
    expect(forms.admit(form, 1300)).toBe(true);
  });

  it('does not hold up another form', () => {
    const forms = new SentForms();
    forms.admit(form, 1000);
    expect(forms.admit({}, 1001)).toBe(true);
  });
});
