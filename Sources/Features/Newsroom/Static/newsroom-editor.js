// The rich-text editor of a body: Tiptap from the bundle, limited to what a body of ours can say. Saves our blocks, never HTML.
"use strict";

window.newsroomEditor = async (form) => {
  const { word, make, token } = window.newsroom;
  const blocks = window.newsroomBlocks;
  const kit = await import(form.dataset.editor);
  const thumbs = new Map();
  const picturePlace = (asset, file) => thumbs.get(asset) ?? `${form.getAttribute("action").replace(/\/sua$/, "/xem/tep/")}${asset}/${file || "anh"}`;

  // A dialog of a few fields; answers the values, "remove", or null.
  const ask = (title, fields, canRemove = false) => new Promise((resolve) => {
    const inputs = fields.map((field) => make("input", {
      id: "hoi-" + field.name, name: field.name, type: field.type ?? "text", value: field.type === "checkbox" ? "1" : field.value ?? "", checked: field.type === "checkbox" && field.value, maxlength: field.type === "checkbox" ? null : 1000,
    }));
    const dialog = make("dialog", { class: "desk-dialog", "aria-label": title }, make("form", { method: "dialog" }, make("h2", {}, title),
      ...fields.map((field, index) => (field.type === "checkbox"
        ? make("label", { class: "field-check" }, inputs[index], field.label)
        : make("div", { class: "field" }, make("label", { for: "hoi-" + field.name }, field.label), inputs[index]))),
      make("p", { class: "desk-actions" }, make("button", { class: "button", value: "ok" }, word("apply")), make("button", { class: "button-quiet", value: "" , formnovalidate: true }, word("cancel")),
        canRemove ? make("button", { value: "remove" }, word("remove")) : null)));
    dialog.addEventListener("close", () => {
      const answer = dialog.returnValue === "ok" ? Object.fromEntries(inputs.map((input) => [input.name, input.type === "checkbox" ? input.checked : input.value.trim()])) : dialog.returnValue === "remove" ? "remove" : null;
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    inputs[0]?.focus();
  });

  // A file of the portal's library; null when none was chosen.
  const choose = (kind) => new Promise((resolve) => {
    let chosen = null;
    const grid = make("div", { class: "library-grid" });
    const more = make("button", { type: "button", hidden: true }, "…");
    const field = make("input", { type: "search", "aria-label": word("search"), maxlength: 80 });
    let next = null, asked = 0;
    const load = async (isMore) => {
      const mine = ++asked;
      const query = new URLSearchParams({ q: field.value, loai: kind });
      const response = await fetch(isMore && next ? next : `${form.dataset.library}.json?${query}`, { cache: "no-store" }).catch(() => null);
      if (mine !== asked) return;
      const answer = response?.ok ? await response.json() : { rows: [] };
      const rows = answer.rows;
      const tiles = rows.map((row) => make("button", { type: "button", on: { click: () => { chosen = row; dialog.close(); } } },
        row.thumb ? make("img", { src: row.thumb, alt: "", loading: "lazy" }) : null, make("span", {}, row.title || row.name)));
      if (isMore) grid.append(...tiles); else grid.replaceChildren(...(tiles.length ? tiles : [make("p", { class: "field-hint" }, word("empty-search"))]));
      next = answer.next ?? null;
      more.hidden = !next;
    };
    more.addEventListener("click", () => load(true));
    let timer = 0;
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => load(false), 250); });
    const dialog = make("dialog", { class: "desk-dialog", "aria-label": word("choose-picture") }, field, grid, more,
      make("p", { class: "desk-actions" }, make("button", { type: "button", class: "button-quiet", on: { click: () => dialog.close() } }, word("cancel"))));
    dialog.addEventListener("close", () => { dialog.remove(); if (chosen?.thumb) thumbs.set(chosen.asset, chosen.thumb); resolve(chosen); });
    document.body.append(dialog);
    dialog.showModal();
    load(false);
  });
  const asPicture = (row) => ({
    type: "picture", asset: { commitment: row.asset, id: row.name }, alt: row.alt ?? "", decorative: row.decorative || undefined, width: row.width || undefined, height: row.height || undefined,
    caption: row.caption ? [row.caption] : undefined, credit: row.author || undefined,
  });
  const asBlock = (row) => {
    if (row.kind === "picture") return asPicture(row);
    const asset = { commitment: row.asset, id: row.name };
    if (row.kind === "audio" || row.kind === "film") return { type: "embed", medium: row.kind === "film" ? "video" : "audio", asset, title: row.title || undefined };
    return { type: "attachment", asset, name: row.name, title: row.title || undefined, mediaType: row.type || undefined, bytes: row.bytes || undefined };
  };
  const clean = (object) => JSON.stringify(object);

  // A block the editor carries whole: a card that says what it is, and a form for what can be said of it.
  const describe = (data) => {
    const parts = [make("b", {}, word(data.type === "picture" ? "picture" : ["gallery", "embed", "attachment", "preformatted"].includes(data.type) ? "block-" + data.type : "block-unknown"))];
    if (data.type === "picture" && data.asset) {
      parts.unshift(make("img", { src: picturePlace(data.asset.commitment, data.asset.id), alt: data.alt ?? "" }));
      if (!data.alt && !data.decorative) parts.push(make("span", { class: "rich-warn" }, word("no-alt")));
    }
    const text = data.type === "picture" ? blocks.flat([]) && (data.caption ?? []).map((part) => (typeof part === "string" ? part : part.t ?? "")).join("") : data.title || data.name || data.reference || data.text || "";
    if (text) parts.push(make("span", {}, text));
    return parts;
  };
  const edit = async (data) => {
    const plain = (list) => (list ?? []).map((part) => (typeof part === "string" ? part : part.t ?? "")).join("");
    if (data.type === "picture") {
      const answer = await ask(word("picture"), [
        { name: "alt", label: word("alt"), value: data.alt }, { name: "decorative", label: word("decorative"), type: "checkbox", value: data.decorative },
        { name: "caption", label: word("caption"), value: plain(data.caption) }, { name: "credit", label: word("credit"), value: data.credit },
      ], true);
      if (answer === null || answer === "remove") return answer;
      const caption = answer.caption === plain(data.caption) ? data.caption : answer.caption ? [answer.caption] : undefined;
      return { ...data, alt: answer.alt || undefined, decorative: answer.decorative || undefined, caption, credit: answer.credit || undefined };
    }
    if (data.type === "attachment" || data.type === "embed") {
      const answer = await ask(word("block-" + data.type), [{ name: "title", label: word("title"), value: data.title }], true);
      return answer === null || answer === "remove" ? answer : { ...data, title: answer.title || undefined };
    }
    return await ask(word("block-" + data.type), [], true) === "remove" ? "remove" : null;
  };

  const DataBlock = kit.Node.create({
    name: "dataBlock", group: "block", atom: true, draggable: true,
    addAttributes: () => ({ data: { default: "{}" } }),
    parseHTML: () => [],
    renderHTML: () => ["div", {}],
    addNodeView: () => ({ node, editor, getPos }) => {
      const dom = make("div", { class: "rich-block", role: "button", tabindex: "0" });
      let data = {};
      const draw = (from) => { data = JSON.parse(from.attrs.data); dom.replaceChildren(...describe(data)); };
      const change = async () => {
        const answer = await edit(data);
        if (answer === null) return;
        const place = getPos();
        if (answer === "remove") editor.chain().focus().deleteRange({ from: place, to: place + 1 }).run();
        else editor.view.dispatch(editor.state.tr.setNodeMarkup(place, undefined, { data: clean(answer) }));
      };
      dom.addEventListener("dblclick", change);
      dom.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === dom) { event.preventDefault(); change(); } });
      draw(node);
      return { dom, update: (next) => { if (next.type.name !== "dataBlock") return false; draw(next); return true; }, stopEvent: (event) => event.type === "keydown" && event.key === "Enter", ignoreMutation: () => true };
    },
  });
  const InlineData = kit.Node.create({
    name: "inlineData", group: "inline", inline: true, atom: true,
    addAttributes: () => ({ data: { default: "{}" } }),
    parseHTML: () => [],
    renderHTML: () => ["span", { class: "rich-block" }, "…"],
  });
  const Link = kit.Mark.create({
    name: "link", inclusive: false,
    addAttributes: () => ({ target: { default: "{}", rendered: false } }),
    parseHTML: () => [],
    renderHTML: ({ mark }) => { const to = JSON.parse(mark.attrs.target); return ["a", { href: to.address ?? to.site ?? "#" + to.item, rel: "noopener" }, 0]; },
  });
  const Foreign = kit.Mark.create({
    name: "foreign", addAttributes: () => ({ lang: { default: "en" } }), parseHTML: () => [], renderHTML: ({ mark }) => ["span", { lang: mark.attrs.lang }, 0],
  });
  const cells = { content: "paragraph+" };
  const spans = ({ attrs }) => ({ colspan: attrs.colspan > 1 ? attrs.colspan : null, rowspan: attrs.rowspan > 1 ? attrs.rowspan : null });
  const kept = (name) => ({ addAttributes() { return { ...this.parent?.(), [name]: { default: null, rendered: false } }; } });
  const extensions = [
    kit.Document, kit.Text, kit.Paragraph, kit.HardBreak, kit.Bold, kit.Italic, kit.Strike, kit.Subscript, kit.Superscript, kit.Code, kit.Heading.configure({ levels: [2, 3, 4] }),
    kit.BulletList, kit.OrderedList, kit.ListItem, kit.Blockquote.extend(kept("cite")), kit.HorizontalRule, kit.Table.extend({ ...kept("caption"), addNodeView: null, renderHTML: () => ["table", ["tbody", 0]] }).configure({ resizable: false }), kit.TableRow,
    // Widths are the reader's, not the writer's: no inline style, which the desk's policy refuses anyway.
    kit.TableCell.extend({ ...cells, renderHTML: ({ node }) => ["td", spans(node), 0] }), kit.TableHeader.extend({ ...cells, renderHTML: ({ node }) => ["th", spans(node), 0] }), kit.History, kit.Gapcursor, DataBlock, InlineData, Link, Foreign,
  ];

  const target = (text) => {
    if (/^(https?:\/\/|mailto:|tel:)/i.test(text)) return { address: text };
    if (/^[0-9a-hjkmnp-tv-z]{13}$/.test(text)) return { item: text };
    if (text.startsWith("/")) return { site: text };
    return text.includes(".") && !text.includes(" ") ? { address: "https://" + text } : null;
  };
  const film = (address) => {
    const tube = address.match(/(?:youtube\.com\/(?:watch\?(?:.*&)?v=|embed\/|shorts\/)|youtu\.be\/)([\w-]{11})/);
    if (tube) return { type: "embed", medium: "video", provider: "youtube", reference: tube[1] };
    const vimeo = address.match(/vimeo\.com\/(?:video\/)?(\d{1,12})/);
    return vimeo ? { type: "embed", medium: "video", provider: "vimeo", reference: vimeo[1] } : null;
  };

  const mount = (rich) => {
    const typeField = rich.querySelector("[data-rich-type]"), field = rich.querySelector("[data-rich-blocks]"), html = rich.querySelector("[data-rich-html]");
    const label = rich.querySelector("[data-rich-label]");
    label.id ||= field.name + ".label";
    const place = make("div");
    const tools = make("div", { class: "rich-tools", role: "toolbar", "aria-label": word("tools") });
    const frame = make("div", { class: "rich" }, tools, place);
    html.after(frame);
    const passages = window.newsroomRemarks(form, kit, rich.dataset.field.replace(/^f\./, ""), () => editor);
    let editor;
    try {
      editor = new kit.Editor({
        element: place, extensions: [...extensions, passages.extension], content: blocks.toDocument(JSON.parse(field.value || "{\"v\":1,\"blocks\":[]}")), injectCSS: false, enableInputRules: true, enablePasteRules: false,
        editorProps: { attributes: { class: "rich-body", "aria-labelledby": label.id, "aria-multiline": "true", role: "textbox", spellcheck: "true" }, handleDOMEvents: { paste: (view, event) => paste(event) } },
        onUpdate: () => { field.value = JSON.stringify(blocks.fromDocument(editor.getJSON())); window.newsroom.changed(); },
        onTransaction: () => refresh(),
      });
    } catch (error) { frame.remove(); throw error; }
    html.hidden = true;
    rich.querySelector("[data-rich-plain]").hidden = true;
    label.removeAttribute("for");
    label.addEventListener("click", () => editor.commands.focus());
    typeField.value = "blocks";
    form.addEventListener("restored", () => editor.commands.setContent(blocks.toDocument(JSON.parse(field.value))));

    // Before the editor reads the clipboard itself: foreign HTML is read by the server, with the same reader as imports: what a body cannot say does not come in.
    const paste = (event) => {
      const foreign = event.clipboardData?.getData("text/html");
      if (!foreign || foreign.includes("data-pm-slice")) return false;
      event.preventDefault();
      const plain = event.clipboardData.getData("text/plain");
      fetch(form.dataset.paste, { method: "POST", body: foreign, headers: { "Content-Type": "text/html", "X-Caunoi-Form": token() } })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const { body } = await response.json();
          const nodes = blocks.toNodes(body);
          const only = nodes.length === 1 && nodes[0].type === "paragraph" ? nodes[0].content ?? [] : nodes;
          editor.chain().focus().insertContent(only).run();
        })
        .catch(() => editor.chain().focus().insertContent(plain.split(/\n{2,}/).map((text) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] }))).run());
      return true;
    };

    const insert = (data) => editor.chain().focus().insertContent({ type: "dataBlock", attrs: { data: clean(data) } }).run();
    const link = async () => {
      const now = editor.getAttributes("link").target;
      const to = now ? JSON.parse(now) : {};
      const answer = await ask(word("link"), [{ name: "address", label: word("link-address"), value: to.address ?? to.site ?? to.item ?? "" }], Boolean(now));
      if (answer === null) return editor.commands.focus();
      const next = answer === "remove" ? null : target(answer.address);
      const chain = editor.chain().focus().extendMarkRange("link");
      if (!next) chain.unsetMark("link").run(); else if (editor.state.selection.empty && !now) chain.insertContent({ type: "text", text: answer.address, marks: [{ type: "link", attrs: { target: JSON.stringify(next) } }] }).run();
      else chain.setMark("link", { target: JSON.stringify(next) }).run();
    };
    const isIn = (name, attributes) => () => editor.isActive(name, attributes);
    const chain = (run) => () => run(editor.chain().focus()).run();
    const list = [
      ["undo", "↶", chain((c) => c.undo())], ["redo", "↷", chain((c) => c.redo())], null,
      ["bold", "B", chain((c) => c.toggleBold()), isIn("bold")], ["italic", "I", chain((c) => c.toggleItalic()), isIn("italic")], ["strike", "S̶", chain((c) => c.toggleStrike()), isIn("strike")],
      ["superscript", "x²", chain((c) => c.toggleSuperscript()), isIn("superscript")], ["subscript", "x₂", chain((c) => c.toggleSubscript()), isIn("subscript")], null,
      ["heading", "H2", chain((c) => c.toggleHeading({ level: 2 })), isIn("heading", { level: 2 })], ["subheading", "H3", chain((c) => c.toggleHeading({ level: 3 })), isIn("heading", { level: 3 })],
      ["bullets", "•", chain((c) => c.toggleBulletList()), isIn("bulletList")], ["numbers", "1.", chain((c) => c.toggleOrderedList()), isIn("orderedList")],
      ["quote", "❝", chain((c) => c.toggleBlockquote()), isIn("blockquote")], ["divider", "―", chain((c) => c.setHorizontalRule())], null,
      ["link", word("link"), link, isIn("link")], ["picture", word("picture"), async () => { const row = await choose("picture"); if (row) insert(asPicture(row)); }],
      ["file", word("file"), async () => { const row = await choose(""); if (row) insert(asBlock(row)); }],
      ["film", word("film"), async () => { const answer = await ask(word("film"), [{ name: "address", label: word("film-address") }]); if (!answer || answer === "remove") return; const data = film(answer.address); if (data) insert(data); else ask(word("film-wrong"), []); }],
      ["remark-this", "✎", () => passages.begin()],
      ["table", word("table"), chain((c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true })), isIn("table")],
    ];
    const inTable = [["add-row", "addRowAfter"], ["add-column", "addColumnAfter"], ["remove-row", "deleteRow"], ["remove-column", "deleteColumn"], ["remove-table", "deleteTable"]];
    const buttons = [];
    const add = (name, text, run, pressed) => {
      const button = make("button", { type: "button", title: word(name), "aria-label": word(name), tabindex: buttons.length ? "-1" : "0", on: { click: run } }, text);
      buttons.push({ button, pressed });
      return button;
    };
    for (const one of list) tools.append(one ? add(...one) : make("span", { class: "rich-gap" }));
    const tableTools = inTable.map(([name, command]) => add(name, word(name), () => editor.chain().focus()[command]().run()));
    tools.append(...tableTools);
    function refresh() {
      if (!editor) return;
      for (const { button, pressed } of buttons) if (pressed) button.setAttribute("aria-pressed", String(pressed()));
      for (const button of tableTools) button.hidden = !editor.isActive("table");
    }
    // One stop of the tabulator for the whole bar; arrows go along it.
    tools.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") editor.commands.focus();
      if (!step) return;
      const shown = buttons.map((one) => one.button).filter((button) => !button.hidden);
      const next = shown[(shown.indexOf(document.activeElement) + step + shown.length) % shown.length];
      for (const button of shown) button.tabIndex = button === next ? 0 : -1;
      next.focus();
    });
    place.addEventListener("keydown", (event) => {
      if (event.altKey && event.key === "F10") { event.preventDefault(); tools.querySelector("button[tabindex='0']")?.focus(); }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); event.stopPropagation(); link(); }
    });
    refresh();
    passages.load();
    return editor;
  };

  const pictureField = (box) => {
    const name = box.closest("[data-field]").dataset.field, place = box.querySelector("[data-picture-choice]");
    const part = (suffix) => form.elements[`${name}.${suffix}`];
    const draw = () => {
      const asset = part("asset").value;
      place.replaceChildren(...(asset ? [make("img", { src: picturePlace(asset, part("file").value), alt: "" })] : []), make("span", { class: "desk-actions" },
        make("button", { type: "button", on: { click: async () => {
          const row = await choose("picture");
          if (!row) return;
          for (const [suffix, value] of Object.entries({ asset: row.asset, file: row.name, width: row.width ?? "", height: row.height ?? "" })) part(suffix).value = value;
          if (!part("alt").value) part("alt").value = row.alt ?? "";
          if (!part("caption").value) part("caption").value = row.caption ?? "";
          if (!part("credit").value) part("credit").value = row.author ?? "";
          draw();
          window.newsroom.changed();
        } } }, word("choose-picture")),
        asset ? make("button", { type: "button", on: { click: () => { for (const suffix of ["asset", "file", "width", "height"]) part(suffix).value = ""; draw(); window.newsroom.changed(); } } }, word("remove-picture")) : null));
    };
    draw();
    form.addEventListener("restored", draw);
  };

  for (const box of form.querySelectorAll("[data-picture]")) pictureField(box);
  const editors = [...form.querySelectorAll(".field-rich")].map(mount);
  document.documentElement.dataset.editor = "ready";
  return editors;
};
