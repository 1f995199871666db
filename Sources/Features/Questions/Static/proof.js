// While letters flood in, a form carries a challenge: a number is looked for with which the SHA-256 of challenge and number, padded to 8 KiB, begins with so many zero
// bits. Nothing of what is typed goes into it. The browser hashes beside the page, in parts, so that one goes on typing; without this the form says how long to wait.
for (const box of document.querySelectorAll("[data-proof]")) {
  const form = box.closest("form"), field = box.querySelector("input"), bar = box.querySelector("progress"), told = box.querySelector("[role=status]");
  const challenge = box.dataset.proof, bits = Number.parseInt(challenge, 10);
  if (!form || !field || field.value || !globalThis.crypto?.subtle || !(bits > 0 && bits < 31)) continue;
  const PART = 64, writer = new TextEncoder(), head = writer.encode(challenge + ":"), message = new Uint8Array(8192), tail = message.subarray(head.length);
  message.set(head);
  let isPressed = false, isOver = false;

  const begins = (hash) => new DataView(hash).getUint32(0) >>> (32 - bits) === 0;

  const solve = async () => {
    for (let first = 0; ; first += PART) {
      const hashes = [];
      for (let number = first; number < first + PART; number += 1) {
        writer.encodeInto(String(number), tail);
        hashes.push(crypto.subtle.digest("SHA-256", message));
      }
      const found = (await Promise.all(hashes)).findIndex(begins);
      if (found >= 0) return first + found;
      // How likely it is to be found by now: grows steadily, whatever chance brings.
      bar.value = 1 - Math.exp(-(first + PART) / 2 ** bits);
    }
  };

  form.addEventListener("submit", (event) => {
    if (isOver) return;
    event.preventDefault();
    isPressed = true;
    told.textContent = box.dataset.pressed;
    bar.scrollIntoView({ block: "center" });
  });

  bar.hidden = false;
  for (const one of box.querySelectorAll("[data-otherwise]")) one.hidden = true;
  told.textContent = box.dataset.working;
  solve().then((number) => {
    field.value = challenge + ":" + number;
    bar.value = 1;
    told.textContent = box.dataset.done;
  }, () => {
    bar.hidden = true;
    for (const one of box.querySelectorAll("[data-otherwise]")) one.hidden = false;
    told.textContent = "";
  }).finally(() => {
    isOver = true;
    if (isPressed) form.requestSubmit();
  });
}
