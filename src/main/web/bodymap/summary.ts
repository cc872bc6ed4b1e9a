import { isBlank, worstFirst, type Picture } from './drawing';
import { fill, itemOf, sentenceOf, type Names, type Phrases } from './words';
import { levelOf } from './feeling';

/** What is marked, in words: a list to go back to each place, and one sentence to confirm. */
export class Summary {
  readonly #root: HTMLElement;
  readonly #phrases: Phrases;
  readonly #names: Names;
  readonly #again: (key: string) => void;

  /** @param again somebody wants to change what was said of a place */
  constructor(root: HTMLElement, phrases: Phrases, names: Names, again: (key: string) => void) {
    this.#root = root;
    this.#phrases = phrases;
    this.#names = names;
    this.#again = again;
  }

  show(picture: Picture, canUndo: boolean): void {
    const blank = isBlank(picture);
    const items = worstFirst(picture).map(([key, feeling]) => this.#item(key, feeling));
    this.#root.querySelector('[data-map-marked] ul')?.replaceChildren(...items);
    this.#root.querySelector('[data-map-nothing]')?.toggleAttribute('hidden', !blank);
    const sentence = this.#root.querySelector('[data-map-sentence]');
    if (sentence) {
      sentence.toggleAttribute('hidden', blank);
      sentence.textContent = blank ? '' : `${sentenceOf(picture, this.#names, this.#phrases)} ${fill(this.#phrases['sayConfirm'])}`;
    }
    this.#root.querySelector('[data-map-send]')?.toggleAttribute('disabled', blank);
    for (const undo of this.#root.querySelectorAll('[data-map-undo]')) {
      undo.toggleAttribute('disabled', !canUndo);
    }
  }

  /** Puts the focus back on a place of the list; where there is none any more, on undo. */
  focus(key: string): void {
    const item = [...this.#root.querySelectorAll<HTMLElement>('[data-again]')].find(({ dataset }) => dataset['again'] === key);
    (item ?? this.#root.querySelector<HTMLElement>('[data-map-undo]'))?.focus();
  }

  #item(key: string, feeling: Parameters<typeof itemOf>[1]): HTMLLIElement {
    const item = document.createElement('li');
    const score = document.createElement('span');
    score.className = `np-map__score np-map__score--${levelOf(feeling.intensity)}`;
    score.setAttribute('aria-hidden', 'true');
    score.textContent = String(feeling.intensity);
    const words = document.createElement('span');
    words.className = 'np-map__words';
    words.textContent = this.#names.label(key);
    const more = [this.#names.quality(feeling.quality), feeling.spreads ? fill(this.#phrases['saySpreads']) : ''].filter(Boolean).join(', ');
    if (more) {
      const line = document.createElement('span');
      line.className = 'np-map__more';
      line.textContent = more;
      words.append(line);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'np-map__again';
    button.dataset['again'] = key;
    button.append(score, words);
    button.setAttribute('aria-label', `${itemOf(key, feeling, this.#names, this.#phrases)}. ${fill(this.#phrases['sayChange'])}`);
    button.addEventListener('click', () => this.#again(key));
    item.append(button);
    return item;
  }
}
