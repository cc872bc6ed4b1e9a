import { describe, expect, it } from 'vitest';
import { fieldOf } from './summary';

describe('a link of the error summary', () => {
  it('names its field', () => {
    expect(fieldOf('#birthDate')).toBe('birthDate');
    expect(fieldOf('#tel%C3%A9fono')).toBe('teléfono');
  });

  it('is left to the browser when it leads elsewhere', () => {
    expect(fieldOf('#')).toBeNull();
    expect(fieldOf('/p/riverside')).toBeNull();
    expect(fieldOf('')).toBeNull();
  });
});
