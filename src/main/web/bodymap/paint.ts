import { erased, painted, shares, type Stroke } from './brush';
import { Brushbox } from './brushbox';
import { Card, type Quality } from './card';
import { Drawing, isBlank, type Area, type Picture } from './drawing';
import { USUAL, type Feeling } from './feeling';
import type { DrawnZone, Figure } from './figure';
import { keep, kept, type Known } from './keep';
import { meant } from './hit';
import { middleOf } from './ink';
import { List } from './list';
import { read, written } from './outline';
import { Stage } from './stage';
import { Summary } from './summary';
import { countOf, fill, itemOf, sentenceOf, type Names, type Phrases } from './words';

/** A painted area counts for a zone when it covers so much of it. The server holds to the same. */
const COUNTS = 0.15;

/** What stays free between a touched place and the card that rises below it, in pixels. */
const ROOM = 32;

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
  const cardRoot = root.querySelector<HTMLElement>('[data-map-card]');
  return form && cardRoot ? new LiveMap(root, form, cardRoot, storage) : null;
}

class LiveMap implements Painting {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #cardRoot: HTMLElement;
  readonly #storage: Storage;
  readonly #key: string;
  readonly #phrases: Phrases;
  readonly #qualities: readonly Quality[];
  readonly #drawing = new Drawing();
  readonly #list: List;
  readonly #card: Card;
  readonly #brush: Brushbox;
  readonly #stage: Stage;
  readonly #summary: Summary;
  readonly #known: Known;
  readonly #names: Names;
  readonly #covered = new WeakMap<Area, string[]>();
  #chosen: string | null = null;
  #openedFromList = false;
  #latest: string | null = null;
  #areas = 0;

