import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { isMissing, type LedgerEvent, type Needle } from './fold';
import type { Side } from './catalogue';
import { clock, span, type State, type Tools } from './page';
import { removals } from './removals';
import { again } from './settings';
import { dwell } from './timers';

const PLACES = ['skin', 'hair', 'clothes', 'drape', 'table', 'floor', 'sharps', 'elsewhere'];
const SENSATIONS = ['nothing', 'dull-ache', 'heavy', 'warm', 'sharp', 'burning', 'electric'];
const TOLERANCES = ['well', 'bearable', 'hardly', 'not'];
const MOVES = [10, 20, 30, 60];
const MODES = ['continuous', 'burst', 'mixed'];

interface Group {
  readonly key: string;
  readonly name: string;
  readonly needles: readonly Needle[];
}

/** Every needle, by muscle, the newest muscle first. */
export function needles(state: State, tools: Tools): TemplateResult {
  const { say } = tools;
  const open = state.session.standing === 'open' || state.session.standing === 'reopened';
  return html`<section class="np-session__needles" aria-labelledby="needles">
    <h2 id="needles">${say('charting.needles')}</h2>
    ${state.session.needles.length === 0 ? html`<p class="np-muted">${say('charting.needles.none')}</p>` : nothing}
    ${repeat(groups(state, tools), (it) => it.key, (it) => group(it, open, state, tools))}
  </section>`;
}

function groups({ session }: State, { say, place }: Tools): readonly Group[] {
  const byPlace = new Map<string, Needle[]>();
  for (const needle of [...session.needles].reverse()) {
    const key = needle.placement ? `${needle.placement.muscle} ${needle.placement.side}` : '';
    byPlace.set(key, [...(byPlace.get(key) ?? []), needle]);
  }
  return [...byPlace].map(([key, all]) => {
    const where = all[0]?.placement;
    return { key, name: where ? place({ muscle: where.muscle, side: where.side }) : say('charting.needle.unplaced'), needles: all };
  });
}

function group({ key, name, needles: all }: Group, open: boolean, state: State, tools: Tools): TemplateResult {
  const { say, acts } = tools;
  const inside = all.filter((it) => it.where === 'in-situ');
  const [muscle = '', side = 'M'] = key.split(' ');
  const numbered = all.map((needle) => ({ needle, number: state.session.needles.indexOf(needle) + 1 }));
  const ordered = [...numbered.filter((it) => it.needle.where !== 'out'), ...numbered.filter((it) => it.needle.where === 'out')];
  return html`<section class="np-needlegroup" aria-label=${name}>
    <header class="np-needlegroup__head">
      <h3>${open && key !== '' ? html`<button type="button" class="np-linklike" @click=${() => acts.choose({ muscle, side: side as Side })}>${name}</button>` : name}</h3>
      ${open && inside.length > 1 ? html`<button class="np-button np-button--small" type="button" @click=${() => acts.chart(inside.flatMap(removals))}>${say('charting.group.out', inside.length)}</button>` : nothing}
    </header>
    <ol class="np-needlelist">${repeat(ordered, (it) => it.needle.id, (it) => row(it.needle, it.number, name, open, state, tools))}</ol>
  </section>`;
}

