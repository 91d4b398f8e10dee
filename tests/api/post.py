"""Digital post over the wire, as the systems of senders and receivers speak: by curl and with the openssl command, in pieces, with an
expectation first, and by those who may not."""
import base64
import hashlib
import http.client
import io
import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.parse
import uuid
import zipfile

from signing_key import SigningKey, openssl
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


class Post(Visiting):
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

    def test_a_large_file_goes_on_where_the_line_broke(self):
        content = PDF + os.urandom(20 << 20)
        answer, said = self.upload("POST", "/dispatches/uploads", **{"Upload-Length": str(len(content))})
        self.assertEqual(answer.status, 201, said)
        path = answer.getheader("Location")
        self.send_until_the_line_breaks(path, content, 18 << 20)
        deadline = time.monotonic() + 30
        while self.offset_of(path) < 16 << 20 and time.monotonic() < deadline:
            time.sleep(0.1)
        offset = self.offset_of(path)
        self.assertEqual(offset, 16 << 20)
        rest = content[offset:]
        more = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        answer, _ = self.upload("PATCH", path, rest, **more, **{"Upload-Checksum": "sha256 " + base64.b64encode(bytes(32)).decode()})
        self.assertEqual(answer.status, 460)
        checksum = "sha256 " + base64.b64encode(hashlib.sha256(rest).digest()).decode()
        answer, said = self.upload("PATCH", path, rest, **more, **{"Upload-Checksum": checksum})
        self.assertEqual((answer.status, answer.getheader("Upload-Offset")), (204, str(len(content))), said)
        letter = {"title": f"Stor fil {uuid.uuid4()}", "recipient": {"identityNumber": CITIZEN, "address": {"name": "Eksempel"}}, "isDigitalOnly": True,
                  "documents": [{"name": "stor.bin", "mediaType": "application/octet-stream", "upload": path.rsplit("/", 1)[1],
                                 "sha256": hashlib.sha256(content).hexdigest()}]}
        answer, said = self.ask("POST", "/dispatches", json.dumps(letter), **{"Content-Type": "application/json"})
        self.assertEqual(answer.status, 201, said)
        self.assertEqual(self.upload("HEAD", path)[0].status, 404)

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

    def test_a_letter_is_sent_by_curl_in_one_line(self):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as document:
            document.write(PDF)
            document.flush()
            metadata = letter({"fodselsNummer": CITIZEN})
            metadata["dokumenter"][0]["filnavn"] = document.name.rpartition("/")[2]
            done = subprocess.run(["curl", "-s", "-u", f"{SENDER}:{SECRET}", "-F", f"forsendelse={json.dumps(metadata)}", "-F",
                                   f"filer=@{document.name}", f"http://127.0.0.1:{self.program.port}{V1}/sendForsendelse"],
                                  capture_output=True, text=True, check=True)
        self.reaches(json.loads(done.stdout)["id"], "VARSLET")

    def test_the_registers_of_the_demonstration_decide(self):
        if self.program.verb != "demo":
            return
        title = f"Prøve {uuid.uuid4()}"
        told = self.send(letter({"fodselsNummer": CITIZEN}, title))
        self.reaches(told, "VARSLET")
        self.assertNotIn(title, self.text_message(f"{told} arrival"))
        on_paper = letter({"fodselsNummer": RESERVED})
        on_paper["kunDigitalLevering"] = False
        on_paper["mottaker"]["postAdresse"] |= {"postNummer": "8800", "postSted": "SANDNESSJØEN"}
        reserved = self.send(on_paper)
        self.reaches(reserved, "AKSEPTERT")
        history = self.ask("GET", f"{V1}/{reserved}/historikk")[1].decode()
        self.assertIn("reservert mot digital post", history)
        self.assertNotIn(RESERVED, history)
        self.reaches(self.send(letter({"organisasjonsNummer": "999999999"})), "AVVIST")

    def test_letters_go_to_altinn_for_an_account_that_says_so(self):
        if self.program.verb != "demo":
            return
        keeper = next(person for person in self.browser.invented_people() if person["name"] == "Jorunn Meløysund")
        self.browser.form("/login/demonstration", {"personId": keeper["id"]})
        path = f"/post-systems/accounts/{ACCOUNT}"
        terms = self.json_of(path + ".json")["terms"]
        self.assertEqual(self.browser.post_json(path + "/settings", {**terms, "usesAltinn": True}).status, 204)
        try:
            told = self.send(letter({"fodselsNummer": CITIZEN}))
            self.tells(told, "Sendt til Altinn")
        finally:
            self.assertEqual(self.browser.post_json(path + "/settings", {**terms, "usesAltinn": False}).status, 204)

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

    def test_a_receiver_fetches_opens_and_acknowledges(self):
        identity = self.send(letter({"organisasjonsNummer": BERGEN}))
        self.reaches(identity, "KLAR_FOR_MOTTAK")
        waiting = json.loads(self.ask("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser", who=RECEIVER)[1])
        listed = next(each for each in waiting if each["id"] == identity)
        self.assertEqual(listed["filmetadata"][0]["filnavn"], "brev.pdf")
        path = "/" + listed["downloadUrl"].split("/", 3)[3]
        answer, message = self.ask("GET", path, who=RECEIVER)
        self.assertEqual(answer.getheader("Content-Type"), "application/zip")
        self.assertTrue(answer.getheader("Content-Disposition").startswith('attachment; filename="dokumenter-'))
        key = self.program.folder / "data/demo-mottak.key.pem"
        opened = subprocess.run(["openssl", "cms", "-decrypt", "-inform", "DER", "-binary", "-inkey", str(key)], input=message,
                                capture_output=True, check=True).stdout
        with zipfile.ZipFile(io.BytesIO(opened)) as archive:
            self.assertEqual({name: archive.read(name) for name in archive.namelist()}, {"brev.pdf": PDF})
        receipt, _ = self.ask("POST", f"/tjenester/svarinn/kvitterMottak/forsendelse/{identity}", who=RECEIVER)
        self.assertEqual(receipt.status, 200)
        self.reaches(identity, "LEST")

    def test_a_receipt_is_checked_offline_when_the_content_is_gone(self):
        identity = self.send(letter({"organisasjonsNummer": BERGEN}))
        self.reaches(identity, "KLAR_FOR_MOTTAK")
        self.ask("POST", f"/tjenester/svarinn/kvitterMottak/forsendelse/{identity}", who=RECEIVER)
        self.reaches(identity, "LEST")
        self.assertEqual(self.ask("POST", f"{V1}/slettFiler", json.dumps([identity]))[0].status, 204)
        answer, receipt = self.ask("GET", f"/dispatches/{identity}/receipt")
        self.assertEqual(answer.getheader("Content-Type"), "application/jose")
        keys = self.ask("GET", "/receipt-keys", who=None)[1]
        with tempfile.TemporaryDirectory() as folder:
            files = {"receipt.jws": receipt, "keys.json": keys, "brev.pdf": PDF, "annet.pdf": PDF + b"!"}
            paths = {name: f"{folder}/{name}" for name in files}
            for name, content in files.items():
                with open(paths[name], "wb") as file:
                    file.write(content)
            verify = ("verify", "--receipt", paths["receipt.jws"], "--keys", paths["keys.json"])
            code, said = self.program.run(*verify, paths["brev.pdf"])[:2]
            self.assertEqual(code, 0, said)
            self.assertIn("Kvitteringen holder", said)
            self.assertIn("Lest ", said)
            self.assertEqual(self.program.run(*verify, paths["annet.pdf"])[0], 1)
            with open(paths["receipt.jws"], "r+b") as file:
                file.seek(len(receipt) // 2)
                file.write(b"x" if receipt[len(receipt) // 2:len(receipt) // 2 + 1] != b"x" else b"y")
            self.assertEqual(self.program.run(*verify)[0], 1)

    def test_a_list_is_sent_from_the_command_line_and_never_twice(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/brev.pdf", "wb") as document:
                document.write(PDF)
            with open(f"{folder}/passord", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as secret:
                secret.write(SECRET + "\n")
            mark = uuid.uuid4()
            rows = [f"{CITIZEN},Eksempel,Brev {mark} {number},brev.pdf,ja" for number in range(5)]
            with open(f"{folder}/liste.csv", "w") as table:
                table.write("\n".join(["to,name,title,files,digitalOnly", *rows]) + "\n")
            send = ("send", "--server", f"http://127.0.0.1:{self.program.port}", "--account", SENDER, "--secret-file", f"{folder}/passord",
                    "--batch", f"{folder}/liste.csv")
            code, said = self.program.run(*send)[:2]
            self.assertEqual(code, 0, said)
            self.assertIn("5 sendt nå, 0 sendt før", said)
            self.assertIn("0 sendt nå, 5 sendt før", self.program.run(*send)[1])
            with open(f"{folder}/liste.csv.sent") as done:
                sent = [line.split(",")[1] for line in done]
            os.remove(f"{folder}/liste.csv.sent")  # Lost: the server still knows each key.
            self.assertEqual(self.program.run(*send)[0], 0)
            with open(f"{folder}/liste.csv.sent") as done:
                self.assertEqual([line.split(",")[1] for line in done], sent)
            for identity in sent:
                self.reaches(identity, "VARSLET")

    def keep(self, *words):
        """`samband post-systems`, beside the running program; gives what it told as a table of names and values."""
        code, said = self.program.run("post-systems", *words)
        self.assertEqual(code, 0, said)
        return dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)

    def answers_soon(self, status, who, secret):
        """What another program has changed counts within seconds."""
        limit = time.monotonic() + 10
        while (seen := self.ask("GET", "/dispatches/retention", who=who, secret=secret)[0].status) != status:
            self.assertLess(time.monotonic(), limit, f"{who} is still answered {seen}")
            time.sleep(1.2)

    def test_accounts_are_kept_from_the_command_line(self):
        name = f"konto-{uuid.uuid4().hex[:8]}"
        opened = self.keep("open", "account", "--organisation", "4601", "--name", "Prøvekonto", "--user-name", name)
        self.assertEqual(opened["brukernavn"], name)
        answer, content = self.ask("POST", f"{V1}/sendForsendelse", multipart(letter({"fodselsNummer": CITIZEN})), who=name,
                                   secret=opened["passord"], **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
        self.assertEqual(answer.status, 200, content)
        _, listed = self.program.run("post-systems", "list", "--organisation", "4601")
        self.assertIn(f"account\t{opened['id']}\t{name}\ti bruk", listed)
        self.assertNotIn(opened["passord"], listed)

        renewed = self.keep("secret", "account", opened["id"], "--overlap-hours", "0")
        self.answers_soon(401, name, opened["passord"])
        self.answers_soon(200, name, renewed["passord"])

        self.keep("close", "account", opened["id"])
        self.answers_soon(401, name, renewed["passord"])
        code, said = self.program.run("post-systems", "close", "account", opened["id"])
        self.assertEqual(code, 1, said)
        code, said = self.program.run("post-systems", "open", "account", "--organisation", "4601", "--name", "x", "--user-name", "Æ")
        self.assertEqual(code, 1, said)
        self.assertEqual(self.program.run("verify")[0], 0)

    def test_t4_a_body_in_pieces_and_t13_an_expectation_are_taken(self):
        body = multipart(letter({"fodselsNummer": CITIZEN}))
        headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Transfer-Encoding": "chunked"}
        answer, content = self.ask("POST", V1 + "/sendForsendelse", iter([body[:50], body[50:]]), **headers)
        self.assertEqual(answer.status, 200, content)
        self.send(letter({"fodselsNummer": CITIZEN}), Expect="100-continue")

    def test_who_may_not_is_told_so_by_our_own_interface(self):
        routes = [row.split() for row in self.program.run("routes")[1].splitlines() if " /dispatches" in row]
        self.assertGreater(len(routes), 3)
        for method, pattern, right in routes:
            self.assertEqual(right, "dispatch.send")
            path = pattern.replace("{dispatch}", str(uuid.UUID(int=1))).replace("{", "").replace("}", "")
            body = None if method == "GET" else b"{}"
            for who, status, code in ((None, 401, "platform.not_logged_in"), (RECEIVER, 403, "platform.right_missing")):
                with self.subTest(route=f"{method} {pattern}", who=who):
                    answer, content = self.ask(method, path, body, who=who, Accept="*/*")
                    self.assertEqual((answer.status, json.loads(content)["code"]), (status, code))

    def test_our_own_interface_takes_a_letter_once(self):
        metadata = {"title": f"Prøve {uuid.uuid4()}", "recipient": {"address": {"name": "Eksempel"}, "identityNumber": CITIZEN},
                    "isDigitalOnly": True, "documents": [{"name": "brev.pdf"}]}
        key = str(uuid.uuid4())
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Idempotency-Key": key}
        ahead = json.loads(self.ask("POST", "/dispatches?dryRun=true", multipart(metadata), **form)[1])
        self.assertEqual((ahead["wouldBeAccepted"], ahead["ways"][0]["channel"]), (True, "mailbox"))
        self.assertEqual(self.ask("GET", f"/dispatches/keys/{key}")[0].status, 404)
        answers = [self.ask("POST", "/dispatches", multipart(metadata), **form) for _ in range(3)]
        self.assertEqual({answer.status for answer, _ in answers}, {201})
        self.assertEqual(len({content for _, content in answers}), 1)
        identity = json.loads(answers[0][1])["id"]
        self.reaches(identity, "VARSLET")
        self.assertEqual(json.loads(self.ask("GET", f"/dispatches/{identity}.json")[1])["status"], "notified")
        self.assertEqual(json.loads(self.ask("GET", f"/dispatches/keys/{key}")[1])["dispatch"]["id"], identity)

    def test_an_integration_sends_with_a_token_of_its_organisation(self):
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        answer, content = self.ask_as_integration("POST", V3 + "/person", multipart(letter_of_v3()), **form)
        self.assertEqual(answer.status, 200, content)
        asked = json.dumps({"id": [json.loads(content)["id"]]})
        limit = time.monotonic() + 20
        status = None
        while status != "AKSEPTERT" and time.monotonic() < limit:
            time.sleep(0.05)
            status = json.loads(self.ask_as_integration("POST", V3 + "/status/sok", asked)[1])["statuser"][0]["status"]
        self.assertEqual(status, "AKSEPTERT")

    def token_request(self, assertion, grant="urn:ietf:params:oauth:grant-type:jwt-bearer"):
        body = urllib.parse.urlencode({"grant_type": grant, "assertion": assertion})
        answer, content = self.ask("POST", "/maskinporten/token", body, who=None, **{"Content-Type": "application/x-www-form-urlencoded"})
        return answer.status, json.loads(content)

    def test_the_demonstration_gives_tokens_as_maskinporten_does(self):
        address = f"http://127.0.0.1:{self.program.port}/maskinporten/"
        metadata = self.browser.get("/maskinporten/.well-known/oauth-authorization-server")
        if self.program.verb != "demo":
            self.assertEqual(metadata.status, 404)
            return
        self.assertEqual(metadata.json()["token_endpoint"], address + "token")
        self.assertEqual({key["kty"] for key in self.browser.get("/maskinporten/jwk").json()["keys"]}, {"RSA"})
        code, token = self.program.run("token", "--issuer", address)
        self.assertEqual(code, 0, token)
        answer, content = self.ask_as_integration("POST", V3 + "/status/sok", json.dumps({"id": ["x"]}), token.strip())
        self.assertEqual((answer.status, json.loads(content)), (200, {"statuser": []}))

    def test_a_client_with_a_certificate_of_its_organisation_gets_a_token(self):
        if self.program.verb != "demo":
            return
        with tempfile.TemporaryDirectory() as folder:
            key = SigningKey(folder)
            der = openssl("req", "-x509", "-new", "-key", key.path, "-days", "1", "-outform", "DER",
                          "-subj", f"/CN=Alstahaug kommune/serialNumber={ALSTAHAUG}")
            now = int(time.time())
            claims = {"iss": "fagsystem", "aud": f"http://127.0.0.1:{self.program.port}/maskinporten/", "scope": "ks:fiks", "iat": now,
                      "exp": now + 120, "jti": str(uuid.uuid4())}
            assertion = key.token(claims, certificate=base64.b64encode(der).decode())
        status, given = self.token_request(assertion)
        self.assertEqual((status, given.get("scope"), given.get("token_type")), (200, "ks:fiks", "Bearer"), given)
        answer, content = self.ask_as_integration("POST", V3 + "/status/sok", json.dumps({"id": ["x"]}), given["access_token"])
        self.assertEqual(answer.status, 200, content)
        self.assertEqual(self.token_request(assertion)[1]["error"], "invalid_grant")
        self.assertEqual(self.token_request(assertion, "password"), (400, {"error": "unsupported_grant_type", "error_description":
                         "Det ble ikke gitt noe token: tilgangstypen må være jwt-bearer."}))

    def test_tokens_are_told_apart_from_integrations(self):
        for changed, code, words in (({"IntegrasjonId": None}, "INTEGRATION_WRONG", "Autentisering feilet for integrasjon"),
                                     ({"IntegrasjonPassord": "feil"}, "INTEGRATION_WRONG", "Autentisering feilet for integrasjon"),
                                     ({"Authorization": None}, "NOT_LOGGED_IN", "Klarte ikke å validere access_token"),
                                     ({"token": self.issuer.token("ks:fiks", BERGEN)}, "INTEGRATION_WRONG", INTEGRATION),
                                     ({"token": self.issuer.token("ks:fiks", ALSTAHAUG, aud="https://other.example")},
                                      "TOKEN_AUDIENCE_WRONG", "Klarte ikke å validere access_token"),
                                     ({"token": self.issuer.token("samband:read", ALSTAHAUG)}, "TOKEN_SCOPE_MISSING", "access_token")):
            with self.subTest(changed=list(changed)):
                answer, content = self.ask_as_integration("POST", V3 + "/status/sok", "{}", **changed)
                said = json.loads(content)
                self.assertEqual((answer.status, said["errorCode"]), (401, code), content)
                self.assertIn(words, said["message"])

    def test_a_gateway_sends_over_soap_with_an_attachment_in_pieces(self):
        identity = str(uuid.uuid4())
        message = f"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>
            <n:sendForsendelseMedId xmlns:n="http://www.ks.no/svarut/servicesV9"><forsendelse><dokumenter><data>
            <x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:1%40a.example"/></data><filnavn>brev.pdf</filnavn>
            <mimetype>application/pdf</mimetype></dokumenter><kunDigitalLevering>true</kunDigitalLevering><mottaker><digitalAdresse>
            <fnr>{CITIZEN}</fnr></digitalAdresse><postAdresse><navn>Eksempel</navn></postAdresse></mottaker><tittel>{identity}</tittel>
            </forsendelse><forsendelsesid>{identity}</forsendelsesid></n:sendForsendelseMedId></s:Body></s:Envelope>"""
        lines = [f"--{BOUNDARY}", "Content-Type: application/xop+xml; charset=UTF-8", "Content-ID: <root@a.example>", "", message,
                 f"--{BOUNDARY}", "Content-Type: application/octet-stream", "Content-Transfer-Encoding: binary", "Content-ID: <1@a.example>",
                 "", ""]
        body = "\r\n".join(lines).encode() + PDF + f"\r\n--{BOUNDARY}--\r\n".encode()
        form = {"Content-Type": f'multipart/related; type="application/xop+xml"; boundary="{BOUNDARY}"', "Transfer-Encoding": "chunked"}
        answer, content = self.ask("POST", SOAP, iter([body[:100], body[100:]]), **form)
        self.assertEqual(answer.status, 200, content)
        self.assertIn(f"<return>{identity}</return>", content.decode())
        self.reaches(identity, "VARSLET")
        answer, content = self.ask("POST", SOAP, "<a/>", who=None, **{"Content-Type": "application/soap+xml"})
        self.assertEqual((answer.status, b"soap:Fault" in content), (401, True), content)
        self.assertIn(b"retreiveForsendelseTyper", self.ask("GET", SOAP + "?wsdl", who=None)[1])

    def test_what_is_no_form_is_not_held_in_memory_without_end(self):
        for path, kind, size in ((V1 + "/sendForsendelse", "application/json", 2 << 20), (SOAP, "application/soap+xml", 17 << 20)):
            with self.subTest(path=path):
                answer, content = self.ask("POST", path, b" " * size, **{"Content-Type": kind})
                self.assertIn(answer.status, (413, 500), content)
                self.assertTrue(b"BODY_TOO_LARGE" in content or b"soap:Fault" in content, content)

    def test_who_may_not_is_told_so_in_the_protocols_words(self):
        v1 = ({"errorcode", "message"}, "Basic ")
        fiks = {"timestamp", "status", "error", "errorId", "path", "message", "errorCode"}
        protocols = {"/tjenester/svarinn/v2": (fiks, "Basic "), "/tjenester/": v1, "/api/svarinn": (fiks, "Basic "), "/api/v": (fiks, "Bearer ")}
        rows = [row.split() for row in self.program.run("routes")[1].splitlines()
                if any(f" {start}" in row for start in protocols) and SOAP not in row]
        self.assertGreater(len(rows), 35)
        met = set()
        for method, pattern, right in rows:
            start = next(start for start in protocols if pattern.startswith(start))
            members, challenge = protocols[start]
            path = pattern.replace("{forsendelse}", str(uuid.UUID(int=1))).replace("{", "").replace("}", "")
            other = RECEIVER if right == "dispatch.send" else SENDER
            body = None if method == "GET" else b"[]"
            # Wrong names are counted, and too many shut the door: one for each protocol is enough.
            strangers = [] if start in met else [(SENDER + str(uuid.uuid4()), 401)]
            met.add(start)
            for who, status in ((None, 401), *strangers, (other, 403)):
                with self.subTest(route=f"{method} {pattern}", who=who):
                    answer, content = self.ask(method, path, body, who=who)
                    self.assertEqual(answer.status, status, content)
                    self.assertEqual(set(json.loads(content)), members)
                    if status == 401:
                        self.assertTrue(answer.getheader("WWW-Authenticate").startswith(challenge))
