// Copies an address that is shown once. Without script, or where the browser keeps its clipboard, it is copied by hand.

function offer(button: HTMLButtonElement): void {
  const field = document.getElementById(button.dataset['copy'] ?? '');
  const status = document.querySelector<HTMLElement>('[data-copied]');
  if (!(field instanceof HTMLInputElement) || !window.isSecureContext) {
    return;
  }
  button.hidden = false;
  button.addEventListener('click', () => {
    field.select();
    navigator.clipboard
      .writeText(field.value)
      .then(() => {
        if (status !== null) {
          status.hidden = false;
        }
      })
      .catch(() => field.focus());
  });
}

document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach(offer);
