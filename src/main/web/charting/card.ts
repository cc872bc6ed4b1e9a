import { html, nothing, type TemplateResult } from 'lit-html';
import { LEVELS, type Muscle } from './catalogue';
import type { MapPoint } from './fold';
import { span, type Proposal, type State, type Tools } from './page';
import { DIAMETERS, DWELLS, fault, isOfDepth, LENGTHS, like, POSITIONS, SEVERAL, TECHNIQUES, TISSUES, type Settings } from './settings';

const SPINAL = new Set(['neck-posterior', 'back-thoracic', 'back-lumbar']);
const AGO = [0, 5, 10, 15, 20, 30, 45];

/** The card of the chosen muscle. The server's part, what stands in the way, is put into `#gate`. */
export function card(state: State, tools: Tools): TemplateResult {
  const { chosen, catalogue } = state;
  const muscle = catalogue?.muscles.find((it) => it.id === chosen?.muscle);
  return html`<section class="np-session__card" id="card" aria-labelledby="card-says">
    <p class="np-visually-hidden" role="status" id="card-says">${chosen ? `${tools.place(chosen)}. ${tools.say(`charting.gate.${state.gate}`)}` : tools.say('charting.card.none')}</p>
    <div class="np-needlecard" ?hidden=${!chosen}>
      <div id="gate"></div>
      ${chosen && state.gate === 'unasked' ? unasked(muscle, state, tools) : nothing}
      ${chosen && state.gate === 'asking' ? html`<p class="np-muted">${tools.say('charting.asking')}</p>` : nothing}
      ${chosen && (state.gate === 'open' || state.gate === 'unasked') ? needle(muscle, state, tools) : nothing}
    </div>
    ${chosen ? nothing : html`<div class="np-session__hint"><p>${tools.say('charting.card.none')}</p></div>`}
  </section>`;
}

/** Without a network the gates cannot be asked: what is known of the muscle stands here, and the entry is flagged. */
function unasked(muscle: Muscle | undefined, { chosen }: State, { say, place }: Tools): TemplateResult {
  return html`<div class="np-needlecard__head"><h2>${chosen ? place(chosen) : ''}</h2></div>
    ${muscle && muscle.near.length > 0
      ? html`<ul class="np-near" aria-label=${say('charting.near')}>${muscle.near.map((it) =>
        html`<li class="np-near__item ${it.grave ? 'np-near__item--grave' : ''}">${it.name}</li>`)}</ul>`
      : html`<p class="np-needlecard__near">${say('charting.near.none')}</p>`}
    ${muscle?.reviewed ? nothing : html`<p class="np-needlecard__review np-muted">${say('charting.near.unreviewed')}</p>`}
    <div class="np-notice np-notice--warning"><p>${say('charting.unasked')}</p></div>`;
}

function needle(muscle: Muscle | undefined, state: State, tools: Tools): TemplateResult {
  const { say, acts } = tools;
  const { settings } = state;
  const wrong = fault(settings);
  // A wrong depth leaves everything in its place: what moves under a thumb is tapped in vain.
  const ready = wrong === null || isOfDepth(wrong);
  const before = state.given.last.find((it) => it.muscle === state.chosen?.muscle && it.side === state.chosen.side && it.placement);
  const go = html`<div class="np-needlecard__go">
    ${ready ? nothing : complaint(state)}
    <button class="np-button np-button--large np-needlecard__one" type="button" id="in-one" @click=${() => acts.insert(1)}>${say('charting.card.in')}</button>
    <div class="np-needlecard__several" role="group" aria-label=${say('charting.card.several')}><span aria-hidden="true">${say('charting.card.several')}</span>
      ${SEVERAL.map((it) => html`<button class="np-button np-button--secondary" type="button" data-count=${it} aria-label=${say('charting.card.many', it)} @click=${() => acts.insert(it)}>${it}</button> `)}</div>
    ${state.point === null ? nothing : marked(state.point, tools)}
  </div>`;
  return html`<div class="np-needlecard__in">
    ${before ? asLastTime(before, tools) : nothing}
    ${quick(state, tools)}
    ${ready ? html`<p class="np-needlecard__settings" id="settings">${summary(settings, tools)}${state.agoMinutes > 0 ? `, ${say('charting.card.ago', state.agoMinutes)}` : ''}</p>${go}` : nothing}
    <details class="np-details np-needlecard__change" ?open=${!ready}>
      <summary>${say(ready ? 'charting.card.change' : 'charting.card.choose')}</summary>
      <div>${choices(state, tools)}</div>
    </details>
    ${ready ? patternForm(state, tools) : nothing}
    ${muscle && SPINAL.has(muscle.region) ? levelForm(state, tools) : nothing}
    ${ready ? nothing : go}
  </div>`;
}

