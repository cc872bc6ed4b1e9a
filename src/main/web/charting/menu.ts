import { html, nothing, type TemplateResult } from 'lit-html';
import { find, samePlace, type Muscle, type Place, type Side } from './catalogue';
import type { Proposal, State, Tools } from './page';
import { tray } from './tray';

const MOST = 12;

/** The ways to a muscle: targets, what was needled today and last time, candidates, a search, the regions. */
export function menu(state: State, tools: Tools): TemplateResult {
  const { say, acts } = tools;
  const charted = new Set(state.session.needles.flatMap((it) => (it.placement ? [`${it.placement.muscle} ${it.placement.side}`] : [])));
  const shown = new Set<string>();
  const fresh = (proposals: readonly Proposal[]): readonly Proposal[] => proposals.filter((it) => {
    const key = `${it.muscle} ${it.side}`;
    const isNew = !shown.has(key);
    shown.add(key);
    return isNew;
  });
  const today = [...charted].map((it): Proposal => {
    const [muscle = '', side = 'M'] = it.split(' ');
    return { muscle, side: side as Side };
  });
  return html`<section class="np-session__ways" aria-labelledby="ways">
    <h2 id="ways">${say('charting.ways')}</h2>
    <div class="np-menu">
      <div class="np-menu__search" role="search">
        <label class="np-visually-hidden" for="q">${say('charting.search')}</label>
        <input class="np-input" id="q" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${state.typed}
          placeholder=${say('charting.search.example')} @input=${(event: Event) => acts.search((event.target as HTMLInputElement).value)}>
      </div>
      ${found(state, tools)}
      ${group(say('charting.targets'), fresh(state.given.targets), '', state, tools)}
      ${group(say('charting.needledToday'), fresh(today), '', state, tools)}
      ${group(say('charting.last', state.given.lastDay ?? ''), fresh(state.given.last), 'np-chip--hollow', state, tools)}
      ${group(say('charting.candidates'), fresh(state.given.candidates), '', state, tools)}
      <div id="needle-map"></div>
      ${regions(state, tools)}
      ${tray(state, tools)}
    </div>
  </section>`;
}

function found(state: State, tools: Tools): TemplateResult | typeof nothing {
  if (state.typed.trim() === '' || !state.catalogue) {
    return nothing;
  }
  const muscles = find(state.catalogue, state.typed, MOST);
  return html`<h3>${tools.say('charting.found')}</h3><div role="status">
    ${muscles.length === 0
      ? html`<p>${tools.say('charting.found.none')}</p>`
      : html`<ul class="np-chips">${muscles.map((it) => html`<li>${sided(it, state, tools)}</li>`)}</ul>`}</div>`;
}

function group(
  title: string, proposals: readonly Proposal[], look: string, state: State, tools: Tools,
): TemplateResult | typeof nothing {
  return proposals.length === 0 ? nothing : html`<h3>${title}</h3>
    <ul class="np-chips">${rows(proposals).map(([first, ...rest]) => html`<li>${rest.length === 0
      ? chip(first, look, state, tools)
      : sides(tools.muscle(first.muscle), [first, ...rest], look, state, tools)}</li>`)}</ul>`;
}

/** Proposals in their order; the sides of a muscle share a row. */
function rows(proposals: readonly Proposal[]): readonly [Proposal, ...Proposal[]][] {
  const byMuscle = new Map<string, [Proposal, ...Proposal[]]>();
  proposals.forEach((it) => {
    const key = it.hint ? `${it.muscle} ${it.side}` : it.muscle;
    const row = byMuscle.get(key);
    byMuscle.set(key, row ? [...row, it] : [it]);
  });
  return [...byMuscle.values()];
}

function chip(proposal: Proposal, look: string, state: State, { say, acts, muscle }: Tools): TemplateResult {
  return html`<button type="button" class="np-chip ${look}" data-place="${proposal.muscle} ${proposal.side}"
    aria-pressed=${samePlace(state.chosen, proposal) ? 'true' : 'false'} @click=${() => acts.choose(proposal)}>
    <span>${muscle(proposal.muscle)}</span>
    ${proposal.side === 'M' ? nothing : html`<span class="np-chip__side">${say(`charting.side.${proposal.side}`)}</span>`}
    ${proposal.hint ? html`<span class="np-chip__hint">${proposal.hint}</span>` : nothing}</button>`;
}

function sided(muscle: Muscle, state: State, tools: Tools): TemplateResult {
  const all: readonly Side[] = muscle.sided ? ['L', 'R'] : ['M'];
  return sides(muscle.name, all.map((side) => ({ muscle: muscle.id, side })), '', state, tools);
}

/** A muscle's name with a button for each side, the left one first. */
function sides(name: string, places: readonly Place[], look: string, state: State, { say, acts }: Tools): TemplateResult {
  const button = (place: Place): TemplateResult => html`<button type="button" class="np-chip ${look}" data-place="${place.muscle} ${place.side}"
    aria-pressed=${samePlace(state.chosen, place) ? 'true' : 'false'} @click=${() => acts.choose(place)}>
    <span>${say(`charting.side.${place.side}`)}</span><span class="np-visually-hidden">, ${name}</span></button>`;
  return html`<span class="np-sided"><span class="np-sided__name">${name}</span>${[...places].sort((one, other) => one.side.localeCompare(other.side)).map(button)}</span>`;
}

function regions(state: State, tools: Tools): TemplateResult | typeof nothing {
  const { catalogue } = state;
  if (!catalogue) {
    return nothing;
  }
  const within = catalogue.muscles.filter((it) => it.region === state.region);
  return html`<details class="np-details"><summary>${tools.say('charting.regions')}</summary><div>
    <ul class="np-chips">${Object.entries(catalogue.regions).map(([id, name]) => html`<li><button type="button" class="np-chip"
      aria-pressed=${state.region === id ? 'true' : 'false'} @click=${() => tools.acts.open(state.region === id ? '' : id)}>${name}</button></li>`)}</ul>
    ${within.length === 0 ? nothing : html`<ul class="np-chips">${within.map((it) => html`<li>${sided(it, state, tools)}</li>`)}</ul>`}
  </div></details>`;
}
