"""A pair of RSA keys that signs tokens, by the openssl command: Python's own library has no RSA."""
import base64
import hashlib
import hmac
import json
import pathlib
import subprocess
import uuid


def base64url(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=given, check=True, capture_output=True).stdout


class SigningKey:
    """Kept in a folder; `public` is what an issuer publishes (RFC 7517)."""

    def __init__(self, folder):
        self.id = str(uuid.uuid4())
        self.path = pathlib.Path(folder, f"{self.id}.pem")
        openssl("genrsa", "-out", self.path, "2048")
        modulus = openssl("rsa", "-in", self.path, "-noout", "-modulus").decode().strip().removeprefix("Modulus=")
        self.public = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id, "n": base64url(bytes.fromhex(modulus)),
                       "e": base64url(b"\x01\x00\x01")}

    def token(self, claims, algorithm="RS256", key_id=None, certificate=None):
        """With the certificate (DER, base64) in the head it is that which names the key (RFC 7515 § 4.1.6)."""
        head = {"alg": algorithm, "typ": "JWT", **({"x5c": [certificate]} if certificate else {"kid": key_id or self.id})}
        content = ".".join(base64url(json.dumps(part).encode()) for part in (head, claims)).encode()
        return content.decode() + "." + base64url(self.signature(content, algorithm))

    def signature(self, content, algorithm):
        if algorithm == "none":
            return b""
        if algorithm == "HS256":  # as if the public key were a secret that both sides share
            return hmac.new(openssl("rsa", "-in", self.path, "-pubout"), content, hashlib.sha256).digest()
        return openssl("dgst", "-sha256", "-sign", self.path, given=content)
