// What a long text gains: its galleries large, the place where one stopped, and a word when what is shown is the copy on this device.
const tools = document.querySelector("[data-tools]");
const words = tools?.dataset ?? {};
const root = document.documentElement;

function element(name, values = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(values)) if (value != null) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

// Galleries: each picture is a button; the dialog goes from one to the next by arrow, by button, by a stroke of the finger.
let box;
function lightbox() {
  if (box) return box;
  const button = (name, label, sign) => element("button", { type: "button", class: `lightbox-${name}`, "aria-label": label }, sign);
  const close = button("close", words.close, "×"), previous = button("previous", words.previous, "‹"), next = button("next", words.next, "›");
  const frame = element("div", { class: "lightbox-picture" }), caption = element("p", { class: "lightbox-caption" });
  const count = element("p", { class: "lightbox-count", role: "status" });
  const dialog = element("dialog", { class: "lightbox", "aria-label": words.gallery, "data-r": "l" }, close, frame, caption, count, previous, next);
  document.body.append(dialog);
  box = { dialog, frame, caption, count, pictures: [], at: 0 };

  function turn(by) {
    box.at = (box.at + by + box.pictures.length) % box.pictures.length;
    paint();
  }
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -box.at, End: box.pictures.length - 1 - box.at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (step) turn(step);
  });
  let from;
  frame.addEventListener("pointerdown", (event) => { from = event.isPrimary ? event : undefined; });
  frame.addEventListener("pointerup", (event) => {
    if (!from || event.pointerId !== from.pointerId) return;
    const across = event.clientX - from.clientX, down = event.clientY - from.clientY;
    from = undefined;
    if (Math.abs(across) > 48 && Math.abs(across) > 2 * Math.abs(down)) turn(across < 0 ? 1 : -1);
  });
  frame.addEventListener("pointercancel", () => { from = undefined; });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { frame.replaceChildren(); box.pictures[box.at]?.closest("button")?.focus(); });
  return box;
}

function paint() {
  const shown = box.pictures[box.at];
  const copy = (shown.closest("picture") ?? shown).cloneNode(true);
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    part.removeAttribute("loading");
    if (part.hasAttribute("sizes")) part.setAttribute("sizes", "100vw");
  }
  box.frame.replaceChildren(copy);
  box.caption.textContent = shown.closest("figure")?.querySelector(":scope > figcaption")?.textContent.trim() ?? "";
  box.count.textContent = words.count?.replace("$1", box.at + 1).replace("$2", box.pictures.length) ?? "";
}

for (const gallery of document.querySelectorAll(".body .gallery")) {
  const pictures = [...gallery.querySelectorAll("img")];
  for (const [at, picture] of pictures.entries()) {
    const shown = picture.closest("picture") ?? picture;
    const button = element("button", { type: "button", class: "zoom", "aria-haspopup": "dialog" });
    button.setAttribute("aria-label", [words.zoom, picture.alt].filter(Boolean).join(": "));
    shown.replaceWith(button);
    button.append(shown);
    button.addEventListener("click", () => {
      Object.assign(lightbox(), { pictures, at });
      paint();
      box.dialog.showModal();
    });
  }
}

// The place in a long text: the number of the first block in view. Offered, never forced; forgotten at the end of the text and after two months.
const key = "caunoi.places";
const blocks = [...(document.querySelector(".article .body")?.children ?? [])];
const isLong = () => document.scrollingElement.scrollHeight > 3 * innerHeight && blocks.length > 6;

function places() {
  try {
    const kept = JSON.parse(localStorage.getItem(key)) ?? {};
    return Object.fromEntries(Object.entries(kept).filter(([, place]) => Date.now() - place.at < 60 * 86_400_000));
  } catch { return {}; }
}

function remember() {
  if (!isLong()) return;
  const kept = places();
  const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
  const end = blocks[blocks.length - 1].getBoundingClientRect().bottom < innerHeight;
  if (end || first < 3) delete kept[location.pathname];
  else kept[location.pathname] = { block: first, at: Date.now() };
  const newest = Object.entries(kept).sort(([, a], [, b]) => b.at - a.at).slice(0, 30);
  try { localStorage.setItem(key, JSON.stringify(Object.fromEntries(newest))); } catch { /* private windows may forbid it */ }
}

function offer() {
  const place = places()[location.pathname];
  const returned = performance.getEntriesByType("navigation")[0]?.type;
  if (!place || !blocks[place.block] || location.hash || scrollY > 200 || returned === "back_forward" || returned === "reload") return;
  const go = element("button", { type: "button", class: "resume-go" }, words.resume);
  const no = element("button", { type: "button", class: "resume-no", "aria-label": words.close }, "×");
  const chip = element("div", { class: "resume", role: "group", "aria-label": words.resume, "data-r": "l" }, go, no);
  go.addEventListener("click", () => {
    chip.remove();
    const block = blocks[place.block];
    block.tabIndex = -1;
    block.scrollIntoView({ block: "start" });
    block.focus({ preventScroll: true });
  });
  no.addEventListener("click", () => chip.remove());
  // Who reads on from above has answered.
  addEventListener("scroll", function read() {
    if (blocks[Math.min(3, blocks.length - 1)].getBoundingClientRect().top > 0) return;
    chip.remove();
    removeEventListener("scroll", read);
  }, { passive: true });
  tools.after(chip);
}

if (blocks.length) {
  if (isLong()) offer();
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") remember(); });
  addEventListener("pagehide", remember);
}

// The copy of this device (worker.js) says so, and makes way as soon as the portal answers after all.
if (root.dataset.kept && words.kept) {
  const when = new Intl.DateTimeFormat(root.lang, { dateStyle: "short", timeStyle: "short" }).format(new Date(root.dataset.kept));
  tools.before(element("p", { class: "notice kept-notice", role: "status", "data-r": "l" }, words.kept.replace("$1", when)));
  navigator.serviceWorker?.addEventListener("message", (event) => { if (event.data?.arrived === location.pathname) location.reload(); });
  navigator.serviceWorker?.startMessages();
}