function row(needle: Needle, number: number, name: string, open: boolean, state: State, tools: Tools): TemplateResult {
  const { say, size, site, time } = tools;
  const { placement } = needle;
  const strange = needle.where === 'insertion-missing';
  const look = needle.where === 'out' ? 'np-needle--out' : isMissing(needle) || strange ? 'np-needle--missing' : '';
  const tag = needle.where === 'out' ? 'np-tag--green' : needle.where === 'in-situ' ? 'np-tag--copper' : 'np-tag--red';
  const detail = placement ? [size(placement), placement.site, placement.point && site(placement.point), say(`charting.technique.${placement.technique}`)].filter(Boolean).join(', ') : '';
  return html`<li class="np-needle ${look}" data-needle=${needle.id}>
    <p class="np-needle__what"><span class="np-needle__number">${number}</span> <span>${detail}</span>
      <span class="np-muted np-nowrap">${needle.insertedAt === null ? '' : time(needle.insertedAt)}</span>
      ${stay(needle, state, tools)}
      <span class="np-tag ${tag}">${say(`charting.where.${needle.where.replaceAll('-', '_')}`)}</span>
      ${needle.bent ? html`<span class="np-tag np-tag--amber">${say('charting.bent')}</span>` : nothing}
      ${needle.again.length > 0 ? html`<span class="np-muted">${say('charting.again', needle.again.length)}</span>` : nothing}
      ${needle.redirections > 0 ? html`<span class="np-muted">${say('charting.redirected', needle.redirections)}</span>` : nothing}
      ${[...needle.felt.map((it) => say(`charting.felt.${it}`)), ...needle.borne.map((it) => say(`charting.borne.${it}`))].map((it) => html`<span class="np-muted">${it}</span> `)}</p>
    ${open ? html`${acts(needle, number, tools)}${more(needle, number, name, tools)}${isMissing(needle) ? found(needle, tools) : nothing}` : nothing}
  </li>`;
}

/** How long it has been in, and of how long. */
function stay(needle: Needle, { now }: State, { say }: Tools): TemplateResult | typeof nothing {
  const running = dwell(needle);
  if (!running) {
    return nothing;
  }
  const over = running.due !== null && running.due <= now;
  const planned = running.due === null ? '' : ` / ${span((running.due - running.since) / 1000, say)}`;
  return html`<span class="np-clock ${over ? 'np-clock--over' : ''}" aria-live="off">${clock(now - running.since)}${planned}</span>`;
}

interface Act {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly pressed?: boolean;
  readonly out?: boolean;
}

function button({ id, label, run, pressed, out }: Act, needle: Needle, number: number, { say }: Tools): TemplateResult {
  return html`<span class="np-act ${out ? 'np-act--out' : ''}"><button class="np-act__button" type="button" id="${id}-${needle.id}"
    aria-pressed=${pressed === undefined ? nothing : String(pressed)} @click=${run}><span>${label}</span><span class="np-visually-hidden">${say('charting.act.of', number)}</span></button></span>`;
}

function acts(needle: Needle, number: number, tools: Tools): TemplateResult {
  const { say } = tools;
  const tells = teller(needle, tools);
  const all: Act[] = [
    { id: 'twitched', label: needle.twitches > 1 ? say('charting.act.twitches', needle.twitches) : say('charting.act.twitched'), run: tells('twitched'), pressed: needle.twitches > 0 },
    { id: 'familiar-pain', label: say('charting.act.familiar'), run: once(needle.familiarPain, tells('familiar-pain')), pressed: needle.familiarPain },
  ];
  if (needle.where === 'in-situ') {
    all.push({ id: 'redirected', label: say('charting.act.redirected'), run: tells('redirected') });
    all.push({ id: 'removed', label: say('charting.act.removed'), run: () => tools.acts.out(needle), out: true });
  } else if (needle.where === 'out' && needle.placement) {
    all.push({ id: 'reinserted', label: say('charting.act.again'), run: tells('reinserted', { placement: again(needle.placement) }) });
  }
  return html`<div class="np-needle__do">${all.map((it) => button(it, needle, number, tools))}</div>`;
}

/** Makes acts that chart one thing about a needle. */
const teller = (needle: Needle, { acts: chart }: Tools) => (kind: string, rest: Partial<LedgerEvent> = {}) => () =>
  chart.chart([{ kind, needle: needle.id, ...rest }]);

const once = (already: boolean, run: () => void): (() => void) => (already ? () => undefined : run);

