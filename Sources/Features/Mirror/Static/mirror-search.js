// Search on a static mirror: lists of words and items lie beside the pages, nothing is asked of a server. Words are folded as the program folds them.
const page = document.querySelector("[data-mirror-search]");
const results = page?.querySelector("[data-mirror-results]");
const STEP = 20, ID = 13, MOST_WORDS = 12;

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐðÐ]/g, "d").toLowerCase();
const words = (text) => [...new Set(fold(text).replace(/\p{Script=Han}/gu, " $& ").match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS);

function place(id) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return ((hash >>> 0) & 1023).toString(16).padStart(3, "0");
}

const files = new Map();
async function load(path) {
  if (!files.has(path)) {
    files.set(path, fetch(path, { credentials: "omit" }).then((answer) => {
      if (answer.status === 404) return {};
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }));
  }
  return files.get(path);
}

const shard = (word) => (/^[a-z0-9]+$/.test(word) ? word.slice(0, 3) : "_");
// The index writes i for y, where spelling leaves the choice: so does what is looked up.
const key = (word) => word.replace(/y/g, "i");

// The ids under every word; the last one may be the beginning of a word.
async function find(asked) {
  let found = null;
  for (const [number, typed] of asked.entries()) {
    const word = key(typed);
    const list = await load(`/_mirror/words/${shard(word)}.json`);
    const ids = new Set();
    const isLast = number === asked.length - 1 && word.length >= 3;
    for (const [known, text] of Object.entries(list)) {
      if (known !== word && !(isLast && known.startsWith(word))) continue;
      for (let at = 0; at < text.length; at += ID) ids.add(text.slice(at, at + ID));
    }
    found = found === null ? ids : new Set([...found].filter((id) => ids.has(id)));
    if (!found.size) break;
  }
  return [...(found ?? [])].sort().reverse();
}

function element(name, values = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(values)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

async function show(ids, start) {
  const lists = await Promise.all(ids.slice(start, start + STEP).map(async (id) => (await load(`/_mirror/items/${place(id)}.json`))[id]));
  for (const item of lists) {
    if (!item || !/^\/(?!\/)/.test(item.p)) continue;
    const entry = element("article", { class: "result" }, element("h2", { class: "result-title" }, element("a", { href: item.p }, item.t)));
    if (item.s) entry.append(element("p", { class: "result-extract" }, item.s));
    entry.append(element("p", { class: "card-meta" }, element("time", { datetime: item.d }, item.d.split("-").reverse().join("/"))));
    results.append(entry);
  }
}

async function search(text) {
  const asked = words(text);
  if (!asked.length) return;
  const ids = await find(asked);
  page.querySelector("[data-mirror-count]").textContent = ids.length ? new Intl.NumberFormat(document.documentElement.lang).format(ids.length) : "";
  page.querySelector("[data-mirror-none]").hidden = ids.length > 0;
  let shown = 0;
  const more = page.querySelector("[data-mirror-more]");
  const step = async () => {
    await show(ids, shown);
    shown += STEP;
    more.hidden = shown >= ids.length;
  };
  more.addEventListener("click", () => step().catch(failed));
  await step();
}

function failed() { page.querySelector("[data-mirror-failed]").hidden = false; }

if (page) {
  const text = new URLSearchParams(location.search).get("q") ?? "";
  page.querySelector("#q").value = text;
  search(text).catch(failed);
}
