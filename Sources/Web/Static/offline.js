// The page for readers without a connection: what worker.js keeps on this device, and the urgent notices as they were last seen.
const page = document.querySelector("[data-offline]");
const list = page?.querySelector("[data-kept-list]");
const lang = document.documentElement.lang;

function element(name, values = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(values)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

function time(date, style) {
  return element("time", { datetime: date.toISOString() }, new Intl.DateTimeFormat(lang, style).format(date));
}

async function show() {
  const pages = await caches.open("caunoi-pages");
  const kept = [];
  for (const request of await pages.keys()) {
    const { headers } = await pages.match(request);
    const title = decodeURIComponent(headers.get("x-title") ?? "");
    const path = new URL(request.url).pathname;
    if (path !== "/ngoai-tuyen" && title) kept.push({ path, title, at: new Date(headers.get("x-read-at")), published: headers.get("x-published") });
  }
  kept.sort((a, b) => b.at - a.at);
  list.replaceChildren(...kept.map((one) => {
    const published = new Date(one.published);
    const entry = element("li", {}, element("a", { href: one.path }, one.title));
    if (!Number.isNaN(published.valueOf())) entry.append(" ", time(published, { dateStyle: "medium" }));
    return entry;
  }));
  page.querySelector("[data-kept-none]").hidden = kept.length > 0;
  page.querySelector("[data-kept-clear]").hidden = kept.length === 0;
}

function notices() {
  let last = {};
  try { last = JSON.parse(localStorage.getItem("caunoi.notices")) ?? {}; } catch { /* private windows may forbid it */ }
  // A warning of last month helps nobody.
  if (!last.notices?.length || Date.now() - last.at > 7 * 86_400_000) return;
  const place = page.querySelector("[data-kept-notices]");
  place.querySelector("ul").replaceChildren(...last.notices.map((text) => element("li", {}, text)));
  place.querySelector("[data-kept-when]").replaceChildren(time(new Date(last.at), { dateStyle: "short", timeStyle: "short" }));
  place.hidden = false;
}

if (page) {
  notices();
  if ("caches" in globalThis) show().catch(() => {});
  page.querySelector("[data-kept-clear]")?.addEventListener("click", async () => {
    const pages = await caches.open("caunoi-pages");
    for (const request of await pages.keys()) if (!request.url.endsWith("/ngoai-tuyen")) await pages.delete(request);
    try { localStorage.removeItem("caunoi.places"); } catch { /* private windows may forbid it */ }
    await show();
    page.querySelector("h1").focus();
  });
  page.querySelector("[data-retry]")?.addEventListener("click", () => location.reload());
  // The connection is back: the address the reader asked for is asked for again.
  addEventListener("online", () => { if (location.pathname !== "/ngoai-tuyen") location.reload(); });
}
