"""An issuer of tokens for systems, as Maskinporten is one: its public keys on the loopback address, its tokens as they are asked for."""
import http.server
import json
import tempfile
import threading
import time
import uuid

from signing_key import SigningKey

AUDIENCE = "https://samband.example"


class TokenIssuer:
    """`with TokenIssuer() as issuer:` gives tokens and the flags that make the program trust them."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="samband-issuer-")
        self.key = self.make_key()
        self.published = [self.key.public]
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Answering,), {"issuer": self}))
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def flags(self):
        return ["--machine.issuer", self.url, "--machine.jwks_url", self.url + "jwks", "--machine.audience", AUDIENCE]

    def make_key(self):
        return SigningKey(self.folder.name)

    def exchange_key(self):
        """A new key from now on; the old one stays published for a while, as issuers do."""
        self.key = self.make_key()
        self.published = [*self.published, self.key.public]

    def claims(self, scope="samband:read", organisation="964338531", **changed):
        """None takes a claim away."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": AUDIENCE, "iat": now, "exp": now + 120, "jti": str(uuid.uuid4()), "scope": scope,
                  "client_id": "fagsystem", "client_amr": "private_key_jwt",
                  "consumer": {"authority": "iso6523-actorid-upis", "ID": f"0192:{organisation}"}, **changed}
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, scope="samband:read", organisation="964338531", **changed):
        return self.key.token(self.claims(scope, organisation, **changed))


class Answering(http.server.BaseHTTPRequestHandler):
    issuer = None

    def do_GET(self):
        content = json.dumps({"keys": self.issuer.published}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass
