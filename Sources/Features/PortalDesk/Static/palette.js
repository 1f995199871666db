// Finding things from anywhere on the desk: Ctrl+K opens a field over portals, sections, people, articles and rooms. Without this script /desk/tim does the same.
"use strict";

(() => {
  const link = document.querySelector("a.desk-find");
  if (!link) return;
  let box, field, list, timer, asked = 0, chosen = -1;

  const build = () => {
    box = document.createElement("dialog");
    box.className = "portal-palette";
    box.setAttribute("aria-label", link.textContent.trim());
    field = document.createElement("input");
    field.type = "search";
    field.maxLength = 100;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-controls", "tim-nhanh");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-label", link.dataset.label);
    list = document.createElement("div");
    list.id = "tim-nhanh";
    list.className = "portal-hits";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", link.textContent.trim());
    box.append(field, list);
    document.body.append(box);
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    field.addEventListener("keydown", keys);
    list.addEventListener("click", (event) => { const hit = event.target.closest("[role=option]"); if (hit) location.assign(hit.dataset.href); });
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  };

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (place) => {
    const all = options();
    chosen = all.length ? (place + all.length) % all.length : -1;
    all.forEach((hit, at) => hit.setAttribute("aria-selected", at === chosen ? "true" : "false"));
    field.setAttribute("aria-activedescendant", chosen >= 0 ? all[chosen].id : "");
    if (chosen >= 0) all[chosen].scrollIntoView({ block: "nearest" });
  };

  const keys = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(chosen + (event.key === "ArrowDown" ? 1 : -1)); }
    if (event.key === "Enter") {
      event.preventDefault();
      const hit = options()[chosen];
      location.assign(hit ? hit.dataset.href : `${link.pathname}?q=${encodeURIComponent(field.value)}`);
    }
  };

  const ask = async () => {
    const turn = ++asked;
    let groups;
    try {
      const answer = await fetch(`${link.pathname}/ket-qua?q=${encodeURIComponent(field.value.trim())}`, { headers: { accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      groups = await answer.json();
    } catch { return; }
    if (turn !== asked) return;
    list.replaceChildren();
    let number = 0;
    for (const group of groups) {
      const part = document.createElement("div");
      part.setAttribute("role", "group");
      part.setAttribute("aria-label", group.title);
      const title = document.createElement("p");
      title.className = "desk-row-note";
      title.setAttribute("aria-hidden", "true");
      title.textContent = group.title;
      part.append(title);
      for (const row of group.rows) {
        if (!row.href) continue;
        const hit = document.createElement("div");
        hit.id = `tim-nhanh-${number++}`;
        hit.className = "portal-hit";
        hit.setAttribute("role", "option");
        hit.dataset.href = row.href;
        hit.textContent = row.label;
        if (row.note) {
          const note = document.createElement("span");
          note.className = "desk-row-note";
          note.textContent = row.note;
          hit.append(" ", note);
        }
        part.append(hit);
      }
      list.append(part);
    }
    choose(0);
  };

  const open = () => {
    if (!box) build();
    if (!box.open) box.showModal();
    field.select();
    ask();
  };

  link.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); open(); } });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) { event.preventDefault(); open(); }
  });

  // A list that was filtered can be kept under a name.
  if (location.search.length > 1 && location.pathname !== link.pathname && !document.querySelector(".desk-keep-view")) {
    for (const form of document.querySelectorAll("form.desk-filter[method=get]")) {
      const keep = document.createElement("a");
      keep.className = "desk-keep";
      keep.href = `${link.pathname}?dia-chi=${encodeURIComponent(location.pathname + location.search)}`;
      keep.textContent = link.dataset.keep;
      form.append(keep);
    }
  }
})();
