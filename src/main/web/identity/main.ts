// Adds and uses passkeys: asks the authenticator, puts its answer into the form, sends the form.
// The options come with the page; the challenge in them counts once.

type Ceremony = "create" | "get";

async function answerOf(ceremony: Ceremony, options: string): Promise<string> {
  const parsed: unknown = JSON.parse(options);
  const credential =
    ceremony === "create"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(parsed as PublicKeyCredentialCreationOptionsJSON),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(parsed as PublicKeyCredentialRequestOptionsJSON),
        });
  if (!(credential instanceof PublicKeyCredential)) {
    throw new Error("the authenticator gave no credential");
  }
  return JSON.stringify(credential.toJSON());
}

function prepare(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[data-passkey-status]");
  const answer = form.querySelector<HTMLInputElement>("input[name=answer]");
  const options = form.dataset["options"];
  if (answer === null || options === undefined) {
    return;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (status !== null) {
      status.textContent = "";
    }
    answerOf(form.dataset["passkey"] === "create" ? "create" : "get", options)
      .then((json) => {
        answer.value = json;
        form.submit();
      })
      .catch(() => {
        if (status !== null) {
          status.textContent = status.dataset["failed"] ?? "";
        }
      });
  });
}

document.querySelectorAll<HTMLFormElement>("form[data-passkey]").forEach(prepare);
