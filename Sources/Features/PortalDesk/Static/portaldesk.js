// Lists that are put in order, and the look's preview. Every step works by buttons without this script; with it they need no round trip, rows can be dragged,
// and what moved is said to those who do not see it.
"use strict";

(() => {
  const say = (() => {
    const line = document.createElement("p");
    line.className = "visually-hidden";
    line.setAttribute("aria-live", "polite");
    document.body.append(line);
    return (text) => { line.textContent = ""; requestAnimationFrame(() => { line.textContent = text; }); };
  })();

  const fill = (text, values) => text.replace(/\[(\w+)\]/g, (whole, name) => values[name] ?? whole);

  class Outline {
    constructor(box) {
      this.box = box;
      this.list = box.querySelector(".outline-rows");
      this.state = [...box.querySelectorAll("input[type=hidden]")].find((field) => field.name.startsWith("bang"));
      this.prefix = box.dataset.list ?? "";
      this.deepest = Number(box.dataset.deepest);
      if (!this.list || !this.state) return;
      box.addEventListener("click", (event) => this.click(event));
      for (const row of this.rows) this.addHandle(row);
    }

    get rows() { return [...this.list.children]; }
    depth(row) { return Number(row.dataset.depth); }
    name(row) { return row.querySelector(".desk-row-title")?.firstChild?.textContent.trim() || row.querySelector(".desk-row-title")?.textContent.trim() || ""; }

    /** A row with all that hangs below it. */
    block(row) {
      const rows = this.rows;
      const start = rows.indexOf(row);
      let end = start + 1;
      while (end < rows.length && this.depth(rows[end]) > this.depth(row)) end += 1;
      return rows.slice(start, end);
    }

    before(row) {
      const rows = this.rows;
      for (let at = rows.indexOf(row) - 1; at >= 0; at -= 1) {
        if (this.depth(rows[at]) === this.depth(row)) return rows[at];
        if (this.depth(rows[at]) < this.depth(row)) return null;
      }
      return null;
    }

    after(row) {
      const next = this.block(row).at(-1).nextElementSibling;
      return next && this.depth(next) === this.depth(row) ? next : null;
    }

    parent(row) {
      const rows = this.rows;
      for (let at = rows.indexOf(row) - 1; at >= 0; at -= 1) if (this.depth(rows[at]) < this.depth(row)) return rows[at];
      return null;
    }

    click(event) {
      const button = event.target.closest("button[data-step]");
      if (!button || button.disabled || button.dataset.step === "sua") return;
      const row = button.closest(".outline-row");
      if (!row || !this.take(row, button.dataset.step)) return;
      event.preventDefault();
      const again = row.isConnected ? row.querySelector(`button[data-step="${button.dataset.step}"]:not(:disabled)`) ?? row.querySelector("button:not(:disabled)") : this.list.querySelector("button:not(:disabled)");
      again?.focus();
    }

    take(row, step) {
      const name = this.name(row);
      switch (step) {
        case "len": { const target = this.before(row); if (!target) return false; target.before(...this.block(row)); break; }
        case "xuong": { const target = this.after(row); if (!target) return false; this.block(target).at(-1).after(...this.block(row)); break; }
        case "vao": {
          const block = this.block(row);
          if (!this.before(row) || block.some((one) => this.depth(one) >= this.deepest)) return false;
          for (const one of block) one.dataset.depth = this.depth(one) + 1;
          break;
        }
        case "ra": {
          const parent = this.parent(row);
          if (!parent) return false;
          const block = this.block(row);
          const end = this.block(parent).filter((one) => !block.includes(one)).at(-1);
          for (const one of block) one.dataset.depth = this.depth(one) - 1;
          end.after(...block);
          break;
        }
        case "bo": for (const one of this.block(row)) one.remove(); break;
        default: return false;
      }
      this.changed();
      const places = this.rows.filter((one) => this.depth(one) === this.depth(row));
      say(step === "bo" ? fill(this.box.dataset.removed, { name }) : fill(this.box.dataset.moved, { name, place: places.indexOf(row) + 1, count: places.length, level: this.depth(row) + 1 }));
      return true;
    }

    /** The form says what the screen shows. */
    changed() {
      this.state.value = JSON.stringify(this.rows.map((row) => ({
        depth: this.depth(row), id: row.dataset.rowId, label: row.dataset.rowLabel, target: row.dataset.rowTarget,
      })));
      this.rows.forEach((row, place) => {
        for (const button of row.querySelectorAll("button[name=lam]")) {
          const step = button.dataset.step ?? button.value.replace(this.prefix, "").split(":")[0];
          button.value = `${this.prefix}${step}:${place}`;
          if (step === "len") button.disabled = !this.before(row);
          if (step === "xuong") button.disabled = !this.after(row);
          if (step === "ra") button.disabled = this.depth(row) === 0;
          if (step === "vao") button.disabled = !this.before(row) || this.block(row).some((one) => this.depth(one) >= this.deepest);
        }
      });
      const form = this.box.closest("form");
      const own = this.box.dataset.own && form.elements[this.box.dataset.own];
      if (own) own.value = "1";
      const mark = form.querySelector(".portal-unsaved");
      if (mark) mark.hidden = false;
    }

    addHandle(row) {
      const handle = document.createElement("button");
      handle.type = "button";
      handle.className = "outline-handle";
      handle.draggable = true;
      handle.tabIndex = -1;
      handle.setAttribute("aria-hidden", "true");
      handle.title = this.box.dataset.drag;
      handle.textContent = "⋮⋮";
      row.querySelector(".outline-steps")?.prepend(handle);
      handle.addEventListener("dragstart", (event) => {
        this.dragged = row;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", this.name(row));
        event.dataTransfer.setDragImage(row, 12, 12);
        for (const one of this.block(row)) one.classList.add("outline-dragged");
      });
      handle.addEventListener("dragend", () => { this.dragged = null; this.clear(); });
      row.addEventListener("dragover", (event) => {
        if (!this.dragged || this.block(this.dragged).includes(row)) return;
        event.preventDefault();
        this.clearMarks();
        row.classList.add(this.isUpper(event, row) ? "outline-above" : "outline-below");
      });
      row.addEventListener("drop", (event) => {
        if (!this.dragged || this.block(this.dragged).includes(row)) return;
        event.preventDefault();
        this.drop(this.dragged, row, this.isUpper(event, row));
      });
    }

    isUpper(event, row) { const box = row.getBoundingClientRect(); return event.clientY < box.top + box.height / 2; }
    clearMarks() { for (const row of this.rows) row.classList.remove("outline-above", "outline-below"); }
    clear() { this.clearMarks(); for (const row of this.rows) row.classList.remove("outline-dragged"); }

    /** Beside the row it was dropped on, on that row's level, with all that hangs below it. */
    drop(row, target, isAbove) {
      const block = this.block(row);
      const shift = this.depth(target) - this.depth(row);
      if (block.some((one) => this.depth(one) + shift > this.deepest)) return;
      if (isAbove) target.before(...block); else this.block(target).filter((one) => !block.includes(one)).at(-1).after(...block);
      for (const one of block) one.dataset.depth = this.depth(one) + shift;
      this.clear();
      this.changed();
      const places = this.rows.filter((one) => this.depth(one) === this.depth(row));
      say(fill(this.box.dataset.moved, { name: this.name(row), place: places.indexOf(row) + 1, count: places.length, level: this.depth(row) + 1 }));
    }
  }

  for (const box of document.querySelectorAll(".outline")) new Outline(box);

  // The look: the preview follows the form, and the figures of contrast follow the colours.
  const look = document.querySelector("form[data-preview]");
  if (look) {
    const frame = document.querySelector("iframe[name=xem-giao-dien]");
    let timer;
    const follow = () => {
      const fields = new URLSearchParams(new FormData(look));
      fields.delete("_");
      fields.delete("ban");
      frame.src = `${look.dataset.preview}?${fields}`;
    };
    look.addEventListener("input", (event) => {
      if (event.target.name === "chinh") look.elements["mau-rieng"].checked = true;
      if (event.target.name === "phu") look.elements["phu-rieng"].checked = true;
      clearTimeout(timer);
      timer = setTimeout(follow, 400);
    });
  }

  // Work that goes on is looked at again by itself.
  const going = document.querySelector("[data-refresh]");
  if (going) setTimeout(() => location.replace(going.dataset.refresh), 3000);

  // Tables may be chosen as files: they are read into the field, so that what is sent can be seen.
  for (const field of document.querySelectorAll("textarea[data-file-label]")) {
    const label = document.createElement("label");
    const file = document.createElement("input");
    file.type = "file";
    file.accept = ".csv,.txt,text/csv,text/plain";
    label.append(`${field.dataset.fileLabel} `, file);
    field.after(label);
    file.addEventListener("change", async () => { if (file.files[0]) field.value = await file.files[0].text(); });
  }
})();
