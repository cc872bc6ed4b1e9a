// Reads a file into the box where a list is pasted. Spreadsheets of older programs are not in UTF-8: those are read as Windows writes.

function words(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function fill(field: HTMLElement): void {
  const chooser = field.querySelector<HTMLInputElement>('input[type=file]');
  const list = document.getElementById(field.dataset['fills'] ?? '');
  if (chooser === null || !(list instanceof HTMLTextAreaElement)) {
    return;
  }
  field.hidden = false;
  chooser.addEventListener('change', () => {
    chooser.files?.[0]
      ?.arrayBuffer()
      .then((bytes) => {
        list.value = words(bytes);
        list.focus();
      })
      .catch(() => list.focus());
  });
}

document.querySelectorAll<HTMLElement>('[data-fills]').forEach(fill);
