#!/usr/bin/env python3
"""A real OpenID provider (Canaille) with one client and two people, and a browser that signs in to it.

Usage: provider.py REDIRECT-URI

Prints its port on one line when it listens. Then reads commands, one JSON object a line, and answers each with one:

  {"go": ADDRESS, "user": NAME}   opens ADDRESS as somebody who signs in and consents; answers {"back": where the provider sends the browser}
  {"rotate": true}                signs with a new key from now on, and publishes that one alone; answers {"rotated": true}

It ends when its standard input does.
"""

import html
import json
import logging
import re
import socket
import sys
import tempfile
import threading
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

from canaille import create_app  # noqa: E402
from canaille.app import models  # noqa: E402
from joserfc.jwk import RSAKey  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

PASSWORD = "thuyền neo bến cũ"


def say(what):
    print(json.dumps(what), flush=True)


def key():
    return RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True).as_dict(private=True)


def make(port, redirect, folder):
    app = create_app({
        "SECRET_KEY": "a secret of this test alone, long enough", "SERVER_NAME": f"localhost:{port}", "PREFERRED_URL_SCHEME": "http",
        "CANAILLE_SQL": {"DATABASE_URI": f"sqlite:///{folder}/provider.db"},
        "CANAILLE": {"DATABASE": "sql", "LOGGING": None, "JAVASCRIPT": False, "HTMX": False, "TIMEZONE": "UTC"},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key()], "REQUIRE_NONCE": True},
    })
    with app.app_context():
        app.backend.install(app)
        for name, family in (("lan", "Trần"), ("la", "Người")):
            person = models.User(
                formatted_name=f"{family} {name}", family_name=family, given_name=name, user_name=name, emails=[f"{name}@anson.test"],
                password=PASSWORD,
            )
            app.backend.save(person)
        client = models.Client(
            client_id="cau-noi", client_name="Cầu Nối", client_secret="bí mật của khách", redirect_uris=[redirect], scope=["openid", "email"],
            grant_types=["authorization_code"], response_types=["code"], token_endpoint_auth_method="client_secret_basic",
            client_uri=redirect.split("/desk")[0],
        )
        app.backend.save(client)
        client.audience = [client]
        app.backend.save(client)
    return app


def tokens(page):
    """The hidden fields of a form, and its first button."""
    fields = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and 'type="hidden"' in tag:
            fields[name[1]] = html.unescape(value[1]) if value else ""
    return fields


def go(app, address, user):
    """Follows the provider's pages until it sends the browser away."""
    base = f"http://{app.config['SERVER_NAME']}"
    with app.test_client() as browser:
        answer = browser.get(address.removeprefix(base), base_url=base)
        for _ in range(12):
            if answer.status_code in (301, 302, 303, 307):
                if not answer.location.startswith((base, "/")):
                    return answer.location
                answer = browser.get(answer.location.removeprefix(base), base_url=base)
                continue
            page, here = answer.get_data(as_text=True), answer.request.full_path
            fields = tokens(page)
            if 'name="login"' in page:
                fields["login"] = user
            elif 'name="password"' in page:
                fields["password"] = PASSWORD
            else:
                fields["answer"] = "accept"
            answer = browser.post(here, data=fields, base_url=base)
    return f"stopped at {answer.status_code}: {answer.get_data(as_text=True)[:400]}"


def main():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    folder = tempfile.TemporaryDirectory()
    app = make(port, sys.argv[1], folder.name)
    server = make_server("127.0.0.1", port, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say({"port": port})
    for line in sys.stdin:
        command = json.loads(line)
        if "go" in command:
            # Two access tokens of one second would be one text, which the provider's own table refuses.
            time.sleep(1.1)
            try:
                say({"back": go(app, command["go"], command["user"])})
            except Exception as error:  # What went wrong is the answer.
                say({"back": f"failed: {error!r}"})
        elif "rotate" in command:
            with app.app_context():
                app.config["CANAILLE_OIDC"]["ACTIVE_JWKS"] = [key()]
            say({"rotated": True})


if __name__ == "__main__":
    main()
