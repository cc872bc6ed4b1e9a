import { USUAL, type Feeling } from './feeling';
import { fill, type Phrases } from './words';

/** A quality to choose: its word, what it is called, and the letter that stands for it on the map. */
export type Quality = { readonly word: string; readonly label: string; readonly letter: string };

/** What somebody does on the card. */
export type Answers = {
  feel(feeling: Feeling): void;
  remove(): void;
  close(): void;
};

const SVG = 'http://www.w3.org/2000/svg';

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** A small square of a pattern. */
export function swatch(word: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'np-map__pattern');
  svg.setAttribute('viewBox', '0 0 40 40');
  svg.setAttribute('aria-hidden', 'true');
  const square = document.createElementNS(SVG, 'rect');
  square.setAttribute('width', '40');
  square.setAttribute('height', '40');
  square.setAttribute('rx', '8');
  square.setAttribute('fill', `url(#np-map-moderate-${word || 'plain'})`);
  svg.append(square);
  return svg;
}

function radio(name: string, value: string, className: string, chosen: () => void, ...content: (Node | string)[]): HTMLLabelElement {
  const input = element('input', 'np-map__radio');
  input.type = 'radio';
  input.name = name;
  input.value = value;
  input.addEventListener('change', chosen);
  return element('label', className, input, ...content);
}

function group(question: string, className: string, ...content: Node[]): HTMLFieldSetElement {
  return element('fieldset', className, element('legend', 'np-map__ask', question), ...content);
}

/** The card of one marked place. It lies outside the form, so that nothing of it is sent. */
export class Card {
  readonly #root: HTMLElement;
  readonly #phrases: Phrases;
  readonly #qualities: readonly Quality[];
  #feeling: Feeling = USUAL;

  constructor(root: HTMLElement, phrases: Phrases, qualities: readonly Quality[]) {
    this.#root = root;
    this.#phrases = phrases;
    this.#qualities = qualities;
  }

  /** Asks how a place feels. */
  open(label: string, answers: Answers): void {
    const feel = (change: Partial<Feeling>) => answers.feel({ ...this.#feeling, ...change });
    const title = element('h2', 'np-map__title', label);
    title.id = 'bodymap-card-title';
    const done = element('button', 'np-button np-button--small np-map__done', fill(this.#phrases['sayDone']));
    done.type = 'button';
    done.addEventListener('click', answers.close);
    const remove = element('button', 'np-button np-button--small np-button--quiet np-map__remove', fill(this.#phrases['sayRemove']));
    remove.type = 'button';
    remove.addEventListener('click', answers.remove);
    this.#root.setAttribute('aria-labelledby', title.id);
    this.#root.replaceChildren(
      element('div', 'np-map__cardhead', title, remove, done),
      this.#scale(feel),
      this.#qualityChips(feel),
      this.#spreads(feel),
    );
    this.#root.hidden = false;
  }

  get isOpen(): boolean {
    return !this.#root.hidden;
  }

  close(): void {
    this.#root.hidden = true;
    this.#root.replaceChildren();
  }

  /** Shows how the place feels now. */
  show(feeling: Feeling): void {
    this.#feeling = feeling;
    for (const input of this.#root.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      input.checked = input.value === (input.name === 'card-quality' ? feeling.quality : String(feeling.intensity));
    }
    const spreads = this.#root.querySelector<HTMLInputElement>('[type=checkbox]');
    if (spreads) {
      spreads.checked = feeling.spreads;
    }
  }

  /** Puts the focus on the first answer. */
  focus(): void {
    this.#root.querySelector<HTMLElement>('[type=radio]:checked')?.focus();
  }

  #scale(feel: (change: Partial<Feeling>) => void): HTMLElement {
    const points = element(
      'div',
      'np-map__points',
      ...Array.from({ length: 11 }, (_, n) => radio('card-intensity', String(n), 'np-map__point', () => feel({ intensity: n }), element('span', '', String(n)))),
    );
    const ends = element('p', 'np-map__ends', element('span', '', fill(this.#phrases['sayPainless'])), element('span', '', fill(this.#phrases['sayWorst'])));
    return group(fill(this.#phrases['sayAsk']), 'np-map__scale', points, ends);
  }

  #qualityChips(feel: (change: Partial<Feeling>) => void): HTMLElement {
    const chips = this.#qualities.map(({ word, label }) => radio('card-quality', word, 'np-map__chip', () => feel({ quality: word }), swatch(word), label));
    return group(fill(this.#phrases['sayFeels']), 'np-map__qualities', element('div', 'np-map__chips', ...chips));
  }

  #spreads(feel: (change: Partial<Feeling>) => void): HTMLElement {
    const box = element('input', 'np-choice__input');
    box.type = 'checkbox';
    box.id = 'card-spreads';
    box.addEventListener('change', () => feel({ spreads: box.checked }));
    const label = element('label', 'np-choice__label', fill(this.#phrases['sayAskSpreads']));
    label.htmlFor = box.id;
    return element('div', 'np-choice np-map__spreads', box, label);
  }
}
