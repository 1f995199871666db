"""The player of an article that is read aloud, and a film with its captions and its transcript: by key, and without script."""
import re

import kinds

STATE = "e => ({time: e.currentTime, paused: e.paused, rate: e.playbackRate, error: e.error && e.error.message, duration: e.duration})"


def focus_by_key(page, selector, most=120):
    """Presses Tab until the element has the focus; False when it never gets it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return True
    return False


def wait(page, element, condition, seconds=20):
    """Until a condition on the player's state holds; the last state either way."""
    state = None
    for _ in range(seconds * 10):
        state = element.evaluate(STATE)
        if condition(state):
            return state
        page.wait_for_timeout(100)
    return state


def plays_by_key(stage, page, selector, name):
    """Tab to the player, space to play, space to stop."""
    if not focus_by_key(page, selector):
        stage.find(f"{name}: the player is not reached by the keyboard")
        return None
    element = page.locator(selector).first
    page.keyboard.press("Space")
    state = wait(page, element, lambda now: now["time"] > 0.5 or now["error"])
    if state["error"] or state["time"] <= 0.5:
        stage.find(f"{name}: does not play: {state}")
        return None
    return element


def aloud(stage, host, path):
    name = "reading aloud"
    with stage.context() as context:
        page = context.new_page()
        page.goto(stage.url(host, path), wait_until="load")
        asked = []
        page.on("request", lambda request: asked.append(request.url) if "/nghe/" in request.url else None)
        page.wait_for_selector(".listen-bar select")
        if asked:
            stage.find(f"{name}: fetched before anybody pressed play: {asked[:2]}")
        audio = plays_by_key(stage, page, ".listen audio", name)
        if not audio:
            return
        # Speed, by key, while it plays.
        select = page.locator(".listen-bar select")
        select.focus()
        for _ in range(2):
            page.keyboard.press("ArrowDown")
        state = wait(page, audio, lambda now: now["rate"] == 1.5, 3)
        if state["rate"] != 1.5:
            stage.find(f"{name}: the speed does not follow the key: {state}")
        # A step, by key.
        page.locator(".listen-bar button").nth(1).focus()
        before = audio.evaluate(STATE)["time"]
        page.keyboard.press("Enter")
        state = audio.evaluate(STATE)
        if state["time"] < min(before + 12, state["duration"] - 1):
            stage.find(f"{name}: no step of 15 seconds: {before} to {state}")
        for button in page.locator(".listen-bar button").all():
            if not button.get_attribute("aria-label"):
                stage.find(f"{name}: a button without a name")
        audio.focus()
        page.keyboard.press("Space")
        stopped = wait(page, audio, lambda now: now["paused"], 3)
        if not stopped["paused"]:
            stage.find(f"{name}: space does not stop it")
        # The place and the speed outlive the page.
        page.reload(wait_until="load")
        page.wait_for_selector(".listen-bar select")
        if page.locator(".listen-bar select").input_value() != "1.5":
            stage.find(f"{name}: the speed is forgotten")
        audio = plays_by_key(stage, page, ".listen audio", f"{name}, again")
        if audio and stopped["duration"] - stopped["time"] > 6 and audio.evaluate(STATE)["time"] < stopped["time"] - 1.5:
            stage.find(f"{name}: begins at {audio.evaluate(STATE)['time']} and not where one stopped, {stopped['time']}")
    with stage.context(script=False, width=360) as context:
        page = context.new_page()
        page.goto(stage.url(host, path), wait_until="load")
        if page.locator(".listen-bar").count():
            stage.find(f"{name}, without script: has what needs one")
        plays_by_key(stage, page, ".listen audio", f"{name}, without script")


def film(stage, host, path):
    for script, width in ((True, 1280), (False, 360)):
        name = f"film at {width}" + ("" if script else ", without script")
        with stage.context(script=script, width=width) as context:
            page = context.new_page()
            said = []
            page.on("response", lambda response: said.append((response.status, response.url)) if response.request.resource_type in ("media", "texttrack") or ".vtt" in response.url else None)
            page.goto(stage.url(host, path), wait_until="load")
            video = plays_by_key(stage, page, ".video video", name)
            if not video:
                continue
            cue = "e => [...e.textTracks].map(track => [track.kind, track.language, track.label, track.mode, [...(track.activeCues ?? [])].map(cue => cue.text).join(' ')])"
            tracks = video.evaluate(cue)
            if [track[:4] for track in tracks] != [["captions", "vi", "Tiếng Việt", "showing"], ["captions", "en", "English", "disabled"]]:
                stage.find(f"{name}: tracks are {tracks}")
            elif "An Sơn" not in tracks[0][4]:
                stage.find(f"{name}: no caption is shown: {tracks}")
            box = video.bounding_box()
            if abs(box["width"] / box["height"] - 16 / 9) > 0.05:
                stage.find(f"{name}: stands as {box['width']:.0f} × {box['height']:.0f}")
            video.focus()
            page.keyboard.press("Space")
            if not wait(page, video, lambda now: now["paused"], 3)["paused"]:
                stage.find(f"{name}: space does not stop it")
            # (Controls of the browser's own stand between the film and what follows.)
            if not focus_by_key(page, "details.transcript > summary", 40):
                stage.find(f"{name}: the transcript is not reached by the keyboard")
                continue
            words = page.locator("details.transcript p").last
            if words.is_visible():
                stage.find(f"{name}: the transcript is open before anybody asked for it")
            page.keyboard.press("Enter")
            if not words.is_visible() or "Mời quý khách" not in words.inner_text():
                stage.find(f"{name}: the transcript does not open by key")
            if not any(status in (200, 206) and ".vtt" in url for status, url in said):
                stage.find(f"{name}: the captions were not fetched: {said}")
            if script:
                for violation in stage.violations(page):
                    stage.find(f"{name}: {violation}")


def film_page(network, hosts):
    """Where a film with captions stands."""
    for host in hosts:
        for path in dict.fromkeys(link for start in ("/", "/luu-tru", "/so-do-trang") for link in kinds.links((network.page(host, start) or ("", ""))[1])):
            if re.search(kinds.ARTICLE, path):
                found = network.page(host, path)
                if found and '<track kind="captions"' in found[1]:
                    return host, found[0]
    return None


def prove(stage, hosts):
    network = kinds.Network(stage.port)
    home = network.page(hosts[0], "/")
    read = next((path for path in kinds.links(home[1]) if re.search(kinds.ARTICLE, path) and 'class="listen"' in (network.page(hosts[0], path) or ("", ""))[1]), None)
    if read:
        aloud(stage, hosts[0], read)
    else:
        stage.find("player: no article offers to be read aloud")
    shown = film_page(network, sorted(hosts, key=lambda host: "dulich" not in host))
    if shown:
        film(stage, *shown)
    else:
        stage.find("player: no film with captions was found")
    return f"{read}, {shown[1] if shown else 'no film'}"
