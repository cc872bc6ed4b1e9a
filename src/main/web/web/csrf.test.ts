import { describe, expect, it } from 'vitest';
import { csrfHeader, needsProof } from './csrf';

function page(attributes: Record<string, string> | null): ParentNode {
  const meta = attributes && { getAttribute: (name: string) => attributes[name] ?? null };
  return { querySelector: () => meta } as unknown as ParentNode;
}

describe('the proof that a request came from our page', () => {
  it('is the token under the name the server asked for', () => {
    expect(csrfHeader(page({ content: 'k7f2', 'data-header': 'X-CSRF-TOKEN' }))).toEqual({ name: 'X-CSRF-TOKEN', token: 'k7f2' });
  });

  it.each([[null], [{}], [{ content: '', 'data-header': 'X-CSRF-TOKEN' }], [{ content: 'k7f2' }]])('is left out of a page with %o', (attributes) => {
    expect(csrfHeader(page(attributes))).toBeNull();
  });

  it('goes along with what changes something, and with nothing else', () => {
    expect(['post', 'PUT', 'patch', 'delete'].every(needsProof)).toBe(true);
    expect(['get', 'GET', 'head', 'options'].some(needsProof)).toBe(false);
  });
});
