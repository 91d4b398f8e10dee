"""What the tests of digital post have in common: who sends and fetches in the demonstration, letters, and asking as a machine does."""
import base64
import http.client
import json
import socket
import time
import uuid

from visiting import Visiting

SENDER, RECEIVER, SECRET = "demo-avsender", "demo-mottak", "bare-til-demonstrasjon"
V1 = "/tjenester/api/forsendelse/v1"
ACCOUNT, INTEGRATION = "0198c0de-0000-7000-8000-00000000c047", "0198c0de-0000-7000-8000-0000000017e6"
SOAP = "/tjenester/forsendelseservice/ForsendelsesServiceV9"
V3 = f"/api/v3/kontoer/{ACCOUNT}/forsendelser"
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
BERGEN = "964338531"
ALSTAHAUG = "938712441"
CITIZEN = "26878810189"
RESERVED = "14826112027"
BOUNDARY = "grense"


def basic(name, secret=SECRET):
    return "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()


def letter(recipient, title=None):
    return {"tittel": title or f"Prøve {uuid.uuid4()}", "kunDigitalLevering": True,
            "mottaker": {"postAdresse": {"navn": "Eksempel"}, "digitalAdresse": recipient},
            "dokumenter": [{"filnavn": "brev.pdf", "mimeType": "application/pdf"}]}


def letter_of_v3(title=None):
    return {"tittel": title or f"Prøve {uuid.uuid4()}", "kunDigitalLevering": True, "mottaker": {"navn": "Eksempel", "digitalId": CITIZEN},
            "dokumenter": [{"filnavn": "brev.pdf", "mimeType": "application/pdf"}]}


def multipart(metadata, content=PDF, name="brev.pdf"):
    lines = [f"--{BOUNDARY}", 'Content-Disposition: form-data; name="forsendelse"', "", json.dumps(metadata),
             f"--{BOUNDARY}", f'Content-Disposition: form-data; name="filer"; filename="{name}"', "", ""]
    return "\r\n".join(lines).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


class PostOffice(Visiting):
    def ask(self, method, path, body=None, who=SENDER, secret=SECRET, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.program.port, timeout=30)
        sent = {"Authorization": basic(who, secret), **headers} if who else headers
        connection.request(method, path, body, sent, encode_chunked="Transfer-Encoding" in sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def ask_as_integration(self, method, path, body=None, token=None, **headers):
        proof = {"Authorization": f"Bearer {token or self.issuer.token('ks:fiks', ALSTAHAUG, aud=None)}",
                 "IntegrasjonId": INTEGRATION, "IntegrasjonPassord": SECRET, **headers}
        return self.ask(method, path, body, who=None, **{name: value for name, value in proof.items() if value is not None})

    def upload(self, method, path, body=None, **headers):
        return self.ask(method, path, body, **{"Tus-Resumable": "1.0.0", **headers})

    def offset_of(self, path):
        answer, _ = self.upload("HEAD", path)
        self.assertEqual(answer.status, 200)
        return int(answer.getheader("Upload-Offset"))

    def send_until_the_line_breaks(self, path, content, sent_bytes):
        """Announces the whole, sends some of it, and is gone."""
        head = (f"PATCH {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {basic(SENDER)}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                f"Content-Type: application/offset+octet-stream\r\nContent-Length: {len(content)}\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.program.port), timeout=30) as line:
            line.sendall(head.encode() + content[:sent_bytes])

    def send(self, metadata, **headers):
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", **headers}
        answer, content = self.ask("POST", V1 + "/sendForsendelse", multipart(metadata), **form)
        self.assertEqual(answer.status, 200, content)
        return json.loads(content)["id"]

    def reaches(self, identity, status):
        limit = time.monotonic() + 20
        while time.monotonic() < limit:
            said = json.loads(self.ask("GET", f"{V1}/{identity}/status")[1])["status"]
            if said == status:
                return
            time.sleep(0.05)
        self.fail(f"{identity} is {said}, not {status}")

    def tells(self, identity, line):
        limit = time.monotonic() + 20
        while time.monotonic() < limit:
            history = self.ask("GET", f"{V1}/{identity}/historikk")[1].decode()
            if line in history:
                return
            time.sleep(0.05)
        self.fail(f"{identity} never told «{line}»: {history}")

    def text_message(self, identity):
        limit = time.monotonic() + 20
        while time.monotonic() < limit:
            for message in self.browser.get("/development/text-messages.json").json()["messages"]:
                if message["id"] == identity:
                    return message["text"]
            time.sleep(0.05)
        self.fail(f"no text message {identity}")
