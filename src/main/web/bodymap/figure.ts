import { SIZES, type Size } from './brush';
import { Camera } from './camera';
import type { Area, Picture } from './drawing';
import { fillOf } from './feeling';
import { Hand } from './hand';
import { meant } from './hit';
import { badge, drawn, middleOf, rays } from './ink';
import { boxOf, inside, pathOf, ringsOf, type Box, type Point, type Ring } from './rings';

/** What a finger does: names a place, lays on paint, takes it off. */
export type Mode = 'touch' | 'paint' | 'erase';

/** A zone as this view draws it. */
export type DrawnZone = { readonly key: string; readonly label: string; readonly shape: SVGPathElement; readonly rings: readonly Ring[] };

/** What a figure asks of its page. */
export type Page = {
  mode(): Mode;
  size(): Size;
  /** The letter of a quality; empty when nobody said. */
  letterOf(quality: string): string;
  /** A place was touched: a zone, or what was painted there. */
  touched(figure: Figure, key: string): void;
  stroked(figure: Figure, line: readonly Point[], radius: number): void;
  /** A zone lies under the mouse or the cursor of the keys; null when none does. */
  pointed(zone: DrawnZone | null, byKeys: boolean): void;
  /** The figure has come nearer or gone farther. */
  turned(): void;
};

const REACH = 10;
const STEP = 24;

/** One view: its window, what is seen in it, and what fingers, mouse and keys do there. */
export class Figure {
  readonly id: string;
  /** The view that what is painted here belongs to: itself, or the one of which it enlarges a part. */
  readonly canvas: string;
  readonly zones: readonly DrawnZone[];
  readonly skin: readonly Ring[];
  readonly #page: Page;
  readonly #view: HTMLElement;
  readonly #window: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #marks: SVGGElement;
  readonly #brush = drawn('svg', 'np-map__brush');
  readonly #trail = drawn('path', 'np-map__trail');
  readonly #cursor = drawn('circle', 'np-map__cursor');
  readonly #camera: Camera;
  readonly #whole: Box;
  #at: Point;
  #areas: readonly Area[] = [];
  #frame = 0;