/** Where the next needle goes. It stands below the buttons: they stay in their place when it has gone in. */
function marked(point: MapPoint, { say, acts, site }: Tools): TemplateResult {
  return html`<p class="np-needlecard__marked">${say('charting.map.pin', site(point))}
    <button class="np-button np-button--small np-button--secondary" type="button" id="unmark" @click=${() => acts.unmark()}>${say('charting.map.unmark')}</button></p>`;
}

/** What is still to be chosen or is wrong, said where it is put right. */
function complaint({ needleFault: said }: State): TemplateResult | typeof nothing {
  return said === '' ? nothing : html`<p class="np-error" role="alert" id="fault">${said}</p>`;
}

function asLastTime(proposal: Proposal, { say, acts, size }: Tools): TemplateResult {
  const { placement, needles = 1 } = proposal;
  return html`<p><button class="np-button np-button--secondary np-needlecard__last" type="button" id="as-last-time" @click=${() => acts.asLastTime(proposal)}>
    ${say('charting.asLastTime', needles, placement ? size(placement) : '')}</button></p>`;
}

/** What lies on the tray, and the practitioner's patterns: one tap sets the needle. */
function quick(state: State, { say, acts, size }: Tools): TemplateResult | typeof nothing {
  const { tray } = state.session;
  const { patterns } = state.given;
  if (tray.length + patterns.length === 0) {
    return nothing;
  }
  return html`<ul class="np-chips np-needlecard__quick" aria-label=${say('charting.tray')}>
    ${tray.map((it) => html`<li><button type="button" class="np-chip"
      aria-pressed=${state.settings.diameterUm === it.diameterUm && state.settings.lengthMm === it.lengthMm && state.settings.lot === (it.lot ?? null) ? 'true' : 'false'}
      @click=${() => acts.set({ diameterUm: it.diameterUm, lengthMm: it.lengthMm, lot: it.lot ?? null })}>
      <span>${size(it)}</span>${it.lot ? html`<span class="np-chip__hint">${it.lot}</span>` : nothing}</button></li>`)}
    ${patterns.map((it) => html`<li><button type="button" class="np-chip np-chip--hollow" @click=${() => acts.set(like(it.placement))}>${it.name}</button></li>`)}
  </ul>`;
}

/** "0.25 × 40 mm, deep, left in place, trigger point, stays 10 min". */
export function summary(settings: Settings, { say, size }: Tools): string {
  const { diameterUm, lengthMm, technique, tissue, dwellSeconds, depthMm, position, lot, site } = settings;
  return [
    diameterUm !== null && lengthMm !== null ? size({ diameterUm, lengthMm }) : '',
    technique === null ? '' : say(`charting.technique.${technique}`),
    tissue === null ? '' : say(`charting.tissue.${tissue}`),
    site ?? '',
    depthMm === null ? '' : say('charting.depth.mm', depthMm),
    dwellSeconds === null ? '' : say('charting.stays', span(dwellSeconds, say)),
    position === null ? '' : say(`charting.position.${position}`),
    lot === null ? '' : say('charting.lot.is', lot),
  ].filter(Boolean).join(', ');
}

