// Passkeys: asks the authenticator what a form wants to know, puts the answer into the form and sends it. Without it the forms stay hidden, and everything
// else of the screen works.
"use strict";

(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const known = (list) =>
    list.split(" ").filter(Boolean).map((entry) => {
      const [id, ways] = entry.split(":");
      const key = { type: "public-key", id: bytes(id) };
      if (ways) key.transports = ways.split(",");
      return key;
    });

  const create = async (form, ask) => {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(ask.challenge),
        rp: { id: ask.host, name: document.title.split(" - ").pop() },
        user: { id: bytes(ask.user), name: ask.userName, displayName: ask.userTitle },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: known(ask.credentials),
        authenticatorSelection: { residentKey: "preferred", userVerification: ask.verification },
        attestation: "none",
        timeout: 240000,
      },
    });
    form.elements["du-lieu"].value = text(made.response.clientDataJSON);
    form.elements["may"].value = text(made.response.attestationObject);
    form.elements["duong"].value = made.response.getTransports ? made.response.getTransports().join(",") : "";
  };

  const get = async (form, ask) => {
    const used = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(ask.challenge),
        rpId: ask.host,
        allowCredentials: known(ask.credentials),
        userVerification: ask.verification,
        timeout: 240000,
      },
    });
    form.elements["khoa"].value = text(used.rawId);
    form.elements["du-lieu"].value = text(used.response.clientDataJSON);
    form.elements["may"].value = text(used.response.authenticatorData);
    form.elements["chu-ky"].value = text(used.response.signature);
  };

  for (const question of document.querySelectorAll("form [data-question]")) {
    const form = question.closest("form");
    const failed = form.querySelector("[data-failed]");
    const button = form.querySelector("button");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      button.disabled = true;
      try {
        await (question.dataset.question === "create" ? create : get)(form, question.dataset);
        form.submit();
      } catch (error) {
        failed.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
