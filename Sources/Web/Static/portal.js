// What every page gains where scripts run; each page is whole without it. No text is made here: words come from the page.
const root = document.documentElement;
const key = "caunoi.display";
const sizes = ["", "large", "larger"];

function stored(name) {
  try { return JSON.parse(localStorage.getItem(name)) ?? {}; } catch { return {}; }
}

function store(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* private windows may forbid it, a disk may be full */ }
}

// Text size, contrast, colours, pictures: early.js puts them on <html> before the first paint of the next page.
const panel = document.querySelector("[data-display]");

function choose(name, value) {
  const kept = stored(key);
  if (value) { kept[name] = value; root.dataset[name] = value; } else { delete kept[name]; delete root.dataset[name]; }
  store(key, kept);
  show();
}

function show() {
  for (const input of panel?.querySelectorAll("input") ?? []) input.checked = (root.dataset[input.name] ?? "") === input.value;
  for (const button of document.querySelectorAll("[data-tool=smaller], [data-tool=larger]")) {
    const end = button.dataset.tool === "smaller" ? 0 : sizes.length - 1;
    button.setAttribute("aria-disabled", String(sizes.indexOf(root.dataset.text ?? "") === end));
  }
}

function resize(by) {
  const next = sizes.indexOf(root.dataset.text ?? "") + by;
  if (next >= 0 && next < sizes.length) choose("text", sizes[next]);
}

show();
panel?.addEventListener("change", (event) => {
  // "With pictures" is a choice too where the browser itself asks for little data.
  if (event.target.name === "pictures" && !event.target.value && navigator.connection?.saveData) choose("pictures", "on");
  else choose(event.target.name, event.target.value);
});
panel?.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const name of ["text", "contrast", "theme", "pictures"]) choose(name, "");
});
panel?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel.open) return;
  panel.open = false;
  panel.querySelector("summary").focus();
});
// Who has turned to something else does not want the panel in the way.
document.addEventListener("click", (event) => { if (panel?.open && !panel.contains(event.target)) panel.open = false; });
panel?.addEventListener("focusout", (event) => { if (event.relatedTarget && !panel.contains(event.relatedTarget)) panel.open = false; });
// Another page of this portal, open beside this one, changed something.
addEventListener("storage", (event) => {
  if (event.key !== key) return;
  const kept = stored(key);
  for (const name of ["text", "contrast", "theme", "pictures"]) if (kept[name]) root.dataset[name] = kept[name]; else delete root.dataset[name];
  show();
});

// The tools of an item page.
const tools = document.querySelector("[data-tools]");

async function copy(button) {
  await navigator.clipboard.writeText(address());
  const words = button.textContent;
  button.textContent = tools.dataset.copied;
  setTimeout(() => { button.textContent = words; }, 3000);
}

function address() { return document.querySelector('link[rel="canonical"]')?.href ?? location.href; }

function element(name, values = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(values)) if (value != null) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

// The telephone's own sheet; elsewhere one made of the links that stand on the page already.
let sheet;
async function share() {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url: address() });
  } catch (fault) {
    if (fault.name === "AbortError") return;
  }
  if (!sheet) {
    const links = document.querySelector(".share ul")?.cloneNode(true) ?? element("ul");
    const title = element("h2", { id: "share-sheet-title" }, tools.dataset.sheet);
    const close = element("button", { type: "button", class: "button share-close" }, tools.dataset.close);
    const place = element("p", { class: "share-address" }, address());
    sheet = element("dialog", { class: "share-sheet", "aria-labelledby": title.id, "data-r": "l" }, title, place, links, close);
    if (navigator.clipboard) {
      const button = element("button", { type: "button", class: "button share-copy" }, tools.dataset.copy);
      button.addEventListener("click", () => copy(button).catch(() => {}));
      close.before(button);
    }
    close.addEventListener("click", () => sheet.close());
    // A touch beside the sheet closes it.
    sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
    document.body.append(sheet);
  }
  sheet.showModal();
}

tools?.addEventListener("click", (event) => {
  const act = { smaller: () => resize(-1), larger: () => resize(1), print: () => print(), share }[event.target.closest("[data-tool]")?.dataset.tool];
  act?.();
});

// Urgent notices as they were last seen: the page for those without a connection shows them (offline.js).
if (!root.dataset.kept && !document.querySelector("[data-offline]")) {
  const notices = [...document.querySelectorAll(".banners .banner")].map((banner) => banner.textContent.trim().replace(/\s+/g, " "));
  const before = stored("caunoi.notices");
  if (notices.length || before.notices?.length) store("caunoi.notices", { notices, at: Date.now() });
}

// Reading without a connection (worker.js). Only once the page itself has everything it needs.
const place = root.dataset.worker;

async function work() {
  const policy = globalThis.trustedTypes?.createPolicy("caunoi", { createScriptURL: (url) => (url === place ? url : "") });
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(place) ?? place, { scope: "/" });
  // The worker was not there yet when this page was loaded: it is kept now.
  if (!navigator.serviceWorker.controller) {
    const { active } = await navigator.serviceWorker.ready;
    (active ?? registration.active)?.postMessage({ keep: location.href });
  }
}

if (place && "serviceWorker" in navigator) {
  const begin = () => setTimeout(() => work().catch(() => { /* forbidden or full: the page is whole without it */ }), 500);
  if (document.readyState === "complete") begin(); else addEventListener("load", begin, { once: true });
}
