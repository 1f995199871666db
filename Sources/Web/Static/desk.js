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
