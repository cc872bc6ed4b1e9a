import { html, nothing, render, type TemplateResult } from 'lit-html';
import { Camera } from '../bodymap/camera';
import { Hand } from '../bodymap/hand';
import { around, ringsOf, type Point } from '../bodymap/rings';
import { attention } from './attention';
import type { Place } from './catalogue';
import { figure, words, type Shown } from './figure';
import { fetchFigures, isOn, type Figures, type FigureView } from './figures';
import type { MapPoint } from './fold';
import type { State } from './page';
import { hits, pinsOf, stacked, usualView, type Stacked } from './pins';
import { siteWords } from './site';
import { askUnder, type Under } from './under';
import type { Say } from './words';

/** Addresses of what the map consists of. */
export interface MapSources {
  readonly figures: string;
  readonly under: string;
  /** The shaded figure of each view. */
  readonly skins: Readonly<Record<string, string>>;
}

/** What the map asks of its page. */
export interface MapPage {
  readonly say: Say;
  readonly address: string;
  place(place: Place): string;
  choose(place: Place, point: MapPoint | null): void;
  /** The pin stands elsewhere or is gone: a point that was chosen before is no longer meant. */
  moved(): void;
  /** Something that is drawn has changed. */
  changed(): void;
}

const STEP = 1.5;
const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The body map of a session: its needles as pins, and a way to a muscle by its point. Whatever it does the lists do too. */
export class NeedleMap {
  private figures: Figures | null = null;
  private fetching: Promise<void> | null = null;
  private missing = false;
  private opened = false;
  private view = '';
  private pin: MapPoint | null = null;
  private under: Under = 'unasked';
  /** Last time's needles that were hit: offered, never chosen by themselves. */
  private offered: readonly Stacked[] = [];
  private asking = 0;
  private camera: Camera | null = null;
  private host: HTMLElement | null = null;
  private state: State | null = null;
  private readonly hand: Hand;

  constructor(private readonly sources: MapSources, private readonly page: MapPage) {
    const ignored = (): void => undefined;
    this.hand = new Hand({
      paints: () => false, stroke: ignored, stroked: ignored, dropped: ignored,
      tap: (at) => this.tap(this.toBody(at)),
      pan: (dx, dy) => this.look((it) => it.pan(-dx / it.scale, -dy / it.scale)),
      pinch: (factor, at, dx, dy) => this.look((it) => {
        it.pan(-dx / it.scale, -dy / it.scale);
        it.zoom(factor, this.toBody(at));
      }),
    });
  }

  /** Draws into its place, if the page has one. */
  draw(host: HTMLElement | null, state: State): void {
    this.host = host;
    this.state = state;
    if (!this.figures && !this.missing && (this.opened || state.session.needles.some((it) => it.placement?.point))) {
      this.fetch();
    }
    this.redraw();
  }

  /** Where a point lies, in words. */
  words(point: MapPoint): string {
    return this.figures ? siteWords(point, this.figures, this.page.say) : this.page.say('charting.site.marked');
  }

  /** The pin's point, where nobody could be asked which muscle lies there or none is drawn: it goes with a muscle chosen by name. */
  get waiting(): MapPoint | null {
    const nothingToChoose = typeof this.under === 'object' && !this.under.missed && this.under.muscles.length === 0;
    return this.under === 'offline' || nothingToChoose ? this.pin : null;
  }

  /** Takes the pin away, its point having been used or not being wanted. */
  clear(): void {
    this.asking += 1;
    this.pin = null;
    this.under = 'unasked';
    this.offered = [];
    this.redraw();
  }

  /** Somebody takes the pin away: its point is then nobody's. */
  leave(): void {
    this.clear();
    this.page.moved();
  }

  private fetch(): void {
    this.fetching ??= fetchFigures(this.sources.figures).then((figures) => {
      this.figures ??= figures;
      this.missing = figures === null;
      this.fetching = null;
      this.page.changed();
    });
  }

  private redraw(): void {
    const { host, state } = this;
    if (!host || !state) {
      return;
    }
    render(this.template(state), host);
    if (this.measure()) {
      render(this.template(state), host);
    }
  }

