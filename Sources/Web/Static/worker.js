// Keeps the articles read last, with the styles, scripts and fonts they name, for readers who lose their connection. The server puts VERSION before this.
// While there is a connection the network is always asked; a copy is shown only when it does not answer, and what is gone there goes here too.
const PAGES = "caunoi-pages";
const FILES = "caunoi-files";
const OFFLINE = "/ngoai-tuyen";
const MOST = 20;
const OLDEST = 30 * 86_400_000;
const AGAIN = 86_400_000;
const PAUSE = 60_000;
const PATIENCE = 6_000;
// An item's address ends in its id of thirteen characters; the print view has a query and is not kept.
const ARTICLE = /^\/(?!trang\/)[a-z0-9-]+\/(?:[a-z0-9-]+-)?[0-9a-hjkmnp-tv-z]{13}$/;
const NAMED = /"(\/_\/[a-z0-9.-]+\.(?:css|js|woff2|svg))"/g;

const isArticle = (url) => url.search === "" && ARTICLE.test(url.pathname);
const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);
const meta = (html, name) => plain(new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "");

// `readAt`: when the reader last opened it; a copy that was only looked at again keeps its turn.
async function keep(path, response, readAt = new Date().toISOString()) {
  if (!response.ok || response.redirected || !/^text\/html/.test(response.headers.get("content-type") ?? "")) return;
  const html = await response.text();
  const at = new Date().toISOString();
  const named = [...new Set([...html.matchAll(NAMED)].map((found) => found[1]))];
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "etag", "vary", "cache-control"]) headers.delete(name);
  headers.set("x-kept-at", at);
  headers.set("x-read-at", readAt);
  headers.set("x-title", encodeURIComponent(meta(html, "og:title")));
  headers.set("x-published", meta(html, "article:published_time"));
  headers.set("x-files", named.join(" "));
  const files = await caches.open(FILES);
  // They come from the browser's own cache: the page has just loaded them.
  await Promise.all(named.map(async (file) => { if (!(await files.match(file))) await files.add(file); }));
  const pages = await caches.open(PAGES);
  await pages.put(path, new Response(html.replace("<html ", `<html data-kept="${at}" `), { headers }));
  await trim(pages, files);
}

// The newest stay, within bounds of number and age; and of the files those that a kept page names.
async function trim(pages, files) {
  const kept = [];
  for (const request of await pages.keys()) {
    const { headers } = await pages.match(request);
    kept.push({ request, at: Date.parse(headers.get("x-read-at")), files: headers.get("x-files"), stays: request.url.endsWith(OFFLINE) });
  }
  kept.sort((a, b) => b.stays - a.stays || b.at - a.at);
  const needed = new Set();
  for (const [place, page] of kept.entries()) {
    if (page.stays || (place <= MOST && Date.now() - page.at < OLDEST)) for (const file of page.files.split(" ")) needed.add(file);
    else await pages.delete(page.request);
  }
  for (const request of await files.keys()) if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
}

async function forget(path) { await (await caches.open(PAGES)).delete(path); }

async function fresh(path, readAt) {
  const response = await fetch(path, { credentials: "omit", redirect: "manual" });
  if (response.ok) await keep(path, response, readAt);
  else if (response.type === "opaqueredirect" || response.status === 404 || response.status === 410) await forget(path);
}

// Now and then one kept page is asked about again, the one that was asked longest ago: what was withdrawn goes from this device too.
let looked = 0;
async function lookAgain(but) {
  if (Date.now() - looked < PAUSE || self.navigator.connection?.saveData) return;
  looked = Date.now();
  const pages = await caches.open(PAGES);
  let oldest = { at: Date.now() - AGAIN };
  for (const request of await pages.keys()) {
    const { headers } = await pages.match(request);
    const at = Date.parse(headers.get("x-kept-at"));
    const path = new URL(request.url).pathname;
    if (at < oldest.at && path !== but) oldest = { at, path, readAt: headers.get("x-read-at") };
  }
  if (oldest.path) await fresh(oldest.path, oldest.readAt);
}

async function answer(event, url) {
  const article = isArticle(url);
  const network = (async () => {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    const path = url.pathname;
    if (article && response.ok) event.waitUntil(keep(path, response.clone()).catch(() => {}));
    else if (response.type === "opaqueredirect" || response.status === 404 || response.status === 410) event.waitUntil(forget(path));
    event.waitUntil(lookAgain(path).catch(() => {}));
    return response;
  })();
  event.waitUntil(network.catch(() => {}));
  const pages = await caches.open(PAGES);
  const copy = article ? await pages.match(url.pathname) : undefined;
  const late = copy && new Promise((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const response = await (late ? Promise.race([network, late]) : network);
    if (response) return response;
    // The copy is shown for want of an answer. When one comes after all, the page is loaded again, so that nothing withdrawn stays before a reader.
    const client = event.resultingClientId;
    event.waitUntil(network.then(async () => (await self.clients.get(client))?.postMessage({ arrived: url.pathname })).catch(() => {}));
    return copy;
  } catch {
    return copy ?? (await pages.match(OFFLINE)) ?? Response.error();
  }
}

async function file(request) { return (await (await caches.open(FILES)).match(request)) ?? fetch(request); }

self.addEventListener("install", (event) => event.waitUntil((async () => {
  await fresh(OFFLINE);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(answer(event, url));
  else if (/^\/_\/[a-z0-9.-]+\.(?:css|js|woff2|svg)$/.test(url.pathname)) event.respondWith(file(event.request));
});

self.addEventListener("message", (event) => {
  const url = new URL(event.data?.keep ?? "/", location.origin);
  if (event.data?.keep && url.origin === location.origin && isArticle(url)) event.waitUntil(fresh(url.pathname).catch(() => {}));
});
