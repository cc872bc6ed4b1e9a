import { html, type TemplateResult } from 'lit-html';
import { uuid7 } from './ids';
import type { State, Tools } from './page';
import { DIAMETERS, LENGTHS } from './settings';

/** Needles that are laid ready: each kind is then one tap on the card. */
export function tray({ session, settings, today }: State, { say, acts, size, diameter }: Tools): TemplateResult {
  const lay = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const lot = String(said.get('lot')).trim();
    const expires = String(said.get('expires'));
    const item = {
      id: uuid7(), diameterUm: Number(said.get('diameter')), lengthMm: Number(said.get('length')),
      ...(lot === '' ? {} : { lot }), ...(expires === '' ? {} : { expires }),
    };
    acts.chart([{ kind: 'tray-laid', item }]);
    acts.set({ diameterUm: item.diameterUm, lengthMm: item.lengthMm, lot: lot || null });
    form.reset();
  };
  const select = (name: string, values: readonly number[], now: number | null, label: (value: number) => string): TemplateResult => html`
    <div class="np-field"><label class="np-label" for="tray-${name}">${say(`charting.card.${name}`)}</label>
      <select class="np-select" id="tray-${name}" name=${name}>${values.map((it) => html`<option value=${it} ?selected=${it === now}>${label(it)}</option>`)}</select></div>`;
  return html`<details class="np-details"><summary>${say('charting.tray')}</summary><div>
    ${session.tray.length === 0 ? html`<p class="np-muted">${say('charting.tray.none')}</p>` : html`<ul>${session.tray.map((it) => html`<li>
      ${size(it)}${it.lot ? `, ${say('charting.lot.is', it.lot)}` : ''}
      ${it.expires && it.expires < today ? html` <span class="np-tag np-tag--red">${say('charting.tray.expired', it.expires)}</span>` : it.expires ? `, ${say('charting.tray.until', it.expires)}` : ''}</li>`)}</ul>`}
    <form class="np-levels" @submit=${lay}>
      ${select('diameter', DIAMETERS, settings.diameterUm ?? 250, diameter)}
      ${select('length', LENGTHS, settings.lengthMm ?? 40, String)}
      <div class="np-field"><label class="np-label" for="tray-lot">${say('charting.card.lot')}</label><input class="np-input" id="tray-lot" name="lot" maxlength="40" autocomplete="off" autocapitalize="characters"></div>
      <div class="np-field"><label class="np-label" for="tray-expires">${say('charting.tray.expires')}</label><input class="np-input" id="tray-expires" name="expires" type="date"></div>
      <button class="np-button np-button--secondary" type="submit" id="lay">${say('charting.tray.lay')}</button>
    </form></div></details>`;
}