  /** Whether the figure's window has another size than it had. */
  private measure(): boolean {
    const drawn = this.window;
    const view = this.current;
    if (!drawn || !view || drawn.clientWidth === 0) {
      return false;
    }
    const size = { width: drawn.clientWidth, height: drawn.clientHeight };
    const before = this.camera?.scale;
    this.camera ??= new Camera(around(ringsOf(view.skin).flat(), 12), size);
    this.camera.resize(size);
    return this.camera.scale !== before;
  }

  private get window(): HTMLElement | null {
    return this.host?.querySelector<HTMLElement>('.np-needlemap__window') ?? null;
  }

  private get current(): FigureView | undefined {
    return this.figures?.views.find((it) => it.id === this.view);
  }

  private get isOpen(): boolean {
    const standing = this.state?.session.standing;
    return standing === 'open' || standing === 'reopened';
  }

  private template(state: State): TemplateResult {
    const { say } = this.page;
    const toggled = (event: Event): void => {
      this.opened = (event.target as HTMLDetailsElement).open;
      this.missing = false;
      this.draw(this.host, state);
    };
    return html`<details class="np-details np-needlemap" ?open=${this.opened} @toggle=${toggled}>
      <summary id="map-summary"><span>${say('charting.map.title')}</span> <span class="np-muted">${say('charting.map.count', state.session.needles.length)}</span></summary>
      <div>${this.opened ? this.inside(state) : nothing}</div></details>`;
  }

  private inside(state: State): TemplateResult {
    const { say, address } = this.page;
    const { figures } = this;
    if (!figures) {
      return html`<p class=${this.missing ? '' : 'np-muted'} role="status">${say(this.missing ? 'charting.map.unavailable' : 'charting.map.loading')}</p>`;
    }
    const pins = pinsOf(state.session, this.isOpen ? state.given.last : [], figures);
    this.view ||= usualView(pins.pins);
    const shown: Shown = {
      figures, pins, view: this.view, camera: this.camera, pin: this.pin, under: this.under, offered: this.offered, open: this.isOpen,
      chosen: state.chosen, point: state.settings.point, skin: this.sources.skins[this.view] ?? '', site: (point) => this.words(point),
    };
    return html`${figure(shown, this, this.page)}${words(shown, this, this.page)}
      ${this.isOpen ? html`<p><a class="np-chip" href="${address}/map">${say('charting.map.more')}</a></p>` : nothing}`;
  }

  turn(view: string): void {
    this.view = view;
    this.camera = null;
    this.leave();
  }

  zoom(factor: number): void {
    const pin = this.pin;
    this.look((it) => it.zoom(factor, pin ? [pin.x, pin.y] : undefined));
  }

  whole(): void {
    this.look((it) => it.whole());
  }

  private look(turn: (camera: Camera) => void): void {
    if (this.camera) {
      turn(this.camera);
      this.redraw();
    }
  }

  private toBody([x, y]: Point): Point {
    const box = this.camera?.box ?? { x: 0, y: 0 };
    const scale = this.camera?.scale ?? 1;
    return [box.x + x / scale, box.y + y / scale];
  }

  private at(event: PointerEvent | WheelEvent): Point {
    const origin = this.window?.getBoundingClientRect();
    return [event.clientX - (origin?.left ?? 0), event.clientY - (origin?.top ?? 0)];
  }

  down(event: PointerEvent): void {
    if (event.button === 0) {
      this.window?.setPointerCapture(event.pointerId);
      this.hand.down(event.pointerId, this.at(event));
    }
  }

  moved(event: PointerEvent): void {
    this.hand.move(event.pointerId, [this.at(event)]);
  }

  up(event: PointerEvent): void {
    this.hand.up(event.pointerId, this.at(event));
  }

  cancel(event: PointerEvent): void {
    this.hand.cancel(event.pointerId);
  }

