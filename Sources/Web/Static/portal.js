// What pages gain where scripts run; every page is whole without it. No text is made here: labels come from the page.
const tools = document.querySelector("[data-tools]");
const article = document.querySelector("[data-resizable]") ?? document.querySelector("main");
const steps = ["", "text-larger", "text-largest"];
const key = "caunoi.text";

function stored() {
  try { return Number(localStorage.getItem(key)) || 0; } catch { return 0; }
}

function resize(step) {
  const next = Math.min(steps.length - 1, Math.max(0, step));
  for (const name of steps) if (name) article?.classList.toggle(name, steps[next] === name);
  try { localStorage.setItem(key, String(next)); } catch { /* private windows may forbid it */ }
  return next;
}

function button(label, act, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "tool";
  made.textContent = text ?? label;
  if (text) made.setAttribute("aria-label", label);
  made.addEventListener("click", () => act(made));
  tools.append(made);
  return made;
}

async function share(made) {
  const url = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url });
    } else {
      await navigator.clipboard.writeText(url);
      const label = made.textContent;
      made.textContent = tools.dataset.copied;
      setTimeout(() => { made.textContent = label; }, 3000);
    }
  } catch { /* the reader changed his mind, or the browser forbids it */ }
}

let step = stored();
if (step > 0) step = resize(step);
if (tools) {
  tools.dataset.r = "l";
  button(tools.dataset.smaller, () => { step = resize(step - 1); }, "A−");
  button(tools.dataset.larger, () => { step = resize(step + 1); }, "A+");
  button(tools.dataset.print, () => print());
  if (navigator.share || navigator.clipboard) button(tools.dataset.share, share);
}
