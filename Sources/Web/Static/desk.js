// The desk's own script: small things that every screen has. Nothing here is needed to get work done.
"use strict";

// Keys: `?` shows the sheet of keys where a screen has one; `/` goes to the search field.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "?") {
    const sheet = document.getElementById("phim-tat");
    if (sheet && sheet.showModal) { event.preventDefault(); sheet.showModal(); }
  } else if (event.key === "/") {
    const field = document.querySelector("main input[type=search]");
    if (field) { event.preventDefault(); field.focus(); }
  }
});

// A form that was sent is not sent twice by a nervous finger.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 4000);
});

// Lists in which many rows are chosen (`data-bulk`): how many are, all of the page at once, a row to a row with the shift key. Without script the boxes
// are boxes and the form is a form.
for (const form of document.querySelectorAll("[data-bulk]")) {
  const boxes = [...form.querySelectorAll("input[type=checkbox][name^='chon.']")];
  const all = form.querySelector("[data-choose-all]"), count = form.querySelector("[data-count]");
  if (!boxes.length) continue;
  const before = count ? count.textContent : "";
  const refresh = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    if (count) count.textContent = chosen ? `${count.dataset.count} ${chosen}` : before;
    if (all) { all.checked = chosen === boxes.length; all.indeterminate = chosen > 0 && chosen < boxes.length; }
  };
  let last = null;
  for (const box of boxes) {
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last && last !== box) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
      }
      last = box;
      refresh();
    });
  }
  if (all) {
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; refresh(); });
  }
  addEventListener("pageshow", refresh);
  refresh();
}
