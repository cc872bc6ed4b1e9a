import { USUAL, type Feeling } from './feeling';
import { fill, type Phrases } from './words';

/** What changes in the list. */
export type Changes = { mark(choice: string, feeling: Feeling): void; remove(choice: string): void };

/** The list of the form: the same marks as the figure, for who prefers words. What it holds is what is sent. */
export class List {
  readonly #form: HTMLFormElement;
  readonly #phrases: Phrases;
  readonly #boxes: ReadonlyMap<string, HTMLInputElement>;

  constructor(form: HTMLFormElement, phrases: Phrases, changes: Changes) {
    this.#form = form;
    this.#phrases = phrases;
    this.#boxes = new Map([...form.querySelectorAll<HTMLInputElement>('[name=mark]')].map((box) => [box.value, box]));
    form.addEventListener('change', ({ target }) => {
      const row = target instanceof HTMLElement ? target.closest<HTMLElement>('.np-map__choice') : null;
      const box = row?.querySelector<HTMLInputElement>('[name=mark]');
      if (box) {
        box.checked ? changes.mark(box.value, this.#said(box.value)) : changes.remove(box.value);
      }
    });
  }

  has(choice: string): boolean {
    return this.#boxes.has(choice);
  }

  /** "Calf (left)". */
  label(choice: string): string {
    return this.#boxes.get(choice)?.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? choice;
  }

  /** What the server has checked. */
  checked(): Map<string, Feeling> {
    return new Map([...this.#boxes].filter(([, box]) => box.defaultChecked).map(([choice]) => [choice, this.#said(choice)]));
  }

  /** Shows marks; what is not marked is not sent. */
  show(marks: ReadonlyMap<string, Feeling>): void {
    for (const [choice, box] of this.#boxes) {
      const feeling = marks.get(choice);
      box.checked = feeling !== undefined;
      const { intensity, quality, spreads } = this.#fields(choice);
      for (const field of [intensity, quality, spreads]) {
        field?.toggleAttribute('disabled', feeling === undefined);
      }
      if (intensity && quality && spreads) {
        intensity.value = String((feeling ?? USUAL).intensity);
        quality.value = (feeling ?? USUAL).quality;
        spreads.checked = (feeling ?? USUAL).spreads;
      }
    }
    for (const group of this.#form.querySelectorAll('details')) {
      const count = group.querySelectorAll('[name=mark]:checked').length;
      const told = group.querySelector<HTMLElement>('[data-map-count]');
      if (told) {
        told.hidden = count === 0;
        told.textContent = fill(this.#phrases['sayListed'], count);
      }
    }
  }

  #said(choice: string): Feeling {
    const { intensity, quality, spreads } = this.#fields(choice);
    return { intensity: Number(intensity?.value ?? USUAL.intensity), quality: quality?.value ?? '', spreads: spreads?.checked ?? false };
  }

  #fields(choice: string) {
    const place = choice.replace(':', '-');
    const named = <T extends Element>(name: string) => this.#form.elements.namedItem(`${name}-${place}`) as T | null;
    return {
      intensity: named<HTMLSelectElement>('intensity'),
      quality: named<HTMLSelectElement>('quality'),
      spreads: named<HTMLInputElement>('spreads'),
    };
  }
}
