// The library's own script: uploads in pieces that go on where they stopped, the focal point, choosing for the editor.
// Without it the same forms work.
"use strict";

(() => {
  const token = document.body.dataset.formToken || "";
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  // --- Uploads ---
  class Sending {
    constructor(form, list, file) {
      this.form = form; this.file = file; this.offset = 0; this.stopped = false;
      this.row = document.createElement("li");
      const box = document.createElement("div");
      this.name = document.createElement("p"); this.name.className = "desk-row-title"; this.name.textContent = file.name;
      this.bar = document.createElement("progress"); this.bar.max = file.size || 1; this.bar.value = 0; this.bar.setAttribute("aria-label", `${form.dataset.progress} ${file.name}`);
      this.note = document.createElement("p"); this.note.className = "desk-row-note"; this.note.textContent = form.dataset.waiting;
      box.append(this.name, this.bar, this.note);
      this.button = document.createElement("button"); this.button.type = "button"; this.button.textContent = form.dataset.cancel;
      this.button.addEventListener("click", () => this.cancel());
      this.row.append(box, this.button);
      list.append(this.row);
    }
    say(text, wrong) { this.note.textContent = text; this.note.className = wrong ? "lib-wrong" : "desk-row-note"; }
    end(text, wrong) { this.say(text, wrong); this.bar.remove(); this.button.remove(); this.stopped = true; }
    async cancel() {
      this.stopped = true;
      if (this.abort) this.abort.abort();
      if (this.address) await fetch(this.address, { method: "DELETE", headers: { "X-Caunoi-Form": token } }).catch(() => {});
      this.row.remove();
    }
    async run() {
      if (this.stopped) return;
      const { form, file } = this;
      if (file.size > Number(form.dataset.limit)) return this.end(form.dataset.tooLarge, true);
      let tries = 0;
      while (!this.stopped) {
        try {
          if (!this.address && !(await this.begin())) return;
          if (await this.piece()) return;
          tries = 0;
        } catch (error) {
          if (this.stopped) return;
          if (error && error.said) return this.end(error.said, true);
          // The line broke: ask where to go on, later and later.
          this.say(form.dataset.lost, true);
          await pause(Math.min(30000, 1000 * 2 ** Math.min(tries++, 5)));
          if (this.address) await this.resume().catch(() => {});
        }
      }
    }
    async begin() {
      const body = new URLSearchParams({ _: token, ten: this.file.name, co: String(this.file.size) });
      const answer = await fetch(this.form.dataset.uploads, { method: "POST", body });
      const said = await answer.json();
      if (!answer.ok) { this.end(said.error, true); return false; }
      this.address = said.address; this.offset = Number(said.offset);
      return true;
    }
    async resume() {
      const answer = await fetch(this.address);
      const said = await answer.json();
      if (answer.ok) this.offset = Number(said.offset);
      else if (answer.status === 404) { this.address = null; this.offset = 0; }
    }
    async piece() {
      const end = Math.min(this.file.size, this.offset + Number(this.form.dataset.piece));
      this.abort = new AbortController();
      const answer = await fetch(this.address, {
        method: "PATCH", signal: this.abort.signal, body: this.file.slice(this.offset, end),
        headers: { "X-Caunoi-Form": token, "Upload-Offset": String(this.offset), "Content-Type": "application/offset+octet-stream" },
      });
      const said = await answer.json();
      if (answer.status === 409 && said.offset !== undefined) { this.offset = Number(said.offset); return false; }
      if (!answer.ok) throw { said: said.error };
      if (said.file) { this.done(said); return true; }
      this.offset = Number(said.offset);
      this.bar.value = this.offset;
      this.say(`${this.form.dataset.progress} ${Math.floor((100 * this.offset) / this.file.size)} %`);
      return false;
    }
    done(said) {
      const link = document.createElement("a");
      link.href = said.href; link.textContent = this.file.name;
      this.name.replaceChildren(link);
      this.end(said.note || this.form.dataset.done);
      document.dispatchEvent(new CustomEvent("library:uploaded", { detail: said }));
    }
  }

  for (const form of document.querySelectorAll("form[data-uploads]")) {
    const section = document.querySelector(".lib-sending");
    const list = section.querySelector("ul");
    const field = form.querySelector("input[type=file]");
    const queue = [];
    let running = 0;
    const next = async () => {
      if (running >= 2 || !queue.length) return;
      running++;
      await queue.shift().run();
      running--;
      next();
    };
    const add = (files) => {
      section.hidden = false;
      for (const file of files) { queue.push(new Sending(form, list, file)); next(); }
    };
    form.querySelector(".lib-drop-here").hidden = false;
    form.addEventListener("submit", (event) => {
      if (!field.files.length) return;
      event.preventDefault();
      add([...field.files]);
      field.value = "";
    });
    for (const name of ["dragenter", "dragover"]) form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("is-over"); });
    for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("is-over"));
    form.addEventListener("drop", (event) => { event.preventDefault(); add([...event.dataTransfer.files]); });
  }

  // --- The focal point ---
  const stage = document.querySelector("[data-stage]");
  const x = document.getElementById("diem-x"), y = document.getElementById("diem-y");
  if (stage && x && y) {
    const picture = stage.querySelector("img"), point = stage.querySelector(".lib-point"), crops = document.querySelector("[data-crops]");
    const show = () => {
      const [px, py] = [x, y].map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)));
      point.style.left = `${px}%`; point.style.top = `${py}%`;
      for (const crop of crops ? crops.querySelectorAll("img") : []) crop.style.objectPosition = `${px}% ${py}%`;
    };
    point.hidden = false; stage.dataset.on = "1";
    if (crops) crops.hidden = false;
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      x.value = ((100 * (event.clientX - box.left)) / box.width).toFixed(1);
      y.value = ((100 * (event.clientY - box.top)) / box.height).toFixed(1);
      show();
    });
    for (const field of [x, y]) field.addEventListener("input", show);
    show();
  }

  // --- A file that is being checked: look again until it is done ---
  if (document.querySelector("[data-waiting]")) {
    let tries = 0;
    const look = async () => {
      if (tries++ > 30) return;
      await pause(Math.min(10000, 1500 * tries));
      const page = await fetch(location.href).then((answer) => answer.text()).catch(() => "data-waiting");
      if (page.includes("data-waiting")) return look();
      if (!document.querySelector("form :is(input, textarea):focus")) location.reload();
    };
    look();
  }

  // --- Choosing for the page that opened this one ---
  if (window.opener || window.parent !== window) {
    document.addEventListener("click", async (event) => {
      const link = event.target.closest("[data-pick]");
      if (!link) return;
      event.preventDefault();
      const source = document.querySelector("[data-source]").dataset.source;
      const answer = await fetch(`${source}?tep=${link.dataset.pick}`).then((got) => got.json());
      const row = answer.rows[0];
      if (row) (window.opener || window.parent).postMessage({ type: "caunoi:file", file: row }, location.origin);
    });
  }
})();
