// Writing on the desk: keeps what is in hand every few seconds, on the server and until then on this device; keys; who else is here.
// The form works without it. The rich-text editor is joined by newsroom-editor.js.
"use strict";

window.newsroom = (() => {
  const words = {};
  for (const word of document.querySelector("template[data-words]")?.content.querySelectorAll("[data-word]") ?? []) {
    words[word.dataset.word] = word.textContent;
  }
  const word = (name) => words[name] ?? name;
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  };
  const token = () => document.querySelector("form[data-edit] input[name='_']")?.value ?? document.body.dataset.formToken;
  return { word, make, token, changed: () => {}, flush: async () => {} };
})();

// After a save the copy on this device is not needed any more.
(() => {
  const done = new URLSearchParams(location.search).get("da") ?? "";
  if (/^newsroom\.(saved|submitted|discarded)$/.test(done)) localStorage.removeItem("caunoi:" + location.pathname);
})();

(() => {
  const form = document.querySelector("form[data-edit]");
  if (!form) return;
  document.documentElement.classList.add("has-script");
  const { word, make } = window.newsroom;
  const shelf = "caunoi:" + form.getAttribute("action").replace(/\/sua$/, "");
  const tab = Math.random().toString(36).slice(2, 12);
  const keptLine = form.querySelector("[data-kept]");
  const trouble = form.querySelector("[data-trouble]");
  const othersLine = form.querySelector("[data-others]");
  let version = Number(form.dataset.copy);
  let isDirty = false, isKeeping = false, isLeaving = false, timer = 0, lastKept = Date.now(), takesOver = false, stopped = false;

  // What the form holds, as the server keeps it.
  const collect = () => {
    const values = {};
    for (const field of form.elements) {
      if (!field.name || field.disabled) continue;
      if (!field.name.startsWith("f.") && field.name !== "section" && field.name !== "note") continue;
      if (field.name.endsWith(".before") || field.name.endsWith(".shown")) continue;
      if (field.name.endsWith(".html") && form.elements[field.name.replace(/html$/, "type")]?.value === "blocks") continue;
      if (field.type === "radio" && !field.checked) continue;
      values[field.name] = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value;
    }
    return values;
  };

  const say = (text, state) => { keptLine.textContent = text; keptLine.dataset.state = state; };
  const complain = (text, ...actions) => {
    trouble.replaceChildren(make("p", {}, text), ...(actions.length ? [make("p", { class: "desk-actions" }, ...actions)] : []));
    trouble.hidden = false;
    say(text, "trouble");
  };
  const button = (text, run) => make("button", { type: "button", on: { click: run } }, text);
  const showOthers = (others) => { othersLine.textContent = others.join(" "); othersLine.hidden = others.length === 0; };

  const shelve = () => {
    try { localStorage.setItem(shelf, JSON.stringify({ at: Date.now(), revision: form.dataset.revision, form: collect() })); } catch { /* full, or forbidden */ }
  };

  window.newsroom.changed = () => {
    isDirty = true;
    clearTimeout(timer);
    // A pause in typing, but never longer than eight seconds.
    timer = setTimeout(keep, Date.now() - lastKept > 8000 ? 0 : 1500);
    clearTimeout(window.newsroom.shelving);
    window.newsroom.shelving = setTimeout(shelve, 300);
  };

  const send = (method, body) => fetch(form.dataset.keep, {
    method, body, redirect: "manual", cache: "no-store",
    headers: method === "POST" ? { "Content-Type": "application/json", "X-Caunoi-Form": window.newsroom.token() } : {},
  });

  const adopt = (answer) => {
    for (const field of document.querySelectorAll("input[name='_']")) field.value = answer.token;
    document.body.dataset.formToken = answer.token;
    showOthers(answer.others);
    if (answer.revision > Number(form.dataset.revision)) complain(word("behind"));
  };

  async function keep() {
    // What is on its way with the form is not sent twice: the second would come after it, to an item that may be out of hand.
    if (isKeeping || !isDirty || stopped || isLeaving) return;
    isKeeping = true;
    isDirty = false;
    say(word("keeping"), "keeping");
    try {
      const body = JSON.stringify({ base: Number(form.dataset.revision), version, tab, takesOver, form: collect() });
      const response = await send("POST", body);
      if (response.ok) {
        const answer = await response.json();
        version = answer.version;
        takesOver = false;
        lastKept = Date.now();
        trouble.hidden = true;
        say(word("kept") + " " + answer.at, "kept");
        adopt(answer);
        if (!isDirty) localStorage.removeItem(shelf);
        form.dispatchEvent(new CustomEvent("kept"));
      } else {
        isDirty = true;
        await refused(response);
      }
    } catch {
      isDirty = true;
      complain(word("offline"));
      setTimeout(keep, 5000);
    }
    isKeeping = false;
    if (isDirty && !stopped && trouble.hidden) timer = setTimeout(keep, 1500);
  }

  async function refused(response) {
    if (response.status === 409) {
      stopped = true;
      const answer = await response.json();
      complain(answer.text,
        button(word("take-over"), () => { stopped = false; takesOver = true; trouble.hidden = true; isKeeping = false; keep(); }),
        button(word("reload"), () => { isDirty = false; isLeaving = true; localStorage.removeItem(shelf); location.reload(); }));
    } else if (response.type === "opaqueredirect") {
      complain(word("session"), make("a", { href: "/desk/dang-nhap", target: "_blank", class: "button" }, word("sign-in")));
    } else if (response.status === 403) {
      // Another session than the page was made in, or a right that was taken away: asking tells which.
      const again = await send("GET");
      if (again.ok) { adopt(await again.json()); setTimeout(keep, 200); }
      else { stopped = true; complain(word("denied")); }
    } else {
      complain(word("offline"));
      setTimeout(keep, 5000);
    }
  }

  window.newsroom.flush = async () => { clearTimeout(timer); while (isKeeping) await new Promise((done) => setTimeout(done, 50)); await keep(); };

  const look = async () => {
    if (document.hidden || stopped || isLeaving) return;
    try {
      const response = await send("GET");
      if (response.ok) adopt(await response.json());
      if (isDirty) keep();
    } catch { /* said when something is to be kept */ }
  };
  setInterval(look, 20000);
  look();
  addEventListener("online", () => keep());
  addEventListener("focus", () => { if (!trouble.hidden && !stopped) look(); });
  addEventListener("pageshow", () => { isLeaving = false; });
  addEventListener("visibilitychange", () => { if (document.hidden) { shelve(); keep(); } });
  addEventListener("beforeunload", (event) => { if (isDirty && !isLeaving) { shelve(); event.preventDefault(); } });
  form.addEventListener("input", () => window.newsroom.changed());
  form.addEventListener("submit", () => { isLeaving = true; clearTimeout(timer); shelve(); });

  // What this device held when the browser went down or the network was away.
  const rescue = () => {
    let held = null;
    try { held = JSON.parse(localStorage.getItem(shelf)); } catch { /* not ours */ }
    if (!held || !held.form) return;
    const now = collect();
    const differs = Object.keys(held.form).some((name) => name in now && now[name] !== held.form[name]);
    if (!differs) { localStorage.removeItem(shelf); return; }
    const note = make("div", { class: "callout callout-warn", role: "status" }, make("p", {}, word("rescued")), make("p", { class: "desk-actions" },
      button(word("restore"), () => {
        for (const [name, value] of Object.entries(held.form)) {
          const field = form.elements[name];
          if (!field || field instanceof RadioNodeList) continue;
          if (field.type === "checkbox") field.checked = value !== ""; else field.value = value;
        }
        form.dispatchEvent(new CustomEvent("restored"));
        note.remove();
        window.newsroom.changed();
      }),
      button(word("drop"), () => { localStorage.removeItem(shelf); note.remove(); })));
    trouble.before(note);
  };
  form.addEventListener("ready", rescue, { once: true });

  // Text areas grow with what is in them.
  const grow = (area) => { area.style.blockSize = "auto"; area.style.blockSize = area.scrollHeight + 2 + "px"; };
  for (const area of form.querySelectorAll("textarea[data-grows]")) {
    grow(area);
    area.addEventListener("input", () => grow(area));
  }

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const name = event.key === "s" ? "luu" : event.key === "Enter" ? "gui" : null;
    if (!name) return;
    const submitter = form.querySelector(`button[name="roi"][value="${name}"]`);
    event.preventDefault();
    if (submitter) form.requestSubmit(submitter);
  });
  form.querySelector("[data-open-preview]")?.addEventListener("click", async (event) => {
    event.preventDefault();
    const frame = open("about:blank", "xem-truoc");
    await window.newsroom.flush();
    if (frame) frame.location = event.target.href;
  });

  // What the desk found in the text, a while after it was kept.
  const list = form.querySelector("[data-findings]"), none = form.querySelector("[data-no-findings]");
  let checking = 0, checkTimer = 0;
  const check = async (again = 0) => {
    if (isLeaving) return;
    const mine = ++checking;
    const response = await fetch(form.dataset.check, {
      method: "POST", body: JSON.stringify({ form: collect() }), headers: { "Content-Type": "application/json", "X-Caunoi-Form": window.newsroom.token() },
    }).catch(() => null);
    if (mine !== checking || !response?.ok) return;
    const { findings, pending } = await response.json();
    // Links are looked at in the background: ask again a few times, later and later.
    if (pending && again < 5) { clearTimeout(checkTimer); checkTimer = setTimeout(() => check(again + 1), 1500 * (again + 1)); }
    list.replaceChildren(...findings.map((one) => {
      const field = form.elements[one.field];
      const canMend = one.quote && field && !(field instanceof RadioNodeList) && field.type !== "hidden" && !field.hidden;
      return make("li", { class: "finding-" + one.severity },
        ...(one.label ? [make("b", {}, one.label + ": ")] : []), one.text,
        ...(canMend ? one.suggestions.slice(0, 3).map((text) => make("button", { type: "button", on: { click: () => {
          field.value = field.value.replace(one.quote, text);
          window.newsroom.changed();
          check();
        } } }, text)) : []));
    }));
    if (none) none.hidden = findings.length > 0;
    if (pending) list.append(make("li", { class: "finding-none" }, word("links-pending")));
    else if (!none && !findings.length) list.replaceChildren(make("li", { class: "finding-none" }, list.dataset.none));
  };
  form.addEventListener("kept", () => { clearTimeout(checkTimer); checkTimer = setTimeout(() => check(), 1200); });
  form.addEventListener("ready", () => setTimeout(() => check(), 600), { once: true });

  // The editor, where its bundle is there; else the plain fields stay.
  if (!form.dataset.editor || !window.newsroomEditor) { form.dispatchEvent(new CustomEvent("ready")); return; }
  window.newsroomEditor(form).finally(() => form.dispatchEvent(new CustomEvent("ready")));
})();
