import { Autosave } from './autosave';

const form = document.querySelector<HTMLFormElement>('form[data-note-draft]');
const STATE = 'draft-state';

/** Sends the form as it stands; the answer replaces the line that says what is saved, with the version that counts from then on. */
async function keep(from: HTMLFormElement): Promise<void> {
  const state = document.getElementById(STATE);
  state?.querySelectorAll(':not(input)').forEach((words) => words.remove()); // nothing is claimed before the answer
  const answer = await fetch(from.dataset['noteDraft'] ?? '', {
    method: 'POST',
    body: new URLSearchParams(new FormData(from) as unknown as Record<string, string>),
    redirect: 'error',
  });
  const line = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(STATE);
  if (line) {
    state?.replaceChildren(...line.childNodes);
  }
}

if (form) {
  const autosave = new Autosave(() => keep(form));
  form.addEventListener('input', () => autosave.touched());
  form.addEventListener(
    'submit',
    (event) => {
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
