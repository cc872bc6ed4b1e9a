import { openCard, syncCard, type Names, type Place } from './card';
import { Drawing, USUAL, worstFirst, type Marks } from './drawing';
import { Figures, tabs } from './figures';
import { keep, kept } from './keep';
import { countOf, fill, sentenceOf } from './words';

/** A body map that answers. */
export type Painting = {
  /** Shows what the tab keeps, as when the page came back from the browser's memory. */
  recall(): void;
  /** Takes every mark off the page. */
  forget(): void;
};

/** Makes a body map answer: the figure, the card and the list show the same marks, whichever of them was used. */
export function paint(root: HTMLElement, storage: Storage): Painting | null {
  const form = root.querySelector<HTMLFormElement>('.np-map__form');
  const card = root.querySelector<HTMLElement>('[data-map-card]');
  if (!form || !card) {
    return null;
  }
  const key = form.getAttribute('action') ?? '';
  const phrases = root.dataset;
  const boxes = new Map([...form.querySelectorAll<HTMLInputElement>('[name=mark]')].map((box) => [box.value, box]));
  const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
  const names: Names = {
    full: (choice) => textOf(boxes.get(choice)?.labels?.[0]) ?? choice,
    short: (choice) => textOf(boxes.get(choice)?.labels?.[0]?.firstElementChild) ?? choice,
  };
  const labelOf = names.full;
  const howBad = (choice: string) => form.querySelector<HTMLSelectElement>(`[name="intensity-${choice.replace(':', '-')}"]`);
  const status = root.querySelector('[data-map-status]');
  const drawing = new Drawing();
  let openedFrom: string | null = null;

  const say = (...sentences: string[]) => {
    if (status) {
      status.textContent = sentences.join(' ');
    }
  };
  const mark = (choice: string, intensity: number) => {
    const known = drawing.marks.has(choice);
    drawing.mark(choice, intensity);
    show();
    say(fill(known ? phrases['sayIntensity'] : phrases['sayMarked'], labelOf(choice), intensity), known ? '' : countOf(drawing.marks, phrases));
  };
  const remove = (choice: string) => {
    drawing.remove(choice);
    show();
    say(fill(phrases['sayRemoved'], labelOf(choice)), countOf(drawing.marks, phrases));
  };
  const close = () => {
    card.hidden = true;
    card.replaceChildren();
    figures.choose(null);
    // The list of marks is drawn anew with every change: its button is looked for, not kept.
    const again = [...root.querySelectorAll<HTMLElement>('.np-map__again')].find((button) => button.dataset['again'] === openedFrom);
    if (openedFrom !== null) {
      (again ?? root.querySelector<HTMLElement>('[data-map-undo]'))?.focus();
    }
    openedFrom = null;
  };
  const ask = (place: Place) => {
    openCard(card, place, names, phrases, { mark, remove, close });
    syncCard(card, drawing.marks);
    figures.choose(place);
  };
  const figures = new Figures(root, (place, shape) => {
    openedFrom = null;
    if (place.choices.length === 1 && !drawing.marks.has(place.choices[0]!)) {
      mark(place.choices[0]!, USUAL);
    }
    ask(place);
    keepInSight(shape, card);
  });

  const showList = (marks: Marks) => {
    for (const [choice, box] of boxes) {
      const intensity = marks.get(choice);
      box.checked = intensity !== undefined;
      const select = howBad(choice);
      if (select) {
        select.disabled = intensity === undefined;
        select.value = String(intensity ?? USUAL);
      }
    }
    for (const group of form.querySelectorAll('details')) {
      const count = group.querySelectorAll('[name=mark]:checked').length;
      const told = group.querySelector<HTMLElement>('[data-map-count]');
      if (told) {
        told.hidden = count === 0;
        told.textContent = fill(phrases['sayListed'], count);
      }
    }
  };
  const showSummary = (marks: Marks) => {
    const list = root.querySelector('[data-map-marked]');
    list?.replaceChildren(
      ...worstFirst(marks).map(([choice, intensity]) => {
        const item = document.createElement('li');
        const score = document.createElement('span');
        score.className = 'np-map__score';
        score.textContent = String(intensity);
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'np-map__again';
        button.dataset['again'] = choice;
        button.textContent = labelOf(choice);
        button.setAttribute('aria-label', fill(phrases['sayItem'], labelOf(choice), intensity) + '. ' + fill(phrases['sayChange']));
        button.addEventListener('click', () => {
          ask({ label: labelOf(choice), choices: [choice] });
          openedFrom = choice;
          card.querySelector<HTMLElement>('[type=radio]:checked')?.focus();
        });
        item.append(score, button);
        return item;
      }),
    );
    root.querySelector('[data-map-nothing]')?.toggleAttribute('hidden', marks.size > 0);
    root.querySelector('[data-map-send]')?.toggleAttribute('disabled', marks.size === 0);
    root.querySelector('[data-map-undo]')?.toggleAttribute('disabled', !drawing.canUndo);
  };
  const show = () => {
    const { marks } = drawing;
    figures.show(marks);
    showList(marks);
    showSummary(marks);
    syncCard(card, marks);
    keep(storage, key, marks);
  };

  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && boxes.has(target.value)) {
      target.checked ? mark(target.value, USUAL) : remove(target.value);
    } else if (target instanceof HTMLSelectElement) {
      const choice = target.name.replace(/^intensity-(.*)-([LRM])$/, '$1:$2');
      mark(choice, Number(target.value));
    }
  });
  root.querySelector('[data-map-undo]')?.addEventListener('click', () => {
    drawing.undo();
    show();
    say(fill(phrases['sayUndone']), countOf(drawing.marks, phrases));
  });
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    }
  });

  // What the server drew goes before what the tab kept: it is the newer of the two.
  const drawn = new Map([...boxes].filter(([, box]) => box.defaultChecked).map(([choice]) => [choice, Number(howBad(choice)?.value ?? USUAL)]));
  drawing.start(drawn.size > 0 ? drawn : kept(storage, key, (choice) => boxes.has(choice)));
  tabs(root);
  root.classList.add('np-map--live');
  show();
  if (drawn.size === 0 && drawing.marks.size > 0) {
    say(sentenceOf(drawing.marks, labelOf, phrases));
  }

  return {
    recall() {
      drawing.start(kept(storage, key, (choice) => boxes.has(choice)));
      close();
      show();
    },
    forget() {
      form.reset();
      drawing.start();
      close();
      show();
      say(fill(phrases['sayCleared']));
    },
  };
}

/** Where the card lies over the lower part of a small screen, the place that was touched stays visible above it. */
function keepInSight(shape: SVGPathElement, card: HTMLElement): void {
  if (getComputedStyle(card).position !== 'fixed') {
    return;
  }
  const hiddenBy = shape.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 12;
  if (hiddenBy > 0) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: hiddenBy, behavior: calm ? 'auto' : 'smooth' });
  }
}
