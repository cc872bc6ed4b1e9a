import { Autosave } from './autosave';

const form = document.querySelector<HTMLFormElement>('form[data-note-draft]');
const STATE = 'draft-state';
const READS = 'note-reads';
const ALARM = 'draft-alarm';

/** Says that what was typed is not saved, until it is; null when it is. */
function alarm(words: string | null): void {
  const line = document.getElementById(ALARM);
  if (line && line.textContent !== (words ?? '')) {
    line.textContent = words ?? '';
  }
  line?.toggleAttribute('hidden', words === null);
}

async function send(from: HTMLFormElement): Promise<Response> {
  try {
    return await fetch(from.dataset['noteDraft'] ?? '', {
      method: 'POST',
      body: new URLSearchParams(new FormData(from) as unknown as Record<string, string>),
      redirect: 'manual',
    });
  } catch (failure) {
    alarm(from.dataset['offline'] ?? '');
    throw failure;
  }
}

/**
 * Sends the form as it stands; the answer replaces the line that says what is saved, with the version that counts from
 * then on, and the note as it now reads.
 */
async function keep(from: HTMLFormElement): Promise<void> {
  const state = document.getElementById(STATE);
  state?.querySelectorAll(':not(input)').forEach((words) => words.remove()); // nothing is claimed before the answer
  const answer = await send(from);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const line = page.getElementById(STATE);
  if (!line) {
    const away = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
    alarm(from.dataset[away ? 'signedOut' : 'offline'] ?? '');
    throw new Error(`the draft was not taken: ${answer.status}`);
  }
  alarm(null);
  state?.replaceChildren(...line.childNodes);
  const reads = page.getElementById(READS);
  if (reads) {
    document.getElementById(READS)?.replaceWith(reads);
  }
}

if (form) {
  const autosave = new Autosave(() => keep(form));
  form.addEventListener('input', () => autosave.touched());
  window.addEventListener('online', () => autosave.hurry());
  window.addEventListener('offline', () => {
    if (autosave.unsaved) {
      alarm(form.dataset['offline'] ?? '');
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (autosave.unsaved && !document.getElementById(ALARM)?.hidden) {
      event.preventDefault();
    }
  });
  form.addEventListener(
    'submit',
    (event) => {
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        alarm(form.dataset['offline'] ?? '');
        autosave.touched();
        return;
      }
      autosave.stop();
      if (autosave.busy) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const button = event.submitter;
        void autosave.settled().then(() => form.requestSubmit(button));
      }
    },
    { capture: true },
  );
}
