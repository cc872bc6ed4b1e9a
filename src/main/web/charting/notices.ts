import { html, nothing, type TemplateResult } from 'lit-html';
import { isClosed, isMissing } from './fold';
import { clock, type State, type Tools } from './page';
import { dwell, overdue } from './timers';

/** What has to be seen before anything else: danger first, then what is not sent, then what is asked for. */
export function notices(state: State, tools: Tools): TemplateResult {
  return html`${fault(state)}${late(state, tools)}${unwell(state, tools)}${finish(state, tools)}${link(state, tools)}${cautions(state, tools)}`;
}

/** What could not be done; what is wrong with the needle stands on its card. */
function fault({ fault: said }: State): TemplateResult | typeof nothing {
  return said === '' ? nothing : html`<p class="np-notice np-notice--danger" role="alert" id="page-fault">${said}</p>`;
}

function late(state: State, { say, place }: Tools): TemplateResult | typeof nothing {
  const needles = overdue(state.session, state.now);
  if (needles.length === 0) {
    return nothing;
  }
  const longest = needles[0];
  const where = longest?.placement;
  return html`<div class="np-notice np-notice--danger np-overdue">
    <h2 class="np-notice__title" role="alert">${say('charting.overdue', needles.length)}</h2>
    <p>${where ? place(where) : ''} <strong class="np-clock">+${clock(state.now - ((longest && dwell(longest)?.due) ?? state.now))}</strong></p>
  </div>`;
}

function unwell({ session, given }: State, { say, acts }: Tools): TemplateResult | typeof nothing {
  if (session.unwell.length === 0) {
    return nothing;
  }
  const well = (event: Event): void => {
    event.preventDefault();
    const words = (new FormData(event.target as HTMLFormElement).get('words') as string).trim();
    acts.chart(session.unwell.map((of) => ({ kind: 'recovered', of, words: words === '' ? null : words })));
  };
  return html`<div class="np-notice np-notice--danger" role="alert" id="unwell">
    <h2 class="np-notice__title">${say(session.emergency ? 'charting.emergency.title' : 'charting.faint.title')}</h2>
    <p>${session.emergency ? say('charting.emergency.do', given.emergencyNumber) : say('charting.faint.do')}</p>
    <form @submit=${well}>
      <div class="np-field"><label class="np-label" for="recovered-words">${say('charting.recovered.words')}</label><input class="np-input" id="recovered-words" name="words" autocomplete="off" maxlength="1000"></div>
      <button class="np-button np-button--secondary" type="submit">${say('charting.recovered')}</button>
    </form>
  </div>`;
}

function finish({ session }: State, { say, address }: Tools): TemplateResult | typeof nothing {
  const missing = session.needles.filter(isMissing).length;
  if (session.standing === 'reopened') {
    return html`<div class="np-notice np-notice--danger" role="alert">
      <h2 class="np-notice__title">${say('charting.reopened.title')}</h2><p>${say('charting.reopened.do')}</p></div>`;
  }
  return missing > 0 && session.standing === 'open'
    ? html`<div class="np-notice np-notice--danger"><p>${say('charting.missing.do')}</p>
        <p><a class="np-button np-button--danger" href="${address}/retained">${say('charting.missing.giveUp')}</a></p></div>`
    : nothing;
}

/** How this device stands with the record. The first tap that waits is not yet worth a word. */
function link(state: State, { say, signIn, time }: Tools): TemplateResult | typeof nothing {
  const { mine, others } = state.unsent;
  const kept = html`${mine > 0 ? html`<p><strong id="kept">${say('charting.kept', mine)}</strong></p>` : nothing}`;
  const rest = html`${others > 0 ? html`<div class="np-notice np-notice--warning"><p>${say('charting.kept.others', others)}</p></div>` : nothing}`;
  if (state.link === 'signed-out') {
    return html`<div class="np-notice np-notice--danger" role="alert" id="unsent"><h2 class="np-notice__title">${say('charting.signedOut')}</h2>
      ${kept}<p><a class="np-button" href=${signIn}>${say('charting.signedOut.do')}</a></p></div>${rest}`;
  }
  if (state.link === 'refused') {
    return html`<div class="np-notice np-notice--danger" role="alert" id="unsent"><h2 class="np-notice__title">${say('charting.refused')}</h2>
      ${kept}<p>${say('charting.refused.do')} ${state.refusal}</p></div>${rest}`;
  }
  if (state.link === 'offline') {
    const since = state.offlineSince === null ? '' : time(state.offlineSince);
    return html`<div class="np-notice np-notice--warning" role="status" id="unsent"><h2 class="np-notice__title">${say('charting.offline', since)}</h2>
      ${kept}<p>${state.joined ? say('charting.offline.do') : say('charting.offline.notJoined')}</p></div>${rest}`;
  }
  return rest;
}

function cautions({ session, given }: State, { say }: Tools): TemplateResult | typeof nothing {
  return given.cautions.length > 0 && session.needles.length === 0
    ? html`<div class="np-notice np-notice--warning"><p>
        <strong>${say(given.cautions.includes('first-visit') ? 'charting.caution.first' : 'charting.caution.faint')}</strong>
        ${say('charting.caution.do')}</p></div>`
    : nothing;
}

/** Where what is on this page is kept. */
export function stored(state: State, { say }: Tools): TemplateResult {
  return html`<p class="np-muted np-stored" id="stored">${state.unsent.mine + state.unsent.others === 0
    ? say(isClosed(state.session.standing) ? 'charting.stored.none' : 'charting.stored.all')
    : say('charting.stored.some', state.unsent.mine + state.unsent.others)}</p>`;
}
