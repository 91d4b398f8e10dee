"""Digital post over the wire, as the systems of senders and receivers speak: by curl and with the openssl command, in pieces, with an
expectation first, and by those who may not."""
import base64
import hashlib
import io
import json
import os
import subprocess
import tempfile
import time
import uuid
import zipfile

from post_office import PostOffice, ACCOUNT, BERGEN, BOUNDARY, CITIZEN, letter, multipart, PDF, RECEIVER, RESERVED, SECRET, SENDER, SOAP, V1, V3
from signing_key import openssl


class Post(PostOffice):
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

    def test_the_same_content_goes_to_several_each_by_their_own_way(self):
        mailing = {"title": f"Prøve {uuid.uuid4()}", "documents": [{"name": "brev.pdf"}], "isDigitalOnly": True,
                   "recipients": [{"address": {"name": "Eksempel"}, "identityNumber": CITIZEN}, {"address": {"name": "Bergen"}, "organisationNumber": BERGEN}]}
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        ahead = json.loads(self.ask("POST", "/dispatches/mailings?dryRun=true", multipart(mailing), **form)[1])
        self.assertEqual({way["channel"]: way["letters"] for way in ahead["ways"]}, {"receiver": 1, "mailbox": 1})
        answer, content = self.ask("POST", "/dispatches/mailings", multipart(mailing), **form)
        self.assertEqual(answer.status, 201, content)
        letters = [each["id"] for each in json.loads(content)["letters"]]
        self.reaches(letters[0], "VARSLET")
        self.reaches(letters[1], "KLAR_FOR_MOTTAK")
        shown = json.loads(self.ask("GET", answer.getheader("Location"))[1])
        self.assertEqual([each["id"] for each in shown["letters"]], letters)
        again, refusal = self.ask("POST", "/dispatches/mailings", multipart(mailing), **form)
        self.assertEqual((again.status, len(json.loads(refusal)["errors"])), (422, 2), refusal)

    def test_what_is_no_form_is_not_held_in_memory_without_end(self):
        for path, kind, size in ((V1 + "/sendForsendelse", "application/json", 2 << 20), (SOAP, "application/soap+xml", 17 << 20)):
            with self.subTest(path=path):
                answer, content = self.ask("POST", path, b" " * size, **{"Content-Type": kind})
                self.assertIn(answer.status, (413, 500), content)
                self.assertTrue(b"BODY_TOO_LARGE" in content or b"soap:Fault" in content, content)

    def test_what_is_not_there_is_told_in_the_protocols_words(self):
        v1, fiks = {"errorcode", "message"}, {"timestamp", "status", "error", "errorId", "path", "message", "errorCode"}
        for method, path, status, members in (("GET", V1 + "/finnesikke/x/y", 404, v1), ("DELETE", V1 + "/sendForsendelse", 405, v1),
                                              ("GET", "/tjenester/svarinn/finnesikke", 404, v1), ("GET", "/api/v2/finnesikke", 404, fiks),
                                              ("PUT", "/api/v2/forsendelsestyper", 405, fiks), ("GET", V3 + "/finnesikke", 404, fiks)):
            with self.subTest(f"{method} {path}"):
                answer, content = self.ask(method, path)
                self.assertEqual(answer.status, status, content)
                self.assertEqual(set(json.loads(content)), members)
        answer, content = self.ask("GET", SOAP + "/finnesikke")
        self.assertEqual((answer.status, answer.getheader("Content-Type").split(";")[0]), (500, "application/soap+xml"), content)
        self.assertIn(b"Fault", content)

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
