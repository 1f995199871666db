// Forms that a passkey can sign: asks what is to be signed, has the authenticator sign it, sends the form. Without it, or where the person asks for it, the form goes
// without a signature, and the record says so.
"use strict";

(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const put = (form, name, value) => {
    const field = form.querySelector(`input[type=hidden][name="${name}"]`) || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  };

  const sign = async (form, pressed) => {
    const sent = new URLSearchParams(new FormData(form));
    if (pressed && pressed.name) sent.set(pressed.name, pressed.value);
    sent.set("buoc", form.dataset.step);
    const response = await fetch(form.dataset.sign, { method: "POST", body: sent });
    if (!response.ok) throw new Error(String(response.status));
    const ask = await response.json();
    if (!ask.challenge) return;
    const used = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(ask.challenge),
        rpId: ask.host,
        allowCredentials: ask.credentials.map((id) => ({ type: "public-key", id: bytes(id) })),
        userVerification: "preferred",
        timeout: 240000,
      },
    });
    put(form, "khoa", text(used.rawId));
    put(form, "du-lieu", text(used.response.clientDataJSON));
    put(form, "may", text(used.response.authenticatorData));
    put(form, "chu-ky", text(used.response.signature));
  };

  for (const form of document.querySelectorAll("form[data-sign]")) {
    const failed = form.querySelector("[data-failed]");
    form.addEventListener("submit", async (event) => {
      const pressed = event.submitter;
      if (pressed && pressed.hasAttribute("data-unsigned")) return;
      if (pressed && form.dataset.only && pressed.value !== form.dataset.only) return;
      event.preventDefault();
      if (failed) failed.hidden = true;
      for (const button of form.querySelectorAll("button")) button.disabled = true;
      try {
        await sign(form, pressed);
        if (pressed && pressed.name) put(form, pressed.name, pressed.value);
        form.submit();
      } catch (error) {
        for (const button of form.querySelectorAll("button")) button.disabled = false;
        if (failed) failed.hidden = false;
      }
    });
  }
})();