function more(needle: Needle, number: number, name: string, tools: Tools): TemplateResult {
  const { say } = tools;
  const tells = teller(needle, tools);
  const set = (title: string, all: readonly Act[]): TemplateResult => html`<h4>${title}</h4><div class="np-needle__do">${all.map((it) => button(it, needle, number, tools))}</div>`;
  const moved = (how: string): TemplateResult => set(say(`charting.moved.${how}`), MOVES.map((it) =>
    ({ id: `${how}-${it}`, label: span(it, say), run: tells('manipulated', { how, seconds: it }) })));
  const went: Act[] = isMissing(needle) ? [] : ['unaccounted', 'dropped', 'broken'].map((kind) => ({ id: kind, label: say(`charting.act.${kind}`), run: tells(kind) }));
  return html`<details class="np-needle__more"><summary><span>${say('charting.more')}</span><span class="np-visually-hidden"> ${number}, ${name}</span></summary>
    ${set(say('charting.felt'), SENSATIONS.map((it) => ({ id: `felt-${it}`, label: say(`charting.felt.${it}`), run: once(needle.felt.includes(it), tells('sensed', { felt: it })), pressed: needle.felt.includes(it) })))}
    ${set(say('charting.borne'), TOLERANCES.map((it) => ({ id: `borne-${it}`, label: say(`charting.borne.${it}`), run: once(needle.borne.includes(it), tells('tolerated', { how: it })), pressed: needle.borne.includes(it) })))}
    ${needle.where === 'in-situ' ? html`${moved('pistoned')}${moved('wound')}${current(needle, tools)}` : nothing}
    ${set(say('charting.went'), [
      ...went,
      ...(needle.bent ? [] : [{ id: 'bent', label: say('charting.act.bent'), run: tells('bent') }]),
      ...(needle.where === 'out' ? [{ id: 'still-in', label: say('charting.act.stillIn'), run: () => tools.acts.retract(needle.id, 'removed') }] : []),
      { id: 'wrong', label: say('charting.act.wrong'), run: () => tools.acts.retract(needle.id) },
    ])}
  </details>`;
}

function current(needle: Needle, { say, acts: chart }: Tools): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    chart.chart([{
      kind: 'stimulated', needle: needle.id,
      with: { mode: String(form.get('mode')), hertz: Number(form.get('hertz')), milliamps: Number(form.get('milliamps')), minutes: Number(form.get('minutes')) },
    }]);
  };
  const field = (name: string, least: string, most: string, step: string, usual: string): TemplateResult => html`<div class="np-field">
    <label class="np-label" for="${name}-${needle.id}">${say(`charting.current.${name}`)}</label>
    <input class="np-input np-input--short" id="${name}-${needle.id}" name=${name} type="number" inputmode="decimal" required min=${least} max=${most} step=${step} value=${usual}></div>`;
  return html`<h4>${say('charting.current')}</h4><form class="np-current" @submit=${send}>
    <div class="np-field"><label class="np-label" for="mode-${needle.id}">${say('charting.current.mode')}</label>
      <select class="np-select" id="mode-${needle.id}" name="mode">${MODES.map((it) => html`<option value=${it}>${say(`charting.current.mode.${it}`)}</option>`)}</select></div>
    ${field('hertz', '0.1', '500', '0.1', '')}${field('milliamps', '0', '100', '0.1', '')}${field('minutes', '1', '120', '1', '')}
    <button class="np-button np-button--secondary" type="submit">${say('charting.current.keep')}</button></form>`;
}

function found(needle: Needle, { say, acts: chart }: Tools): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    const where = String(new FormData(event.target as HTMLFormElement).get('where'));
    const inAgain = where === 'skin' ? [] : removals(needle).filter((it) => it.of !== undefined);
    chart.chart([{ kind: 'found', needle: needle.id, where, settles: needle.open }, ...inAgain]);
  };
  return html`<form class="np-needle__found" @submit=${send}><label class="np-label" for="found-${needle.id}">${say('charting.found.where')}</label>
    <select class="np-select" id="found-${needle.id}" name="where">${PLACES.map((it) => html`<option value=${it}>${say(`charting.place.${it}`)}</option>`)}</select>
    <button class="np-button np-button--secondary" type="submit">${say('charting.act.found')}</button></form>`;
}