function choices(state: State, tools: Tools): TemplateResult {
  const { say, acts, diameter } = tools;
  const { settings } = state;
  const deep = isOfDepth(fault(settings));
  const also = (all: readonly number[], one: number | null): readonly number[] =>
    one === null || all.includes(one) ? all : [...all, one].sort((a, b) => a - b);
  const text = (name: 'lot' | 'site'): TemplateResult => html`<div class="np-field"><label class="np-label" for=${name}>${say(`charting.card.${name}`)}</label>
    <input class="np-input" id=${name} maxlength="40" autocomplete="off" autocapitalize="characters" .value=${settings[name] ?? ''}
      @change=${(event: Event) => acts.set({ [name]: (event.target as HTMLInputElement).value.trim() || null })}></div>`;
  return html`
    ${picks('diameter', say('charting.card.diameter'), also(DIAMETERS, settings.diameterUm).map((it) => [it, diameter(it)]), settings.diameterUm, (it) => acts.set({ diameterUm: Number(it) }))}
    ${picks('length', say('charting.card.length'), also(LENGTHS, settings.lengthMm).map((it) => [it, String(it)]), settings.lengthMm, (it) => acts.set({ lengthMm: Number(it) }))}
    ${picks('technique', say('charting.card.technique'), TECHNIQUES.map((it) => [it, say(`charting.technique.${it}`)]), settings.technique, (it) => acts.set({ technique: it }))}
    ${picks('tissue', say('charting.card.tissue'), TISSUES.map((it) => [it, say(`charting.tissue.${it}`)]), settings.tissue, (it) => acts.set({ tissue: it }))}
    ${picks('dwell', say('charting.card.dwell'), [['0', say('charting.card.dwell.none')], ...DWELLS.map((it): [number, string] => [it, span(it, say)])], settings.dwellSeconds ?? 0, (it) => acts.set({ dwellSeconds: Number(it) || null }))}
    ${picks('position', say('charting.card.position'), POSITIONS.map((it) => [it, say(`charting.position.${it}`)]), settings.position, (it) => acts.set({ position: it }))}
    <div class="np-field"><label class="np-label" for="depth">${say('charting.card.depth')}</label>${deep ? complaint(state) : nothing}
      <input class="np-input np-input--short" id="depth" type="number" inputmode="numeric" min="1" max="200" aria-invalid=${deep ? 'true' : nothing} aria-describedby=${deep ? 'fault' : nothing} .value=${settings.depthMm === null ? '' : String(settings.depthMm)}
        @change=${(event: Event) => { const { value } = event.target as HTMLInputElement; acts.set({ depthMm: value === '' ? null : Number(value) }); }}></div>
    ${text('site')}${text('lot')}
    <div class="np-field"><label class="np-label" for="ago">${say('charting.card.when')}</label>
      <select class="np-select" id="ago" @change=${(event: Event) => acts.when(Number((event.target as HTMLSelectElement).value))}>
        ${AGO.map((it) => html`<option value=${it} ?selected=${state.agoMinutes === it}>${it === 0 ? say('charting.card.now') : say('charting.card.ago', it)}</option>`)}</select></div>`;
}

function picks(
  name: string, legend: string, all: readonly (readonly [string | number, string])[], now: string | number | null, pick: (value: string) => void,
): TemplateResult {
  return html`<fieldset class="np-picks"><legend>${legend}</legend>${all.map(([value, label]) => html`<span>
    <input type="radio" name=${name} id="${name}-${value}" value=${value} .checked=${String(now) === String(value)} @change=${() => pick(String(value))}><label for="${name}-${value}">${label}</label></span>`)}</fieldset>`;
}

/** Gives the needle as it is set a name, to have it in one tap next time. */
function patternForm({ given }: State, { say, acts }: Tools): TemplateResult {
  const keep = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    acts.keepPattern(String(new FormData(form).get('name')).trim());
    form.reset();
  };
  return html`<details class="np-details"><summary>${say('charting.pattern')}</summary><form class="np-levels" @submit=${keep}>
    <div class="np-field"><label class="np-label" for="pattern-name">${say('charting.pattern.name')}</label><input class="np-input" id="pattern-name" name="name" required maxlength="40" autocomplete="off"></div>
    <button class="np-button np-button--secondary" type="submit" id="keep-pattern">${say('charting.pattern.keep')}</button></form>
    ${given.patterns.length === 0 ? nothing : html`<ul class="np-chips">${given.patterns.map((it) => html`<li><button type="button" class="np-button np-button--small np-button--secondary" @click=${() => acts.dropPattern(it.id)}>${say('charting.pattern.drop', it.name)}</button></li>`)}</ul>`}
  </details>`;
}

/** A needle at each of several levels, on one side or both. */
function levelForm({ chosen }: State, { say, acts }: Tools): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    acts.along(String(form.get('from')), String(form.get('to')), form.get('both') !== null);
  };
  const select = (name: string, first: string): TemplateResult => html`<div class="np-field"><label class="np-label" for="level-${name}">${say(`charting.levels.${name}`)}</label>
    <select class="np-select" id="level-${name}" name=${name}>${LEVELS.map((it) => html`<option ?selected=${it === first}>${it}</option>`)}</select></div>`;
  return html`<details class="np-details"><summary>${say('charting.levels')}</summary><form class="np-levels" @submit=${go}>
    ${select('from', 'L1')}${select('to', 'L4')}
    ${chosen?.side === 'M' ? nothing : html`<div class="np-choice"><input class="np-choice__input" type="checkbox" id="level-both" name="both" checked><label class="np-choice__label" for="level-both">${say('charting.levels.both')}</label></div>`}
    <button class="np-button" type="submit" id="along">${say('charting.levels.go')}</button>
  </form></details>`;
}
