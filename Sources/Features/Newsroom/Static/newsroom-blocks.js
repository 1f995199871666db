// Between our blocks (RichText, version 1) and the editor's document. What the editor has no form for travels as it came, in `data`.
"use strict";

window.newsroomBlocks = (() => {
  const marks = { strong: "bold", em: "italic", strike: "strike", sub: "subscript", sup: "superscript", code: "code" };
  const ours = Object.fromEntries(Object.entries(marks).map(([name, theirs]) => [theirs, name]));

  const run = (source, more = []) => {
    const text = typeof source === "string" ? source : source.t;
    if (!text) return [];
    const list = typeof source === "string" ? [] : (source.m ?? []).map((name) => ({ type: marks[name] }));
    if (source.lang) list.push({ type: "foreign", attrs: { lang: source.lang } });
    return [{ type: "text", text, ...(list.length + more.length ? { marks: [...list, ...more] } : {}) }];
  };
  const isRun = (inline) => typeof inline === "string"
    || (typeof inline.t === "string" && Object.keys(inline).every((key) => ["t", "m", "lang"].includes(key)) && (inline.m ?? []).every((name) => marks[name]));
  const inlines = (list) => (list ?? []).flatMap((inline) => {
    if (isRun(inline)) return run(inline);
    if (inline.br) return [{ type: "hardBreak" }];
    if (inline.link && Array.isArray(inline.text) && inline.text.every(isRun)) {
      return inline.text.flatMap((part) => run(part, [{ type: "link", attrs: { target: JSON.stringify(inline.link) } }]));
    }
    return [{ type: "inlineData", attrs: { data: JSON.stringify(inline) } }];
  });
  const some = (content, otherwise) => (content.length ? content : otherwise);
  const paragraph = (content) => ({ type: "paragraph", ...(content.length ? { content } : {}) });

  const block = (one) => {
    switch (one.type) {
      case "paragraph": return paragraph(inlines(one.text));
      case "heading": { const content = inlines(one.text); return { type: "heading", attrs: { level: one.level }, ...(content.length ? { content } : {}) }; }
      case "list":
        return {
          type: one.ordered ? "orderedList" : "bulletList", ...(one.ordered ? { attrs: { start: one.start ?? 1 } } : {}),
          content: some(one.items.map(item), [item([])]),
        };
      case "quote":
        return { type: "blockquote", attrs: { cite: one.cite?.length ? JSON.stringify(one.cite) : null }, content: some(one.blocks.map(block), [paragraph([])]) };
      case "table": return table(one);
      case "divider": return { type: "horizontalRule" };
      default: return { type: "dataBlock", attrs: { data: JSON.stringify(one) } };
    }
  };
  const item = (blocks) => {
    const content = blocks.map(block);
    return { type: "listItem", content: content[0]?.type === "paragraph" ? content : [paragraph([]), ...content] };
  };
  const table = (one) => {
    const rows = one.rows.map((cells, row) => ({
      type: "tableRow",
      content: some(cells.map((cell, column) => ({
        type: row < (one.headerRows ?? 0) || column < (one.headerColumns ?? 0) ? "tableHeader" : "tableCell",
        attrs: { colspan: cell.colspan ?? 1, rowspan: cell.rowspan ?? 1 },
        content: [paragraph(inlines(cell.text))],
      })), [{ type: "tableCell", content: [paragraph([])] }]),
    }));
    return { type: "table", attrs: { caption: one.caption?.length ? JSON.stringify(one.caption) : null }, content: rows };
  };

  // Back again.
  const flat = (nodes) => {
    const out = [];
    for (const node of nodes ?? []) {
      if (node.type === "hardBreak") { out.push({ br: true }); continue; }
      if (node.type === "inlineData") { out.push(JSON.parse(node.attrs.data)); continue; }
      if (node.type !== "text") continue;
      const list = node.marks ?? [];
      const names = list.map((mark) => ours[mark.type]).filter(Boolean);
      const lang = list.find((mark) => mark.type === "foreign")?.attrs.lang;
      const piece = names.length || lang ? { t: node.text, ...(names.length ? { m: names } : {}), ...(lang ? { lang } : {}) } : node.text;
      const target = list.find((mark) => mark.type === "link")?.attrs.target;
      if (!target) { out.push(piece); continue; }
      const last = out[out.length - 1];
      if (last?.link && JSON.stringify(last.link) === target) last.text.push(piece);
      else out.push({ link: JSON.parse(target), text: [piece] });
    }
    return out;
  };
  const cellText = (cell) => (cell.content ?? []).flatMap((one, index) => [...(index ? [{ br: true }] : []), ...flat(one.content)]);
  const untable = (node) => {
    const rows = (node.content ?? []).map((row) => row.content ?? []);
    const isHeader = (cell) => cell?.type === "tableHeader";
    let headerRows = 0;
    while (headerRows < rows.length - 1 && rows[headerRows].length && rows[headerRows].every(isHeader)) headerRows += 1;
    const rest = rows.slice(headerRows);
    let headerColumns = 0;
    const width = Math.min(...rest.map((row) => row.length));
    while (headerColumns < width - 1 && rest.every((row) => isHeader(row[headerColumns]))) headerColumns += 1;
    return {
      type: "table", ...(node.attrs?.caption ? { caption: JSON.parse(node.attrs.caption) } : {}), ...(headerRows ? { headerRows } : {}), ...(headerColumns ? { headerColumns } : {}),
      rows: rows.map((row) => row.map((cell) => ({
        text: cellText(cell), ...(cell.attrs?.colspan > 1 ? { colspan: cell.attrs.colspan } : {}), ...(cell.attrs?.rowspan > 1 ? { rowspan: cell.attrs.rowspan } : {}),
      }))),
    };
  };
  const unblock = (node) => {
    switch (node.type) {
      case "paragraph": { const text = flat(node.content); return text.length ? { type: "paragraph", text } : null; }
      case "heading": { const text = flat(node.content); return text.length ? { type: "heading", level: node.attrs.level, text } : null; }
      case "bulletList":
      case "orderedList": {
        const start = node.attrs?.start ?? 1;
        return {
          type: "list", ...(node.type === "orderedList" ? { ordered: true, ...(start !== 1 ? { start } : {}) } : {}),
          items: (node.content ?? []).map((one) => (one.content ?? []).map(unblock).filter(Boolean)),
        };
      }
      case "blockquote": return { type: "quote", blocks: (node.content ?? []).map(unblock).filter(Boolean), ...(node.attrs?.cite ? { cite: JSON.parse(node.attrs.cite) } : {}) };
      case "table": return untable(node);
      case "horizontalRule": return { type: "divider" };
      case "dataBlock": return JSON.parse(node.attrs.data);
      default: return null;
    }
  };

  return {
    toDocument: (body) => ({ type: "doc", content: some((body.blocks ?? []).map(block), [paragraph([])]) }),
    toNodes: (body) => (body.blocks ?? []).map(block),
    fromDocument: (doc) => ({ v: 1, blocks: (doc.content ?? []).map(unblock).filter(Boolean) }),
    inlines, flat,
  };
})();
