// Answered questions that fit, while one writes. The words go in the body of a request to the same portal; without this the form is just a form.
for (const box of document.querySelectorAll("[data-offers]")) {
  const form = box.closest("form"), list = box.querySelector("ul"), told = box.querySelector("[role=status]");
  const fields = ["title", "text"].map((name) => form?.elements.namedItem(name)).filter(Boolean);
  if (!form || !list || !fields.length) continue;
  let timer = 0, running = null, last = "";

  const show = (found) => {
    list.replaceChildren(...found.map((one) => {
      const line = document.createElement("li"), link = document.createElement("a");
      link.href = one.href;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = one.title;
      line.append(link);
      return line;
    }));
    box.hidden = !found.length;
    told.textContent = found.length ? box.dataset.found : "";
  };

  const ask = async () => {
    const words = new URLSearchParams(fields.map((field) => [field.name, field.value.trim().slice(0, 400)]));
    const asked = words.toString();
    if (asked === last) return;
    last = asked;
    running?.abort();
    if (fields.map((field) => field.value).join(" ").trim().split(/\s+/).length < 3) return show([]);
    running = new AbortController();
    try {
      const answer = await fetch(box.dataset.offers, { method: "POST", body: words, signal: running.signal, credentials: "omit", cache: "no-store" });
      if (!answer.ok) return;
      const found = (await answer.json()).offers.filter((one) => /^(\/(?!\/)|https?:\/\/)/.test(one.href));
      if (asked === last) show(found);
    } catch { /* a newer question, or no connection */ }
  };

  for (const field of fields) {
    field.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(ask, 700);
    });
    field.addEventListener("change", ask);
  }
}
