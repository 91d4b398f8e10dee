"""An OpenID provider on the loopback address, as small as one can be that a careful client accepts.

Authorization code with PKCE, a client that shows its secret, tokens signed with RS256 by the openssl command. Whoever
asks is whom they say: the number that a person would prove with an electronic id stands in the address, as "pid".
"""
import base64
import hashlib
import http.server
import json
import secrets
import tempfile
import threading
import time
import urllib.parse

from signing_key import SigningKey, base64url

CLIENT_ID, CLIENT_SECRET = "samband-test", "kun for prøver"
CODE_S_MAX = 60


class Provider:
    """`with Provider() as provider:` gives provider.url and the flags that make the program trust it."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="samband-openid-")
        self.key, self.codes = SigningKey(self.folder.name), {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Answering,), {"provider": self}))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def flags(self):
        return ["--login.issuer", self.url, "--login.client_id", CLIENT_ID, "--login.client_secret", CLIENT_SECRET]

    def discovery(self):
        return {"issuer": self.url, "authorization_endpoint": self.url + "/authorize", "token_endpoint": self.url + "/token",
                "jwks_uri": self.url + "/keys", "end_session_endpoint": self.url + "/goodbye"}

    def authorize(self, asked):
        """The address that the person is sent back to."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = {**asked, "made": time.monotonic()}
        back = {"code": code, "state": asked["state"], "iss": self.url}
        return asked["redirect_uri"] + "?" + urllib.parse.urlencode(back)

    def trade(self, form, credentials):
        """The answer to a code: its status and JSON. A code is good once."""
        known = self.codes.pop(form.get("code"), None)
        if [urllib.parse.unquote_plus(part) for part in credentials.split(":")] != [CLIENT_ID, CLIENT_SECRET]:
            return 401, {"error": "invalid_client"}
        challenge = base64url(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        is_good = known and known["made"] + CODE_S_MAX > time.monotonic() and known["client_id"] == CLIENT_ID \
            and known["redirect_uri"] == form.get("redirect_uri") and known["code_challenge"] == challenge
        if not is_good:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT_ID, "sub": base64url(hashlib.sha256(known["pid"].encode()).digest()), "pid": known["pid"],
                  "nonce": known["nonce"], "acr": known["acr_values"], "sid": secrets.token_urlsafe(16), "iat": now, "exp": now + 120}
        return 200, {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 120, "id_token": self.key.token(claims)}


class Answering(http.server.BaseHTTPRequestHandler):
    provider = None

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(dict(urllib.parse.parse_qsl(query))))
            self.end_headers()
        elif path == "/.well-known/openid-configuration":
            self.answer(200, self.provider.discovery())
        elif path == "/keys":
            self.answer(200, {"keys": [self.provider.key.public]})
        else:
            self.answer(404, {})

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        credentials = base64.b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        self.answer(*self.provider.trade(form, credentials))

    def answer(self, status, value):
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass
