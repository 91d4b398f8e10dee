"""Digital post from systems that prove themselves: from the command line, with tokens, over SOAP; and how they are kept."""
import base64
import json
import os
import tempfile
import time
import urllib.parse
import uuid

from post_office import (PostOffice, ALSTAHAUG, BERGEN, BOUNDARY, CITIZEN, INTEGRATION, letter, letter_of_v3,
                         multipart, PDF, SECRET, SENDER, SOAP, V1, V3)
from signing_key import SigningKey, openssl


class PostSystems(PostOffice):
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

    def test_a_large_file_goes_ahead_of_its_letter(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/stor.pdf", "wb") as document:
                document.write(PDF + b"\n" * 20_000_000)
            with open(f"{folder}/passord", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as secret:
                secret.write(SECRET + "\n")
            code, said = self.program.run("send", "--server", f"http://127.0.0.1:{self.program.port}", "--account", SENDER, "--secret-file", f"{folder}/passord",
                                          "--to", CITIZEN, "--name", "Eksempel", "--title", f"Stort {uuid.uuid4()}", f"{folder}/stor.pdf")[:2]
            self.assertEqual(code, 0, said)
            self.reaches(said.strip(), "VARSLET")

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

    def test_a_department_gets_its_post_where_its_organisation_wants_it(self):
        listed = json.loads(self.ask("GET", f"/dispatches/departments?organisationNumber={ALSTAHAUG}")[1])
        self.assertEqual([row["key"] for row in listed["departments"]], ["barnehage", "byggesak"])

        def ways(**more):
            metadata = {"title": f"Prøve {uuid.uuid4()}", "recipient": {"organisationNumber": ALSTAHAUG, "address": {"name": "Alstahaug"}},
                        "isDigitalOnly": True, "documents": [{"name": "brev.pdf"}], **more}
            answer, content = self.ask("POST", "/dispatches?dryRun=true", multipart(metadata),
                                       **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
            self.assertEqual(answer.status, 200, content)
            told = json.loads(content)
            return [row["channel"] for row in told["ways"]], [fault["code"] for fault in told["faults"]]

        self.assertEqual(ways(department="byggesak", dispatchType="Byggesøknad"), (["receiver", "mailbox"], []))
        self.assertEqual(ways(department="barnehage", dispatchType="Byggesøknad"), (["mailbox"], []))
        self.assertEqual(ways(department="havnevesen")[1], ["dispatch.department_not_found"])