  constructor(root: HTMLElement, form: HTMLFormElement, card: HTMLElement, storage: Storage) {
    this.#root = root;
    this.#form = form;
    this.#cardRoot = card;
    this.#storage = storage;
    this.#key = form.getAttribute('action') ?? '';
    this.#phrases = root.dataset;
    this.#qualities = [...(root.querySelector<HTMLSelectElement>('[data-brush=quality]')?.options ?? [])].map(({ value, text, dataset }) => ({
      word: value,
      label: text,
      letter: dataset['letter'] ?? '',
    }));
    this.#names = {
      label: (key) => this.#labelOf(key),
      quality: (word) => (word ? (this.#qualities.find((quality) => quality.word === word)?.label ?? word) : ''),
    };
    this.#list = new List(form, this.#phrases, { mark: (choice, feeling) => this.#mark(choice, feeling), remove: (choice) => this.#remove(choice) });
    this.#card = new Card(card, this.#phrases, this.#qualities);
    this.#brush = new Brushbox(
      root,
      () => this.#turn(),
      (feeling) => this.#feelLatest(feeling),
    );
    this.#summary = new Summary(root, this.#phrases, this.#names, (key) => this.#again(key));
    this.#stage = new Stage(
      root,
      {
        mode: () => this.#brush.mode,
        size: () => this.#brush.size,
        letterOf: (word) => this.#qualities.find((quality) => quality.word === word)?.letter ?? '',
        touched: (figure, key) => this.#touched(figure, key),
        stroked: (figure, line, radius) => this.#stroked(figure, { view: figure.canvas, line, radius }),
        pointed: (zone, byKeys) => this.#pointed(zone, byKeys),
      },
      this.#phrases,
    );
    this.#known = {
      isChoice: (choice) => this.#list.has(choice),
      isView: (view) => this.#stage.figure(view) !== undefined,
      isQuality: (word) => this.#qualities.some((quality) => quality.word === word),
    };
    card.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') {
        this.#close();
      }
    });
    for (const undo of root.querySelectorAll('[data-map-undo]')) {
      undo.addEventListener('click', () => this.#undo());
    }
    this.#start();
    root.classList.add('np-map--live');
  }

  recall(): void {
    this.#drawing.start(kept(this.#storage, this.#key, this.#known));
    this.#close();
    this.#show();
  }

  forget(): void {
    this.#form.reset();
    this.#drawing.start();
    this.#latest = null;
    this.#brush.feeling = USUAL;
    this.#close();
    this.#show();
    this.#say(fill(this.#phrases['sayCleared']));
  }

  /** What the server drew goes before what the tab kept: it is the newer of the two. */
  #start(): void {
    const outlines = [...this.#form.querySelectorAll<HTMLInputElement>('[name=outline]')].map(({ value }) => value);
    const drawn: Picture = { marks: this.#list.checked(), areas: read(outlines, this.#known.isView) };
    const fresh = isBlank(drawn);
    this.#drawing.start(fresh ? kept(this.#storage, this.#key, this.#known) : drawn);
    this.#areas = this.#drawing.picture.areas.length;
    this.#show();
    if (fresh && !isBlank(this.#drawing.picture)) {
      this.#say(sentenceOf(this.#drawing.picture, this.#names, this.#phrases));
    }
  }

  #labelOf(key: string): string {
    const area = this.#drawing.picture.areas.find(({ id }) => id === key);
    return area ? fill(this.#phrases['sayPainted'], this.#coveredBy(area).map((choice) => this.#list.label(choice)).join(', ')) : this.#list.label(key);
  }

  /** The zones that an area counts for; of a small area the one in which its middle lies, or the nearest. */
  #coveredBy(area: Area): string[] {
    const known = this.#covered.get(area);
    if (known) {
      return known;
    }
    const zones = this.#stage.figure(area.view)?.zones ?? [];
    const found = [...shares(area.rings, zones)].sort(([, one], [, other]) => other - one);
    const covered = found.filter(([, share]) => share >= COUNTS).map(([choice]) => choice);
    const most = meant(zones, middleOf(area.rings), Infinity)?.key;
    const names = covered.length > 0 || !most ? covered : [most];
    this.#covered.set(area, names);
    return names;
  }

  #touched(figure: Figure, key: string): void {
    this.#openedFromList = false;
    if (!this.#drawing.feeling(key)) {
      this.#mark(key, USUAL);
    }
    this.#ask(key);
    keepInSight(figure.placeOf(key), this.#cardRoot);
  }

  #again(key: string): void {
    this.#stage.reveal(key);
    this.#ask(key);
    this.#openedFromList = true;
    this.#card.focus();
  }

  #ask(key: string): void {
    this.#chosen = key;
    this.#card.open(this.#labelOf(key), {
      feel: (feeling) => this.#mark(key, feeling),
      remove: () => this.#remove(key),
      close: () => this.#close(),
    });
    this.#show();
  }

  #close(): void {
    const [from, chosen] = [this.#openedFromList, this.#chosen];
    this.#chosen = null;
    this.#openedFromList = false;
    this.#card.close();
    this.#stage.figures.forEach((figure) => figure.draw(this.#drawing.picture, null));
    if (from && chosen) {
      this.#summary.focus(chosen);
    }
  }

  #mark(key: string, feeling: Feeling): void {
    const before = this.#drawing.feeling(key);
    this.#drawing.mark(key, feeling);
    this.#show();
    this.#say(
      before ? `${itemOf(key, feeling, this.#names, this.#phrases)}.` : fill(this.#phrases['sayMarked'], this.#labelOf(key)),
      before ? '' : countOf(this.#drawing.picture, this.#phrases),
    );
  }

  #remove(key: string): void {
    const label = this.#labelOf(key);
    this.#drawing.remove(key);
    if (this.#chosen === key) {
      this.#close();
    }
    this.#show();
    this.#say(fill(this.#phrases['sayRemoved'], label), countOf(this.#drawing.picture, this.#phrases));
  }

  #undo(): void {
    this.#drawing.undo();
    if (this.#chosen && !this.#drawing.feeling(this.#chosen)) {
      this.#close();
    }
    this.#show();
    this.#say(fill(this.#phrases['sayUndone']), countOf(this.#drawing.picture, this.#phrases));
  }

  #stroked(figure: Figure, stroke: Stroke): void {
    const { areas } = this.#drawing.picture;
    const id = `area-${this.#areas + 1}`;
    const after = this.#brush.mode === 'erase' ? erased(areas, stroke) : painted(areas, stroke, this.#brush.feeling, figure.skin, id);
    if (after === areas) {
      this.#say(fill(this.#phrases['sayBeside']));
      return;
    }
    this.#areas++;
    this.#drawing.paint(after);
    if (this.#brush.mode === 'paint') {
      this.#latest = after[after.length - 1]?.id ?? null;
    }
    this.#show();
    const label = this.#brush.mode === 'paint' && this.#latest ? this.#labelOf(this.#latest) : fill(this.#phrases['sayErased']);
    this.#say(label, countOf(this.#drawing.picture, this.#phrases));
  }

  /** The brush was dipped anew: what was painted last, in this go, takes it on too. */
  #feelLatest(feeling: Feeling): void {
    if (this.#latest && this.#drawing.feeling(this.#latest)) {
      this.#mark(this.#latest, feeling);
    }
  }

  #turn(): void {
    this.#latest = null;
    this.#close();
  }

  #pointed(zone: DrawnZone | null, byKeys: boolean): void {
    const line = this.#root.querySelector('[data-map-pointed]');
    if (line) {
      line.textContent = zone?.label ?? '';
    }
    for (const figure of this.#stage.figures) {
      figure.point(zone?.key ?? null);
    }
    if (byKeys && zone) {
      this.#say(zone.label);
    }
  }

  #show(): void {
    const { picture } = this.#drawing;
    this.#stage.figures.forEach((figure) => figure.draw(picture, this.#chosen));
    this.#list.show(picture.marks);
    this.#summary.show(picture, this.#drawing.canUndo);
    const feeling = this.#chosen ? this.#drawing.feeling(this.#chosen) : undefined;
    if (feeling) {
      this.#card.show(feeling);
    }
    this.#form.querySelector('[data-map-outlines]')?.replaceChildren(
      ...written(picture.areas).map((outline) => {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = 'outline';
        field.value = outline;
        return field;
      }),
    );
    keep(this.#storage, this.#key, picture);
  }

  #say(...sentences: string[]): void {
    const status = this.#root.querySelector('[data-map-status]');
    if (status) {
      status.textContent = sentences.filter(Boolean).join(' ');
    }
  }
}

/** Where the card lies over the lower part of a small screen, the place that was touched stays visible above it. */
function keepInSight(place: DOMRect | undefined, card: HTMLElement): void {
  if (!place || getComputedStyle(card).position !== 'fixed') {
    return;
  }
  const hidden = place.bottom - card.getBoundingClientRect().top + ROOM;
  if (hidden > 0) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: hidden, behavior: calm ? 'auto' : 'smooth' });
  }
}
