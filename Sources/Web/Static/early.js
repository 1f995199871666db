// What this reader chose (portal.js) stands on <html> before the first paint. Browsers that cannot read this run no script of ours.
(() => {
  const chosen = document.documentElement.dataset;
  chosen.script = "on";
  try {
    const kept = JSON.parse(localStorage.getItem("caunoi.display"));
    for (const name in kept) if (/^[a-z]+$/.test(name + kept[name])) chosen[name] = kept[name];
  } catch {}
  if (navigator.connection?.saveData) chosen.pictures ??= "off";
})();
