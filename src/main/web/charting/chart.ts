import { html, render } from 'lit-html';
import { bar } from './bar';
import { card } from './card';
import type { Catalogue, Place } from './catalogue';
import { chime } from './chime';
import type { Entry, LedgerEvent, MapPoint, Needle } from './fold';
import { answerGate, askGate, type Said } from './gate';
import { menu } from './menu';
import { NeedleMap, type MapSources } from './needlemap';
import { needles } from './needles';
import { notices, stored } from './notices';
import type { Acts, Gate, Given, Proposal, State, Tools } from './page';
import { removals } from './removals';
import type { Replica } from './replica';
import { along, fault, insertions, isOfDepth, like, placement, unsaid, UNSET, type Settings } from './settings';
import { inBody, nextDue } from './timers';
import { uuid7 } from './ids';

const MINUTE = 60_000;
/** A second tap within this time is the same finger, not another needle. */
const DOUBLE_TAP = 400;

/** The living part of a session's page. */
export class Chart implements Acts {
  private chosen: Place | null = null;
  private gate: Gate = 'asking';
  private typed = '';
  private region = '';
  private settings: Settings = UNSET;
  private agoMinutes = 0;
  private fault = '';
  /** What is wrong with the needle as it is set. */
  private needleFault = '';
  /** Which asking of the gates is the latest: an answer to an earlier one is not shown. */
  private asking = 0;
  private lastOut = { at: 0, needle: '' };
  private inside = 0;
  private started = false;
  private readonly map: NeedleMap;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly replica: Replica,
    private given: Given,
    private catalogue: Catalogue | null,
    private readonly tools: Omit<Tools, 'acts' | 'muscle' | 'place' | 'site'>,
    map: MapSources,
    private readonly goTo: (address: string) => void,
  ) {
    this.map = new NeedleMap(map, {
      say: tools.say, address: tools.address, place: (it) => this.placeName(it),
      choose: (place, point) => this.choose(place, point), moved: () => this.movedPin(), changed: () => this.draw(),
    });
  }

  /** Draws from now on: before, a page that knows nothing would say that no needle is in. */
  start(): void {
    if (!this.started) {
      this.started = true;
      this.inside = inBody(this.replica.session).length;
      this.root.replaceChildren();
    }
    this.draw();
  }

  /** Draws the page anew; says so aloud when the last needle has come out. */
  draw(): void {
    if (!this.started) {
      return;
    }
    this.takeUpSettings();
    const inside = inBody(this.replica.session).length;
    const wentOut = this.inside > 0 && inside === 0;
    this.inside = inside;
    if (wentOut) {
      chime();
    }
    const state = this.state();
    document.body.classList.toggle('np-nameless', state.link === 'signed-out');
    const tools: Tools = { ...this.tools, acts: this, muscle: (it) => this.name(it), place: (it) => this.placeName(it), site: (it) => this.map.words(it) };
    const open = state.session.standing === 'open' || state.session.standing === 'reopened';
    render(html`<div class="np-session__live" data-in-situ=${inside} data-used=${state.session.needles.length} data-unsent=${state.unsent.mine} data-link=${state.link}>
      ${bar(state, tools)}${notices(state, tools)}
      <div class="np-session__columns">${open ? html`${menu(state, tools)}${card(state, tools)}` : ''}${needles(state, tools)}${open ? '' : html`<div id="needle-map"></div>`}</div>
      ${stored(state, tools)}
    </div>`, this.root);
    this.map.draw(this.root.querySelector('#needle-map'), state);
    this.wakeAtNextDue(state);
  }

  /** The needle as it was last, here or by this practitioner, until somebody chooses. */
  private takeUpSettings(): void {
    if (this.settings === UNSET) {
      const last = this.replica.session.needles.findLast((it) => it.placement)?.placement ?? this.given.usual;
      this.settings = last ? like(last) : UNSET;
    }
  }

  private wakeAtNextDue({ session, now }: State): void {
    clearTimeout(this.alarm);
    const due = nextDue(session, now);
    if (due !== null) {
      this.alarm = setTimeout(() => {
        chime();
        this.draw();
      }, Math.min(due - now, 2 ** 30));
    }
  }

  private state(): State {
    const { replica } = this;
    return {
      session: replica.session, link: replica.link, refusal: replica.refusal, unsent: replica.unsent,
      offlineSince: replica.offlineSince, joined: replica.joined, now: replica.now(), today: this.tools.date(replica.now()),
      given: this.given, catalogue: this.catalogue, chosen: this.chosen, gate: this.gate, typed: this.typed,
      region: this.region, settings: this.settings, agoMinutes: this.agoMinutes, fault: this.fault, needleFault: this.needleFault,
      point: this.point,
      undoable: replica.lastTap() !== null,
    };
  }

  private name(id: string): string {
    return this.catalogue?.muscles.find((it) => it.id === id)?.name ?? id;
  }

  private placeName({ muscle, side }: Place): string {
    const name = this.name(muscle);
    return side === 'M' ? name : this.tools.say('charting.muscle.sided', name, this.tools.say(`charting.side.${side}`));
  }

  know(catalogue: Catalogue): void {
    this.catalogue = catalogue;
    this.draw();
  }

  chart(events: readonly LedgerEvent[], ago = 0): void {
    if (events.length > 0) {
      this.replica.tap(events, ago).then(
        () => this.kept(),
        () => this.complain('charting.notKept'),
      );
    }
  }

  /** What could not be done before has been got over. */
  private kept(): void {
    if (this.fault !== '') {
      this.complain('');
    }
    this.keepFocus();
  }

  /** A row that is done moves away under the finger: the next needle's button has the focus then, not the page. */
  private keepFocus(): void {
    if (document.activeElement === document.body) {
      this.root.querySelector<HTMLElement>('.np-act--out button, #count, #in-one')?.focus({ preventScroll: true });
    }
  }

  out(needle: Needle): void {
    const now = performance.now();
    if (now - this.lastOut.at < DOUBLE_TAP && this.lastOut.needle !== needle.id) {
      return;
    }
    this.lastOut = { at: now, needle: needle.id };
    this.chart(removals(needle));
  }

  private complain(key: string): void {
    this.fault = key === '' ? '' : this.tools.say(key);
    this.draw();
  }

  retract(needle: string, kind?: string): void {
    if (kind === undefined && !window.confirm(this.tools.say('charting.act.wrong.sure'))) {
      return;
    }
    const all = [...this.replica.all()];
    const retracted = new Set(all.flatMap((it) => (it.event.kind === 'entered-in-error' ? [it.event.event] : [])));
    const meant = (it: Entry): boolean => it.event.needle === needle && !retracted.has(it.id)
      && (kind === undefined || it.event.kind === kind);
    this.chart(all.filter(meant).map((it) => ({ kind: 'entered-in-error', event: it.id, reason: 'tapped by mistake' })));
  }

  undo(): void {
    const last = this.replica.lastTap();
    if (last) {
      this.chart([{ kind: 'entered-in-error', event: last.id, reason: 'undone' }]);
    }
  }

  private put(make: (place: Place, edition: string) => readonly LedgerEvent[], settings: Settings = this.settings): void {
    const wrong = fault(settings);
    this.needleFault = wrong === null ? '' : this.tools.say(`charting.error.${wrong}`, settings.depthMm ?? 0, settings.lengthMm ?? 0);
    if (wrong !== null || !this.chosen) {
      this.draw();
      this.mend(isOfDepth(wrong) ? '#depth' : '#fault');
      return;
    }
    this.chart(make(this.chosen, this.catalogue?.edition ?? 'unknown'), this.agoMinutes * MINUTE);
    this.agoMinutes = 0;
    this.settings = unsaid(this.settings);
    this.map.clear();
  }

  /** Brings into sight what has to be put right. */
  private mend(what: string): void {
    const place = this.root.querySelector<HTMLElement>(what);
    place?.closest('details')?.setAttribute('open', '');
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  }

  insert(count: number): void {
    const settings = { ...this.settings, point: this.point };
    this.put((place, edition) => insertions(settings, place, edition, count), settings);
  }

  along(from: string, to: string, both: boolean): void {
    this.put((place, edition) => along(this.settings, place, edition, { from, to, both }));
  }

  asLastTime(proposal: Proposal): void {
    const settings = { ...(proposal.placement ? like(proposal.placement) : this.settings), point: null };
    this.settings = settings;
    this.put(
      (place, edition) => Array.from({ length: proposal.needles ?? 1 }, () =>
        ({ kind: 'inserted', needle: uuid7(), placement: placement(settings, place, edition) })),
      settings,
    );
  }

  choose(place: Place, point: MapPoint | null = this.map.waiting): void {
    const before = this.chosen?.muscle === place.muscle && this.chosen.side === place.side;
    this.chosen = { muscle: place.muscle, side: place.side };
    this.settings = { ...(before ? this.settings : unsaid(this.settings)), point };
    if (point === null) {
      this.map.clear();
    }
    this.needleFault = '';
    this.draw();
    this.root.querySelector('#card')?.scrollIntoView({ block: 'nearest' });
    void this.ask();
  }

  /** Where the next needle goes: a point chosen with its muscle, else the one that waits for a muscle chosen by name. */
  private get point(): MapPoint | null {
    return this.settings.point ?? this.map.waiting;
  }

  private movedPin(): void {
    if (this.settings.point) {
      this.settings = { ...this.settings, point: null };
    }
    this.draw();
  }

  unmark(): void {
    this.map.leave();
  }

  /** Asks the gates about the chosen muscle; without a network the chart goes on, and says so. */
  private async ask(): Promise<void> {
    const place = this.chosen;
    if (place) {
      this.gate = 'asking';
      this.words(null);
      await this.hear(askGate(this.tools.address, place, this.settings.technique ?? 'deep-static'));
    }
  }

  /** A word about what stood in the way. */
  answer(form: HTMLFormElement, button: HTMLElement | null): void {
    void this.hear(answerGate(form, button));
  }

  private async hear(saying: Promise<Said>): Promise<void> {
    this.asking += 1;
    const mine = this.asking;
    this.draw();
    const { gate, words } = await saying;
    if (mine === this.asking) {
      this.gate = gate;
      this.words(words);
      this.draw();
    }
  }

  private words(words: HTMLElement | null): void {
    this.root.querySelector('#gate')?.replaceChildren(...(words ? [words] : []));
  }

  search(typed: string): void {
    this.typed = typed;
    this.draw();
  }

  open(region: string): void {
    this.region = region;
    this.draw();
  }

  set(settings: Partial<Settings>): void {
    const asked = this.settings.technique === 'electrical-stimulation';
    this.settings = { ...this.settings, ...settings };
    const wrong = fault(this.settings);
    this.needleFault = isOfDepth(wrong)
      ? this.tools.say(`charting.error.${wrong}`, this.settings.depthMm ?? 0, this.settings.lengthMm ?? 0) : '';
    this.draw();
    if (asked !== (this.settings.technique === 'electrical-stimulation')) {
      void this.ask();
    }
  }

  when(agoMinutes: number): void {
    this.agoMinutes = agoMinutes;
    this.draw();
  }

  /** Every device gives what it has, then somebody counts. */
  close(): void {
    this.replica.finish().then(
      (arrived) => (arrived ? this.goTo(`${this.tools.address}/closure`) : this.complain('charting.close.offline')),
      () => this.complain('charting.notKept'),
    );
  }

  keepPattern(name: string): void {
    const place = this.chosen;
    if (place && fault(this.settings) === null) {
      void this.turnPatterns('', { name, placement: placement({ ...this.settings, point: null }, place, this.catalogue?.edition ?? 'unknown') });
    }
  }

  dropPattern(id: string): void {
    void this.turnPatterns(`/${id}/dropped`, {});
  }

  private async turnPatterns(path: string, wish: object): Promise<void> {
    const left = await this.replica.exchange.patterns(this.tools.address, path, wish);
    if (left) {
      this.given = { ...this.given, patterns: left };
      this.fault = '';
      this.draw();
    } else {
      this.complain('charting.pattern.offline');
    }
  }
}

