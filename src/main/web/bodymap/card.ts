import { USUAL, type Marks } from './drawing';
import { fill, type Phrases } from './words';

/** A place to ask about: what it is called, and which choices of the list lie there. */
export type Place = { label: string; choices: readonly string[] };

/** What a choice is called: "Calf (left)", and "Calf" where the side is said already. */
export type Names = { full(choice: string): string; short(choice: string): string };

/** What somebody does on the card. */
export type Answers = {
  mark(choice: string, intensity: number): void;
  remove(choice: string): void;
  close(): void;
};

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** The 0 to 10 of one choice, as eleven buttons in a row. */
function scale(choice: string, label: string, phrases: Phrases, answers: Answers): HTMLFieldSetElement {
  const points = element('div', 'np-map__points');
  for (let n = 0; n <= 10; n++) {
    const radio = element('input', 'np-map__radio');
    radio.type = 'radio';
    radio.name = `card-intensity-${choice}`;
    radio.value = String(n);
    radio.addEventListener('change', () => answers.mark(choice, n));
    points.append(element('label', 'np-map__point', radio, element('span', '', String(n))));
  }
  const ends = element('p', 'np-map__ends', element('span', '', fill(phrases['sayPainless'])), element('span', '', fill(phrases['sayWorst'])));
  const field = element('fieldset', 'np-map__scale', element('legend', 'np-map__ask', fill(phrases['sayAsk'])), points, ends);
  field.setAttribute('aria-label', fill(phrases['sayHow'], label));
  field.dataset['scaleOf'] = choice;
  return field;
}

/** Draws the card for a place. It lies outside the form, so that nothing of it is sent. */
export function openCard(card: HTMLElement, place: Place, names: Names, phrases: Phrases, answers: Answers): void {
  const title = element('h2', 'np-map__title', place.label);
  title.id = 'bodymap-card-title';
  const done = element('button', 'np-button np-button--small np-button--secondary np-map__done', fill(phrases['sayDone']));
  done.type = 'button';
  done.addEventListener('click', () => answers.close());
  const head = element('div', 'np-map__cardhead', title, done);
  const parts = place.choices.map((choice, at) => {
    const box = element('input', 'np-choice__input');
    box.type = 'checkbox';
    box.id = `card-${at}`;
    box.dataset['choice'] = choice;
    box.addEventListener('change', () => (box.checked ? answers.mark(choice, USUAL) : answers.remove(choice)));
    const label = element('label', 'np-choice__label', names.short(choice));
    label.htmlFor = box.id;
    return element('div', 'np-map__part', element('div', 'np-choice', box, label), scale(choice, names.full(choice), phrases, answers));
  });
  const ask = element('p', 'np-map__which np-muted', place.choices.length > 1 ? fill(phrases['sayWhich']) : '');
  card.setAttribute('aria-labelledby', title.id);
  card.replaceChildren(head, ...(place.choices.length > 1 ? [ask] : []), ...parts);
  card.hidden = false;
}

/** Shows on an open card what is marked. */
export function syncCard(card: HTMLElement, marks: Marks): void {
  for (const box of card.querySelectorAll<HTMLInputElement>('[data-choice]')) {
    box.checked = marks.has(box.dataset['choice'] ?? '');
  }
  for (const field of card.querySelectorAll<HTMLFieldSetElement>('[data-scale-of]')) {
    const intensity = marks.get(field.dataset['scaleOf'] ?? '');
    field.hidden = intensity === undefined;
    for (const radio of field.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      radio.checked = radio.value === String(intensity);
    }
  }
}
