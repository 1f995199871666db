// Reading aloud: speed, steps, and the place where one stopped. The player is whole without it; labels come from the page.
const speedKey = "caunoi.listen.speed", placesKey = "caunoi.listen.places", kept = 40;

const load = (key, otherwise) => { try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; } };
const store = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* forbidden */ } };

for (const box of document.querySelectorAll("[data-listen]")) {
  const audio = box.querySelector("audio");
  if (!audio) continue;
  const item = box.dataset.listen, words = box.dataset;
  const bar = document.createElement("p");
  bar.className = "listen-bar";
  bar.dataset.r = "l";

  const number = new Intl.NumberFormat(document.documentElement.lang);
  const label = document.createElement("label");
  const select = document.createElement("select");
  for (const speed of [0.75, 0.9, 1, 1.25, 1.5]) select.add(new Option(`${number.format(speed)}×`, speed));
  label.append(`${words.speed} `, select);
  const turn = (speed) => { audio.defaultPlaybackRate = audio.playbackRate = speed; };
  select.value = String(load(speedKey, 1));
  if (select.selectedIndex < 0) select.value = "1";
  turn(Number(select.value));
  select.addEventListener("change", () => { turn(Number(select.value)); store(speedKey, Number(select.value)); });

  const step = (sign, text, by) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "tool";
    made.textContent = sign;
    made.setAttribute("aria-label", text);
    made.addEventListener("click", () => {
      if (audio.readyState > 0) audio.currentTime = Math.max(0, Math.min(audio.duration || Infinity, audio.currentTime + by));
    });
    return made;
  };
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  bar.append(step("−15", words.back, -15), " ", step("+15", words.forward, 15), " ", label, " ", told);
  box.append(bar);

  // The places of the last articles, newest last: [item, seconds].
  const places = () => load(placesKey, []).filter((place) => Array.isArray(place));
  const others = () => places().filter((place) => place[0] !== item);
  const remember = (seconds) => store(placesKey, seconds > 5 ? [...others(), [item, Math.floor(seconds)]].slice(-kept) : others());
  let last = 0;
  audio.addEventListener("loadedmetadata", () => {
    turn(Number(select.value));
    const place = places().find((place) => place[0] === item)?.[1] ?? 0;
    if (place > 0 && place < audio.duration - 5 && audio.currentTime < 1) audio.currentTime = place;
  }, { once: true });
  audio.addEventListener("timeupdate", () => {
    if (Math.abs(audio.currentTime - last) < 5) return;
    last = audio.currentTime;
    if (!audio.ended) remember(last);
  });
  audio.addEventListener("pause", () => { if (!audio.ended) remember(audio.currentTime); });
  audio.addEventListener("ended", () => remember(0));
  audio.addEventListener("playing", () => { told.textContent = ""; });
  audio.querySelector("source:last-of-type")?.addEventListener("error", () => { told.textContent = words.failed; });
  audio.addEventListener("error", () => { told.textContent = words.failed; });
}
