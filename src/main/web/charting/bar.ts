import { html, nothing, type TemplateResult } from 'lit-html';
import { isClosed, isMissing } from './fold';
import type { State, Tools } from './page';
import { removals } from './removals';
import { inBody, overdue } from './timers';

/** The counter: in sight wherever the page is scrolled. */
export function bar({ session, undoable, now }: State, { say, acts }: Tools): TemplateResult {
  const out = session.needles.filter((it) => it.where === 'out').length;
  const missing = session.needles.filter(isMissing).length;
  const inside = inBody(session);
  const late = overdue(session, now).length;
  const used = session.needles.length;
  const look = inside.length > 0 ? 'np-counter--in' : missing > 0 ? 'np-counter--missing' : '';
  return html`<div class="np-counter ${look}" id="counter">
    <p class="np-counter__figures" aria-hidden="true">
      <strong class="np-counter__in">${inside.length}</strong> <span>${say('charting.counter.in')}</span>
      <span class="np-counter__out">${say('charting.counter.out', out, used)}</span>
      ${late > 0 ? html`<span class="np-counter__missing">${say('charting.counter.overdue', late)}</span>` : nothing}
      ${missing > 0 ? html`<span class="np-counter__missing">${say('charting.counter.missing', missing)}</span>` : nothing}
    </p>
    <p class="np-visually-hidden" role="status">${say('charting.counter.words', inside.length, out)}</p>
    ${isClosed(session.standing) ? nothing : html`<div class="np-counter__do">
      ${inside.length > 0
        ? html`<button class="np-button" type="button" id="all-out" @click=${() => acts.chart(inside.flatMap(removals))}>${say('charting.allOut', inside.length)}</button>`
        : nothing}
      ${inside.length === 0 && used > 0 && missing === 0
        ? html`<button class="np-button" type="button" id="count" @click=${() => acts.close()}>${say('charting.count')}</button>`
        : nothing}
      <button class="np-button np-button--small np-button--secondary" type="button" id="undo" ?disabled=${!undoable} @click=${() => acts.undo()}>${say('charting.undo')}</button>
      <button class="np-button np-button--small np-counter__pause" type="button" id="pause" @click=${() => acts.chart([{ kind: 'pause-asked' }])}>${say('charting.pause', session.pauses)}</button>
      <button class="np-button np-button--small np-counter__faint" type="button" id="faint" @click=${() => acts.chart([{ kind: 'felt-faint' }])}>${say('charting.faint')}</button>
      <button class="np-button np-button--small np-button--danger" type="button" id="emergency" @click=${() => acts.chart([{ kind: 'emergency' }])}>${say('charting.emergency')}</button>
    </div>`}
  </div>`;
}
