import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import type { Camera } from '../bodymap/camera';
import type { Place } from './catalogue';
import type { Figures, FigureView } from './figures';
import type { MapPoint } from './fold';
import type { MapPage, NeedleMap } from './needlemap';
import { same, stacked, type Look, type Pins, type Stacked } from './pins';
import type { Under } from './under';

/** All that a drawing of the map shows. */
export interface Shown {
  readonly figures: Figures;
  readonly pins: Pins;
  readonly view: string;
  /** Null before the window has a size. */
  readonly camera: Camera | null;
  readonly pin: MapPoint | null;
  readonly under: Under;
  /** What of last time was hit. */
  readonly offered: readonly Stacked[];
  /** Whether needles can still be charted. */
  readonly open: boolean;
  readonly chosen: Place | null;
  /** The point that was chosen with it. */
  readonly point: MapPoint | null;
  readonly skin: string;
  site(point: MapPoint): string;
}

const LOOKS: readonly Look[] = ['in', 'out', 'missing', 'last'];

/** The views, and the figure with its pins. What it shows stands in the lists beside it, so that it is hidden from a screen reader. */
export function figure(shown: Shown, map: NeedleMap, { say }: MapPage): TemplateResult {
  const view = shown.figures.views.find((it) => it.id === shown.view);
  const pinsOn = (id: string): number => shown.pins.pins.filter((it) => it.view === id && it.look !== 'last').length;
  const twoHands = view?.id === 'front' || view?.id === 'back';
  const hands = view?.id === 'front' ? ['charting.map.rightHand', 'charting.map.leftHand'] : ['charting.map.leftHand', 'charting.map.rightHand'];
  const zoom = (label: string, sign: string, run: () => void): TemplateResult => html`<button type="button"
    class="np-button np-button--secondary np-button--small" aria-label=${say(label)} @click=${run}>${sign}</button>`;
  return html`<div class="np-chips np-needlemap__views" role="group" aria-label=${say('charting.map.views')}>${shown.figures.views.map((it) => html`<button
      type="button" class="np-chip" aria-pressed=${it.id === shown.view ? 'true' : 'false'} data-view=${it.id} @click=${() => map.turn(it.id)}>
      <span>${it.label}</span>${pinsOn(it.id) > 0 ? html`<span class="np-needlemap__count" aria-hidden="true">${pinsOn(it.id)}</span>` : nothing}</button>`)}</div>
    <div class="np-needlemap__frame">
      ${twoHands ? html`<p class="np-anatomy__hands">${hands.map((it) => html`<span>${say(it)}</span>`)}</p>` : nothing}
      <div class="np-needlemap__window ${shown.camera?.isNear ? 'np-needlemap__window--near' : ''}" tabindex="0" role="application"
        aria-label=${say('charting.map.window', view?.label ?? '')} aria-describedby=${shown.open ? 'map-help' : nothing}
        @pointerdown=${(event: PointerEvent) => map.down(event)} @pointermove=${(event: PointerEvent) => map.moved(event)}
        @pointerup=${(event: PointerEvent) => map.up(event)} @pointercancel=${(event: PointerEvent) => map.cancel(event)}
        @keydown=${(event: KeyboardEvent) => map.key(event)}
        @wheel=${{ handleEvent: (event: WheelEvent) => map.wheel(event), passive: false }}>
        ${view ? drawing(view, shown) : nothing}</div>
      <div class="np-needlemap__zoom">${zoom('charting.map.closer', '+', () => map.zoom(1.5))}${zoom('charting.map.farther', '−', () => map.zoom(1 / 1.5))}
        ${shown.camera?.isNear ? zoom('charting.map.whole', '⤢', () => map.whole()) : nothing}</div>
    </div>`;
}