  /** With Ctrl the wheel zooms; without, the page scrolls as ever. */
  wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const at = this.toBody(this.at(event));
      this.look((it) => it.zoom(Math.exp(-event.deltaY / 240), at));
    }
  }

  /** Arrows lead the pin by 1 mm, with Shift by 5; Enter takes its point; Escape takes it away and leaves the figure. */
  key(event: KeyboardEvent): void {
    const way = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '+' || event.key === '-') {
      this.zoom(event.key === '+' ? STEP : 1 / STEP);
    } else if (event.key === '0') {
      this.whole();
    } else if (this.isOpen && way) {
      this.lead(way, event.shiftKey ? 5 : 1);
    } else if (this.isOpen && (event.key === 'Enter' || event.key === ' ')) {
      if (!event.repeat) {
        this.take();
      }
    } else if (event.key === 'Escape') {
      this.leave();
      this.host?.querySelector<HTMLElement>('#map-summary')?.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Moves the pin; the first step lays it where the chosen muscle is, or into the middle of what is seen. */
  lead([dx, dy]: Point, steps: number): void {
    const from = this.pin ?? this.start();
    if (this.pin) {
      this.put([from.x + dx * steps, from.y + dy * steps]);
    } else {
      this.put([from.x, from.y]);
    }
  }

  private start(): { readonly x: number; readonly y: number } {
    const chosen = this.state?.chosen;
    const middle = chosen ? this.figures?.middles[`${chosen.muscle} ${chosen.side}`] : undefined;
    if (middle?.view === this.view) {
      return middle;
    }
    const { x = 0, y = 0, width = 0, height = 0 } = this.camera?.box ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Lays the pin to a point, to the millimetre, and keeps it in sight. */
  private put([x, y]: Point): void {
    const { figures } = this;
    if (figures) {
      const within = (at: number, most: number): number => Math.max(0, Math.min(most, Math.round(at)));
      this.asking += 1;
      this.pin = { view: this.view, x: within(x, 700), y: within(y, 1740), map: figures.map };
      this.under = 'unasked';
      this.offered = [];
      this.camera?.follow([this.pin.x, this.pin.y]);
      this.page.moved();
    }
  }

  /** A finger: the point is asked about, and what of last time it hits is offered. */
  private tap(point: Point): void {
    if (this.isOpen) {
      this.put(point);
      void this.ask();
    }
  }

  /** Takes the pin's point, as a finger would; the focus goes to what is found there. */
  take(): void {
    if (!this.pin) {
      this.lead([0, 0], 0);
    }
    void this.ask().then((stayed) => {
      if (stayed) {
        const found = this.host?.querySelector<HTMLElement>('#under ol button') ?? this.host?.querySelector<HTMLElement>('#under-says');
        found?.focus();
      }
    });
  }

  private hit({ x, y }: MapPoint): readonly Stacked[] {
    const { figures, state, camera } = this;
    if (!figures || !state || !camera) {
      return [];
    }
    const pixel = 1 / camera.scale;
    const last = pinsOf(state.session, state.given.last, figures).pins;
    return hits(stacked(last, this.view, pixel), [x, y], pixel).filter((it) => it.look === 'last');
  }

  /** A needle as last time: its muscle, and its point where one was marked. */
  accept({ place, point }: Stacked): void {
    this.asking += 1;
    this.pin = point;
    this.under = 'unasked';
    this.page.choose(place, point);
    if (!point) {
      this.window?.focus({ preventScroll: true });
    }
  }

  /** Asks what lies under the pin; whether the answer is to the latest question, of somebody who still waits for it. */
  private async ask(): Promise<boolean> {
    const { pin } = this;
    if (!pin) {
      return false;
    }
    this.asking += 1;
    const mine = this.asking;
    this.under = 'asking';
    this.offered = this.hit(pin);
    this.redraw();
    const waits = attention(this.window);
    const under = await askUnder(this.sources.under, pin);
    const stayed = waits();
    if (mine !== this.asking) {
      return false;
    }
    this.under = under;
    this.page.changed();
    if (stayed) {
      this.host?.querySelector('#under')?.scrollIntoView({ block: 'nearest' });
    }
    return stayed;
  }

  /** A muscle under the pin. */
  choose(place: Place): void {
    this.page.choose(place, this.pin && this.figures && isOn(this.figures, this.pin) ? this.pin : null);
  }
}
