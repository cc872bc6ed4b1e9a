import { Figure, type Page } from './figure';
import { pairsOf, SCENES } from './scenes';
import { fill, type Phrases } from './words';

const WIDE = matchMedia('(min-width: 56.25em)');

/** The figures, and the buttons that choose which of them are seen and how near: one on a narrow screen, a pair on a wide one. */
export class Stage {
  readonly figures: readonly Figure[];
  readonly #root: HTMLElement;
  readonly #phrases: Phrases;
  readonly #labels: ReadonlyMap<string, string>;
  #scene = 'whole';
  #shown: readonly string[] = [];

  constructor(root: HTMLElement, page: Omit<Page, 'turned'>, phrases: Phrases) {
    this.#root = root;
    this.#phrases = phrases;
    const views = [...root.querySelectorAll<HTMLElement>('.np-map__view')];
    this.#labels = new Map(views.map(({ dataset }) => [dataset['view'] ?? '', dataset['label'] ?? '']));
    this.figures = views.map((view) => new Figure(view, { ...page, turned: () => this.#turned() }));
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-map-scene]')) {
      button.addEventListener('click', () => this.#play(button.value));
    }
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-map-zoom]')) {
      button.addEventListener('click', () => this.#zoom(button.value));
    }
    WIDE.addEventListener('change', () => this.#play(this.#scene));
    this.#play('whole');
  }

  /** The figure of a view. */
  figure(view: string): Figure | undefined {
    return this.figures.find(({ id }) => id === view);
  }

  /** Turns to a view on which a marked place can be seen, unless one of those in sight shows it. */
  reveal(key: string): void {
    const showing = this.figures.filter((figure) => figure.has(key));
    if (showing[0] && !showing.some(({ id }) => this.#shown.includes(id))) {
      this.#play('whole', showing[0].id);
    }
  }

  #pairs(): string[][] {
    const pairs = pairsOf(SCENES[this.#scene] ?? SCENES['whole']!, (view) => this.#labels.has(view));
    return WIDE.matches ? pairs : pairs.flatMap((pair) => pair.map((view) => [view]));
  }

  #play(scene: string, view?: string): void {
    this.#scene = scene;
    const pairs = this.#pairs();
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>('[data-map-scene]')) {
      button.setAttribute('aria-pressed', String(button.value === scene));
    }
    const labelOf = (id: string) => this.#labels.get(id) ?? id;
    this.#root.querySelector('[data-map-tabs]')?.replaceChildren(
      ...pairs.map((pair) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.value = pair.join(' ');
        button.textContent = pair.length > 1 ? fill(this.#phrases['sayPair'], labelOf(pair[0]!), labelOf(pair[1]!).toLowerCase()) : labelOf(pair[0]!);
        button.addEventListener('click', () => this.#show(pair));
        return button;
      }),
    );
    this.#show(pairs.find((pair) => view !== undefined && pair.includes(view)) ?? pairs[0] ?? []);
  }

  #show(views: readonly string[]): void {
    this.#shown = views;
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>('[data-map-tabs] button')) {
      button.setAttribute('aria-pressed', String(button.value === views.join(' ')));
    }
    for (const figure of this.figures) {
      figure.toggle(views.includes(figure.id), views.indexOf(figure.id));
      if (views.includes(figure.id)) {
        figure.show(SCENES[this.#scene]?.parts[figure.id]);
      }
    }
  }

  #zoom(how: string): void {
    for (const figure of this.figures.filter(({ isShown }) => isShown)) {
      how === 'in' ? figure.zoom(1.6) : how === 'out' ? figure.zoom(1 / 1.6) : figure.show();
    }
  }

  /** A button that would do nothing says so. */
  #turned(): void {
    const shown = this.figures.filter(({ isShown }) => isShown);
    const able: Record<string, boolean> = { in: shown.some(({ isNearest }) => !isNearest), out: shown.some(({ isNear }) => isNear) };
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>('[data-map-zoom]')) {
      button.setAttribute('aria-disabled', String(able[button.value] === false));
    }
  }
}