function drawing(view: FigureView, shown: Shown): TemplateResult {
  const { camera, pin, chosen } = shown;
  const { x, y, width, height } = camera?.box ?? { x: 0, y: 0, width: 700, height: 1740 };
  const pixel = 1 / (camera?.scale ?? 1);
  const meant = chosen ? `${chosen.muscle} ${chosen.side}` : '';
  return html`<svg class="np-needlemap__svg" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true" focusable="false">
    ${guard([view, meant, shown.skin], () => svg`<image href=${shown.skin} width="700" height="1740" preserveAspectRatio="none"></image>
      <path class="np-anatomy__skin" d=${view.skin}></path>
      ${view.muscles.map((it) => svg`<path class="np-needlemap__muscle ${it.muscles.includes(meant) ? 'np-needlemap__muscle--chosen' : ''}" fill-rule="evenodd" d=${it.path}></path>`)}
      ${view.landmarks.map((it) => svg`<path class="np-needlemap__landmark" d="M${it.x - 5} ${it.y}h10M${it.x} ${it.y - 5}v10"></path>`)}`)}
    ${stacked(shown.pins.pins, view.id, pixel).map((it) => drawnPin(it, pixel))}
    ${pin?.view === view.id ? svg`<g class="np-pin--new" data-pin transform="translate(${pin.x} ${pin.y}) scale(${pixel})"><circle class="np-pin__halo" r="13"></circle><circle r="13"></circle><path d="M-20 0h12M8 0h12M0 -20v12M0 8v12"></path><circle class="np-pin__dot" r="2"></circle></g>` : nothing}
  </svg>`;
}

function drawnPin(pin: Stacked, pixel: number): TemplateResult {
  const text = pin.label === '' ? nothing : svg`<text dy="0.36em">${pin.label}</text>`;
  return svg`<g class="np-pin np-pin--${pin.look}" data-look=${pin.look} data-marked=${pin.point ? 'yes' : 'no'}
    transform="translate(${pin.x} ${pin.y}) scale(${pixel}) translate(0 ${pin.down})">${pin.down === 0 ? nothing : svg`<path class="np-pin__way" d="M0 ${-pin.down}v${pin.down - 11}"></path>`}${pin.point
      ? svg`<circle class="np-pin__halo" r="11"></circle><circle class="np-pin__body" r="11"></circle>`
      : svg`<rect class="np-pin__halo" x="-11" y="-11" width="22" height="22" rx="3"></rect><rect class="np-pin__body" x="-11" y="-11" width="22" height="22" rx="3"></rect>`}${text}</g>`;
}

/** The pin's place and what lies under it, what stands where nobody marked it, and how to read the pins. */
export function words(shown: Shown, map: NeedleMap, page: MapPage): TemplateResult {
  const { say, place } = page;
  const { unmarked, elsewhere, undrawn, pins } = shown.pins;
  const list = (key: string, all: readonly Place[]): TemplateResult | typeof nothing =>
    all.length === 0 ? nothing : html`<li>${say(key, all.map(place).join('; '))}</li>`;
  const looks = LOOKS.filter((look) => pins.some((it) => it.look === look));
  return html`${shown.open ? html`${pinned(shown, map, page)}<p class="np-muted np-needlemap__help" id="map-help">${say('charting.map.help')}</p>` : nothing}
    <ul class="np-needlemap__unmarked">${list('charting.map.unmarked', unmarked)}${list('charting.map.otherMap', elsewhere)}${list('charting.map.undrawn', undrawn)}</ul>
    ${looks.length === 0 ? nothing : html`<ul class="np-needlemap__legend">${looks.map((look) => html`<li>${key(look, true)} ${say(`charting.map.legend.${look}`)}</li>`)}
      ${pins.some((it) => !it.point) ? html`<li>${key('in', false)} ${say('charting.map.legend.square')}</li>` : nothing}</ul>`}`;
}

function key(look: Look, marked: boolean): TemplateResult {
  return html`<svg class="np-needlemap__key" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false"><g class="np-pin ${marked ? `np-pin--${look}` : 'np-pin--square'}">${marked
    ? svg`<circle class="np-pin__body" r="11"></circle>` : svg`<rect class="np-pin__body" x="-11" y="-11" width="22" height="22" rx="3"></rect>`}</g></svg>`;
}

