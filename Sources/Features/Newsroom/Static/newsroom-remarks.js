// Remarks in the editor: the passage of each is marked where it stands now (the very words, else what stands between the same surroundings, else the line
// that shares most of its words); a click on one leads to the other; what is selected can be remarked on.
"use strict";

window.newsroomRemarks = (form, kit, field, editorNow) => {
  const { word, make, token } = window.newsroom;
  const { DecorationSet, Decoration } = kit.pm.view;
  const { Plugin, PluginKey } = kit.pm.state;
  const key = new PluginKey("remarks." + field);
  const context = 40;
  let remarks = [], chosen = null;

  // Every text block of the document: its text with a place for each character, so that a passage becomes a range.
  const lines = (doc) => {
    const found = [];
    doc.descendants((node, place) => {
      if (!node.isTextblock) return true;
      found.push({ text: node.textBetween(0, node.content.size, "", (leaf) => (leaf.type.name === "hardBreak" ? " " : "\uFFFC")), place: place + 1 });
      return false;
    });
    return found;
  };
  const shared = (a, b) => { let n = 0; while (n < a.length && n < b.length && a[n] === b[n]) n += 1; return n; };
  const backwards = (text) => [...text].reverse().join("");
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const find = (passage, all) => {
    let best = null;
    all.forEach((line, number) => {
      for (let at = line.text.indexOf(passage.quote); at >= 0; at = line.text.indexOf(passage.quote, at + 1)) {
        const score = 4 * shared(backwards(passage.prefix), backwards(line.text.slice(0, at))) + 4 * shared(passage.suffix, line.text.slice(at + passage.quote.length))
          - Math.min(Math.abs(number - passage.line), 100);
        if (!best || score > best.score) best = { score, from: line.place + at, to: line.place + at + passage.quote.length, state: "here" };
      }
    });
    if (best) return best;
    if (passage.prefix.length >= 8 && passage.suffix.length >= 8) {
      for (const line of all) {
        const start = line.text.indexOf(passage.prefix);
        const end = start < 0 ? -1 : line.text.indexOf(passage.suffix, start + passage.prefix.length);
        if (end < 0) continue;
        const from = start + passage.prefix.length;
        if (!line.text.slice(from, end).trim()) return null;
        if (end - from <= 3 * passage.quote.length + 40) return { from: line.place + from, to: line.place + end, state: "changed" };
      }
    }
    const wanted = new Set(words(passage.quote));
    if (wanted.size < 3) return null;
    let near = null;
    all.forEach((line, number) => {
      const share = new Set(words(line.text).filter((one) => wanted.has(one))).size;
      if (!near || share > near.share || (share === near.share && Math.abs(number - passage.line) < Math.abs(near.number - passage.line))) near = { share, number, line };
    });
    return near && near.share * 5 >= wanted.size * 3 ? { from: near.line.place, to: near.line.place + near.line.text.length, state: "changed" } : null;
  };

  const places = (doc) => {
    const all = lines(doc);
    return new Map(remarks.map((one) => [one.id, find(one.passage, all)]));
  };
  const decorated = (doc, found) => DecorationSet.create(doc, remarks.filter((one) => found.get(one.id)).map((one) => {
    const place = found.get(one.id);
    return Decoration.inline(place.from, place.to, { class: "remark-mark" + (place.state === "changed" ? " remark-mark-changed" : "") + (one.id === chosen ? " remark-mark-chosen" : ""), "data-remark": one.id });
  }));
  const draw = (doc) => { const found = places(doc); return { found, set: decorated(doc, found) }; };

  const extension = kit.Extension.create({
    name: "remarks." + field,
    addProseMirrorPlugins: () => [new Plugin({
      key,
      state: {
        init: (_, state) => draw(state.doc),
        // While somebody types the marks move along; where they belong is looked for again when the list is, and when typing rests.
        apply: (change, old) => (change.getMeta(key) ? draw(change.doc) : change.docChanged ? { found: old.found, set: old.set.map(change.mapping, change.doc) } : old),
      },
      props: {
        decorations: (state) => key.getState(state).set,
        handleClick: (view, place, event) => { const mark = event.target.closest?.("[data-remark]"); if (mark) choose(mark.dataset.remark, false); return false; },
      },
    })],
  });
  const again = () => { const editor = editorNow(); if (editor) { editor.view.dispatch(editor.state.tr.setMeta(key, true).setMeta("addToHistory", false)); list(); } };

  const card = form.querySelector("[data-remark-card]"), rows = form.querySelector("[data-remark-list]");
  const choose = (id, isFromList) => {
    chosen = id;
    again();
    for (const row of rows.children) row.classList.toggle("remark-chosen", row.dataset.id === id);
    const target = isFromList ? editorNow().view.dom.querySelector(`[data-remark="${id}"]`) : rows.querySelector(`[data-id="${id}"]`);
    target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  };
  const list = () => {
    const found = key.getState(editorNow().state).found;
    for (const old of rows.querySelectorAll(`[data-of="${field}"]`)) old.remove();
    for (const one of remarks) {
      const place = found.get(one.id);
      rows.append(make("li", { class: "remark" + (one.id === chosen ? " remark-chosen" : ""), "data-id": one.id, "data-of": field },
        make("p", { class: "desk-row-note" }, make("b", {}, one.name), " · ", one.time),
        make("button", { type: "button", class: "remark-quote", on: { click: () => choose(one.id, true) } }, one.quote),
        place?.state === "here" ? null : make("p", { class: "remark-passage" }, word(place ? "passage-changed" : "passage-gone")),
        make("p", { class: "remark-text" }, one.text),
        make("button", { type: "button", class: "desk-link", on: { click: () => resolve(one.id) } }, word("resolve"))));
    }
    card.hidden = rows.children.length === 0;
  };
  const post = (values) => fetch(form.dataset.remarks, { method: "POST", redirect: "manual", body: new URLSearchParams({ _: token(), ...values }) });
  const load = async () => {
    const response = await fetch(form.dataset.remarks + ".json", { cache: "no-store" }).catch(() => null);
    if (!response?.ok) return;
    remarks = (await response.json()).remarks.filter((one) => one.passage && one.passage.field === field);
    again();
  };
  const resolve = async (id) => { await post({ xong: id }).catch(() => null); load(); };

  // What is selected, as a passage: of one line, the first where the selection goes over several.
  const selected = () => {
    const editor = editorNow();
    const { from, to } = editor.state.selection;
    const all = lines(editor.state.doc);
    for (const [number, line] of all.entries()) {
      const start = Math.max(from - line.place, 0), end = Math.min(to - line.place, line.text.length);
      if (end <= start || !line.text.slice(start, end).trim()) continue;
      return { line: number, quote: line.text.slice(start, end).slice(0, 500), prefix: line.text.slice(Math.max(0, start - context), start), suffix: line.text.slice(end, end + context) };
    }
    return null;
  };
  const begin = () => {
    const passage = selected();
    if (!passage) return;
    const area = make("textarea", { id: "nhan-xet-doan", rows: 4, maxlength: 5000, required: true });
    const wrong = make("p", { class: "field-error", hidden: true });
    const send = async (event) => {
      event.preventDefault();
      if (!area.value.trim()) return area.focus();
      await window.newsroom.flush();
      const answer = await post({ "noi-dung": area.value, doan: passage.quote, cho: field, dong: String(passage.line), truoc: passage.prefix, sau: passage.suffix }).catch(() => null);
      if (answer?.type === "opaqueredirect") { dialog.close(); load(); } else { wrong.textContent = word("remark-failed"); wrong.hidden = false; }
    };
    const dialog = make("dialog", { class: "desk-dialog", "aria-label": word("remark-this") }, make("form", { on: { submit: send } }, make("h2", {}, word("remark-this")),
      make("blockquote", { class: "remark-quoted" }, passage.quote), make("div", { class: "field" }, make("label", { for: area.id }, word("remark-text")), area), wrong,
      make("p", { class: "desk-actions" }, make("button", { class: "button" }, word("remark-send")), make("button", { type: "button", class: "button-quiet", on: { click: () => dialog.close() } }, word("cancel")))));
    dialog.addEventListener("close", () => { dialog.remove(); editorNow().commands.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  };

  let resting = 0;
  form.addEventListener("input", () => { clearTimeout(resting); resting = setTimeout(() => { if (remarks.length) again(); }, 800); });
  form.addEventListener("kept", () => { if (remarks.length) again(); });
  form.addEventListener("restored", () => setTimeout(again, 0));
  return { extension, load, begin };
};