  constructor(view: HTMLElement, page: Page) {
    this.#page = page;
    this.#view = view;
    this.id = view.dataset['view'] ?? '';
    this.canvas = view.dataset['canvas'] ?? this.id;
    this.#window = view.querySelector<HTMLElement>('.np-map__window')!;
    this.#svg = view.querySelector<SVGSVGElement>('.np-map__svg')!;
    this.#marks = view.querySelector<SVGGElement>('.np-map__marks')!;
    this.#whole = boxOf(this.#svg.getAttribute('viewBox') ?? '');
    this.#at = [this.#whole.x + this.#whole.width / 2, this.#whole.y + this.#whole.height / 2];
    this.skin = ringsOf(view.querySelector('.np-map__skin')?.getAttribute('d') ?? '');
    this.zones = [...view.querySelectorAll<SVGPathElement>('.np-map__zone')].map((shape) => ({
      key: shape.dataset['zone'] ?? '',
      label: shape.dataset['label'] ?? '',
      shape,
      rings: ringsOf(shape.getAttribute('d') ?? ''),
    }));
    this.#camera = new Camera(this.#whole, this.#size());
    this.#window.tabIndex = 0;
    this.#window.setAttribute('role', 'application');
    this.#window.setAttribute('aria-label', this.#window.dataset['label'] ?? '');
    this.#brush.setAttribute('aria-hidden', 'true');
    this.#brush.append(this.#trail, this.#cursor);
    this.#window.append(this.#brush);
    this.#listen();
    new ResizeObserver(() => {
      this.#camera.resize(this.#size());
      this.#look();
    }).observe(this.#window);
  }

  get isShown(): boolean {
    return this.#window.clientWidth > 0;
  }

  get isNear(): boolean {
    return this.#camera.isNear;
  }

  get isNearest(): boolean {
    return this.#camera.isNearest;
  }

  /** Shows the view, at its place among those shown together, or hides it. */
  toggle(shown: boolean, place: number): void {
    this.#view.toggleAttribute('data-shown', shown);
    this.#view.style.order = String(Math.max(0, place));
    const image = this.#svg.querySelector<SVGImageElement>('image[data-href]');
    if (shown && image) {
      image.setAttribute('href', image.dataset['href']!);
      delete image.dataset['href'];
    }
  }

  /** Shows a part, or the whole view without one. */
  show(part?: Box): void {
    this.#camera.resize(this.#size());
    this.#camera.show(part ?? this.#whole);
    this.#look();
  }

  zoom(factor: number): void {
    this.#camera.zoom(factor);
    this.#look();
  }

  /** Draws what is marked and painted: colour and pattern, rays around what spreads, number and letter on top. */
  draw(picture: Picture, chosen: string | null): void {
    const [over, badges]: [SVGElement[], SVGElement[]] = [[], []];
    for (const { key, shape } of this.zones) {
      const feeling = picture.marks.get(key);
      shape.classList.toggle('np-map__zone--marked', feeling !== undefined);
      shape.classList.toggle('np-map__zone--chosen', key === chosen);
      shape.setAttribute('fill', feeling ? fillOf(feeling) : 'transparent');
      if (feeling) {
        over.push(...rays(shape.getAttribute('d') ?? '', feeling));
        badges.push(badge(feeling, this.#page.letterOf(feeling.quality), [Number(shape.dataset['x']), Number(shape.dataset['y'])]));
      }
    }
    this.#areas = picture.areas.filter(({ view }) => view === this.canvas);
    for (const area of this.#areas) {
      const path = drawn('path', 'np-map__area');
      path.dataset['area'] = area.id;
      path.classList.toggle('np-map__zone--chosen', area.id === chosen);
      path.setAttribute('d', pathOf(area.rings));
      path.setAttribute('fill', fillOf(area.feeling));
      over.push(path, ...rays(pathOf(area.rings), area.feeling));
      badges.push(badge(area.feeling, this.#page.letterOf(area.feeling.quality), middleOf(area.rings)));
    }
    this.#marks.replaceChildren(...over, ...badges);
  }

  /** Shows which zone is under the mouse, here or on another view. */
  point(key: string | null): void {
    for (const zone of this.zones) {
      zone.shape.classList.toggle('np-map__zone--pointed', zone.key === key);
    }
  }

  /** Where a marked place is on the screen. */
  placeOf(key: string): DOMRect | undefined {
    const shape = this.zones.find((zone) => zone.key === key)?.shape ?? this.#marks.querySelector(`[data-area="${key}"]`);
    return shape?.getBoundingClientRect();
  }

  /** Whether a marked zone or a painted area can be seen on this view. */
  has(key: string): boolean {
    return this.zones.some((zone) => zone.key === key) || this.#areas.some(({ id }) => id === key);
  }

  #size(): { width: number; height: number } {
    return { width: this.#window.clientWidth || 1, height: this.#window.clientHeight || 1 };
  }

  /** Once a frame at most: what is seen follows the camera. */
  #look(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const { x, y, width, height } = this.#camera.box;
      const pixel = 1 / this.#camera.scale;
      this.#svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
      this.#svg.style.setProperty('--pixel', String(pixel));
      this.#window.classList.toggle('np-map__window--near', this.#camera.isNear);
      this.#showCursor();
      this.#page.turned();
    });
  }

  #toBody([x, y]: Point): Point {
    const box = this.#camera.box;
    return [box.x + x / this.#camera.scale, box.y + y / this.#camera.scale];
  }

  #zoneAt(point: Point): DrawnZone | undefined {
    return meant(this.zones, point, REACH / this.#camera.scale);
  }

  #listen(): void {
    const scale = () => this.#camera.scale;
    const radius = () => SIZES[this.#page.size()];
    const hand = new Hand({
      paints: () => this.#page.mode() !== 'touch',
      tap: (at) => this.#touch(this.#toBody(at)),
      stroke: (line) => this.#showTrail(line, radius() * scale()),
      stroked: (line) => {
        this.#showTrail([], 0);
        this.#page.stroked(
          this,
          line.map((at) => this.#toBody(at)),
          radius(),
        );
      },
      dropped: () => this.#showTrail([], 0),
      pan: (dx, dy) => {
        this.#camera.pan(-dx / scale(), -dy / scale());
        this.#look();
      },
      pinch: (factor, around, dx, dy) => {
        this.#camera.pan(-dx / scale(), -dy / scale());
        this.#camera.zoom(factor, this.#toBody(around));
        this.#look();
      },
    });
    let origin = this.#window.getBoundingClientRect();
    const at = ({ clientX, clientY }: PointerEvent | WheelEvent): Point => [clientX - origin.left, clientY - origin.top];
    this.#window.addEventListener('pointerdown', (event) => {
      if (event.button === 0) {
        origin = this.#window.getBoundingClientRect();
        this.#window.classList.remove('np-map__window--keys');
        this.#window.setPointerCapture(event.pointerId);
        hand.down(event.pointerId, at(event));
      }
    });
    this.#window.addEventListener('pointermove', (event) => {
      const way = event.getCoalescedEvents?.() ?? [];
      hand.move(event.pointerId, (way.length > 0 ? way : [event]).map(at));
      if (event.pointerType === 'mouse' && event.buttons === 0) {
        origin = this.#window.getBoundingClientRect();
        this.#page.pointed(this.#zoneAt(this.#toBody(at(event))) ?? null, false);
      }
    });
    this.#window.addEventListener('pointerup', (event) => hand.up(event.pointerId, at(event)));
    this.#window.addEventListener('pointercancel', (event) => hand.cancel(event.pointerId));
    this.#window.addEventListener('pointerleave', () => this.#page.pointed(null, false));
    this.#window.addEventListener('wheel', (event) => this.#wheel(event, at), { passive: false });
    this.#window.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The wheel zooms once the figure is in use or near, and with Ctrl always; else, and at either end, the page scrolls as ever. */
  #wheel(event: WheelEvent, at: (event: WheelEvent) => Point): void {
    const nearer = event.deltaY < 0;
    const inUse = event.ctrlKey || this.#window.contains(document.activeElement) || this.#camera.isNear;
    if (!inUse || (!event.ctrlKey && (nearer ? this.#camera.isNearest : !this.#camera.isNear))) {
      return;
    }
    event.preventDefault();
    this.#camera.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 240), this.#toBody(at(event)));
    this.#look();
  }

  /** Plus and minus zoom, arrows lead a cursor over the body, Space or Enter does what a finger would. Tab goes on as everywhere. */
  #key(event: KeyboardEvent): void {
    const step = ((event.shiftKey ? 4 : 1) * STEP) / 3 / this.#camera.scale;
    const steps: Record<string, Point> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const way = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (way) {
      this.#move(way);
    } else if (event.key === '+' || event.key === '=') {
      this.#camera.zoom(1.5, this.#at);
    } else if (event.key === '-') {
      this.#camera.zoom(1 / 1.5, this.#at);
    } else if (event.key === '0') {
      this.#camera.whole();
    } else if (event.key === ' ' || event.key === 'Enter') {
      this.#press();
    } else {
      return;
    }
    event.preventDefault();
    this.#window.classList.add('np-map__window--keys');
    this.#look();
  }

  #move([dx, dy]: Point): void {
    const { x, y, width, height } = this.#whole;
    this.#at = [Math.max(x, Math.min(x + width, this.#at[0] + dx)), Math.max(y, Math.min(y + height, this.#at[1] + dy))];
    this.#camera.follow(this.#at);
    this.#page.pointed(this.#zoneAt(this.#at) ?? null, true);
  }

  #press(): void {
    if (this.#page.mode() !== 'touch') {
      this.#page.stroked(this, [this.#at], SIZES[this.#page.size()]);
      return;
    }
    this.#touch(this.#at);
  }

  /** What lies on top is meant: paint, else the zone. */
  #touch(point: Point): void {
    const area = [...this.#areas].reverse().find(({ rings }) => inside(rings, point));
    const key = area?.id ?? this.#zoneAt(point)?.key;
    if (key) {
      this.#page.touched(this, key);
    }
  }

  #showTrail(line: readonly Point[], radius: number): void {
    this.#trail.setAttribute('d', line.length === 0 ? '' : `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${line.length === 1 ? 'h0' : ''}`);
    this.#trail.setAttribute('stroke-width', String(2 * radius));
    this.#trail.classList.toggle('np-map__trail--off', this.#page.mode() === 'erase');
  }

  #showCursor(): void {
    const box = this.#camera.box;
    this.#cursor.setAttribute('cx', String((this.#at[0] - box.x) * this.#camera.scale));
    this.#cursor.setAttribute('cy', String((this.#at[1] - box.y) * this.#camera.scale));
  }
}