function pinned(shown: Shown, map: NeedleMap, page: MapPage): TemplateResult {
  const { say } = page;
  const { pin, under } = shown;
  const move = (id: string, sign: string, dx: number, dy: number): TemplateResult => html`<button type="button" class="np-button np-button--secondary np-button--small"
    aria-label=${say(`charting.map.move.${id}`)} @click=${() => map.lead([dx, dy], 1)}>${sign}</button>`;
  return html`<div class="np-needlemap__pinned" id="under">
    <p role="status" id="under-says" tabindex="-1">${pin ? say('charting.map.pin', shown.site(pin)) : ''}${pin && typeof under === 'string' && under !== 'unasked' ? html`<br>${say(`charting.map.${under}`)}` : nothing}
      ${typeof under === 'object' ? html`<br>${says(under, page)}` : nothing}</p>
    ${pin && typeof under === 'object' && !under.missed ? found(under, shown, map, page) : nothing}
    ${pin && shown.offered.length > 0 ? offers(shown, map, page) : nothing}
    ${pin ? html`<div class="np-needlemap__move" role="group" aria-label=${say('charting.map.move')}>
      ${move('left', '←', -1, 0)}${move('up', '↑', 0, -1)}${move('down', '↓', 0, 1)}${move('right', '→', 1, 0)}
      ${under === 'unasked' ? html`<button type="button" class="np-button np-button--small" id="map-take" @click=${() => map.take()}>${say('charting.map.take')}</button>` : nothing}
      <button type="button" class="np-button np-button--secondary np-button--small" id="map-leave" @click=${() => map.leave()}>${say('charting.map.leave')}</button></div>` : nothing}
  </div>`;
}

function says(under: Exclude<Under, string>, { say }: MapPage): string {
  return under.missed ? say('charting.map.missed') : under.muscles.length === 0 ? say('charting.map.under.none') : say('charting.map.under');
}

/** Whether a muscle was chosen at just this point. */
function isChosen({ chosen, point }: Shown, { muscle, side }: Place, at: MapPoint | null): boolean {
  return chosen?.muscle === muscle && chosen.side === side && at !== null && same(point, at);
}

/** Last time's needles that were hit, each to be taken as it was. */
function offers(shown: Shown, map: NeedleMap, { say, place }: MapPage): TemplateResult {
  const where = (it: Stacked): string => (it.point ? say('charting.map.last.at', place(it.place), shown.site(it.point)) : place(it.place));
  return html`<ol class="np-chips" aria-label=${say('charting.map.last')}>${shown.offered.map((it) => html`<li><button type="button"
    class="np-chip np-chip--hollow" data-last="${it.place.muscle} ${it.place.side}" aria-pressed=${isChosen(shown, it.place, it.point) ? 'true' : 'false'}
    @click=${() => map.accept(it)}>${say('charting.map.last.again', where(it))}</button></li>`)}</ol>`;
}

function found(under: Exclude<Under, string>, shown: Shown, map: NeedleMap, { say, place }: MapPage): TemplateResult {
  const order = under.order.map((it) => (it.hazard ? say('charting.map.hazard', it.label) : it.label)).join(' – ');
  return html`<ol class="np-chips" aria-label=${say('charting.map.under')}>${under.muscles.map((it) => html`<li><button type="button" class="np-chip" data-place="${it.muscle} ${it.side}"
      aria-pressed=${isChosen(shown, it, shown.pin) ? 'true' : 'false'} @click=${() => map.choose(it)}>${place(it)}</button></li>`)}</ol>
    ${order === '' ? nothing : html`<p class="np-needlemap__order">${say('charting.map.order', order)}</p>`}
    <p class="np-needlemap__order">${under.phrase}</p>`;
}
