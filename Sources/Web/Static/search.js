// Suggestions while one types (the ARIA combobox with a list): arrows choose, Enter goes, Escape closes; without this the form is just a form.
function combobox(input, number) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${number}`;
  list.dataset.r = "h";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel);
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  const known = new Map();
  let options = [], chosen = -1, wanted = "", timer = 0, running = null;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    chosen = options.length ? (index + options.length + 1) % (options.length + 1) : -1;
    if (chosen === options.length) chosen = -1;
    for (const [place, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(place === chosen));
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(found) {
    options = found;
    list.replaceChildren(...found.map((one, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = one.text;
      // Before the field loses the focus, which closes the list.
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); location.assign(one.href); });
      return option;
    }));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  async function ask(text) {
    running?.abort();
    running = new AbortController();
    try {
      if (!known.has(text)) {
        const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: running.signal, credentials: "omit" });
        if (!answer.ok) return;
        if (known.size > 200) known.clear();
        known.set(text, (await answer.json()).suggestions.filter((one) => /^\/(?!\/)/.test(one.href)));
      }
      if (text === wanted) show(known.get(text));
    } catch { /* a newer question, or no connection: the form still works */ }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    // An input method may still be composing a syllable.
    wanted = input.value.trimStart();
    if (event.isComposing || !wanted.trim()) return wanted.trim() ? undefined : close();
    timer = setTimeout(() => ask(wanted), 90);
  });
  input.addEventListener("compositionend", () => { wanted = input.value.trimStart(); if (wanted.trim()) ask(wanted); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) { wanted = input.value.trimStart(); if (wanted.trim()) ask(wanted); return; }
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? options.length - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(options[chosen].href);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

for (const [number, input] of [...document.querySelectorAll("input[data-suggest]")].entries()) combobox(input, number);
