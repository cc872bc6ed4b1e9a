/** How many taps of an account wait in this browser; 0 where it keeps none. */
export async function waiting(account: string): Promise<number> {
  const databases = await indexedDB.databases?.().catch(() => []) ?? [];
  if (!databases.some((it) => it.name === 'needlepoint')) {
    return 0;
  }
  return new Promise((resolve) => {
    const opening = indexedDB.open('needlepoint');
    opening.onerror = () => resolve(0);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('queue')) {
        database.close();
        resolve(0);
        return;
      }
      const reading = database.transaction('queue').objectStore('queue').getAll();
      reading.onsuccess = () => {
        resolve((reading.result as { account: string }[]).filter((it) => it.account === account).length);
        database.close();
      };
      reading.onerror = () => resolve(0);
    };
  });
}

/** Refuses to sign out while taps wait that only this sign-in can send, and says why. */
export function keepUntilSent(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-unsent]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void waiting(form.dataset['account'] ?? '').then((taps) => {
      if (taps === 0) {
        form.submit();
        return;
      }
      page.getElementById('sign-out-refused')?.remove();
      const notice = page.createElement('p');
      notice.id = 'sign-out-refused';
      notice.className = 'np-notice np-notice--danger';
      notice.setAttribute('role', 'alert');
      notice.textContent = form.dataset['unsent'] ?? '';
      page.getElementById('content')?.prepend(notice);
      notice.scrollIntoView({ block: 'nearest' });
    });
  });
}
