"""Black-box tests: the real program, a real port, a real database. Usage: tests/api/run.py PROGRAM

Runs every test against `samband demo`, then against `samband serve` on what the demonstration left, where the same
invented people log in through an OpenID provider (tests/openid_provider.py): on SQLite, and on PostgreSQL when
SAMBAND_TEST_POSTGRESQL names a server (tools/with_postgresql.py starts one).
"""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import uuid
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from machines import Machines  # noqa: E402
from migrating import Migrating  # noqa: E402
from oparl import Oparl  # noqa: E402
from openid_provider import Provider  # noqa: E402
from post import Post  # noqa: E402
from post_systems import PostSystems  # noqa: E402
from program import Program, identity_number_of, redirected  # noqa: E402
from refusals import Refusals  # noqa: E402
from token_issuer import TokenIssuer  # noqa: E402
from two_programs import TwoPrograms, pair  # noqa: E402
from visiting import Visiting, new_case  # noqa: E402

ATOM = "{http://www.w3.org/2005/Atom}"
CASE = "/cases/19-03109"


class Outside(Visiting):
    """What anybody meets."""

    # --- Reading ---

    def test_it_is_alive_and_ready(self):
        self.assertEqual(self.browser.get("/health/live").status, 200)
        self.assertEqual(self.browser.get("/health/ready").status, 200)
        self.assertIn("http_requests_total", self.browser.get("/metrics").text)

    def test_a_case_is_the_same_by_suffix_and_by_accept(self):
        by_suffix = self.browser.get(CASE + ".json")
        by_accept = self.browser.get(CASE, Accept="application/json")
        self.assertEqual(by_suffix.json(), by_accept.json())
        self.assertEqual(by_suffix.json()["number"], "19/03109")
        self.assertIn("<h1", self.browser.get(CASE).text)
        self.assertIn("accept", by_accept.header("Vary").lower())

    def test_the_page_speaks_both_written_forms(self):
        self.assertIn('lang="nb"', self.browser.get("/cases").text[:300])
        self.assertIn('lang="nn"', self.browser.get("/nn/cases").text[:300])

    def test_feeds_and_calendars_are_well_formed(self):
        feed = ElementTree.fromstring(self.browser.get("/cases.atom").body)
        self.assertEqual(feed.tag, ATOM + "feed")
        entries = feed.findall(ATOM + "entry")
        self.assertTrue(entries)
        for entry in entries:
            for part in ("id", "title", "updated"):
                self.assertTrue(entry.find(ATOM + part).text)
        calendar = self.browser.get("/calendar.ics").text
        self.assertTrue(calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.endswith("END:VCALENDAR\r\n"))
        self.assertIn("BEGIN:VEVENT", calendar)

    def test_an_unchanged_page_is_not_sent_again(self):
        tag = self.browser.get(CASE + ".json").header("ETag")
        again = self.browser.get(CASE + ".json", If_None_Match=tag)
        self.assertEqual((again.status, again.body), (304, b""))

    def test_a_page_is_compressed_on_request(self):
        packed = self.browser.get(CASE, Accept_Encoding="gzip")
        self.assertEqual(packed.header("Content-Encoding"), "gzip")
        self.assertIn("19/03109", gzip.decompress(packed.body).decode())

    def test_every_page_carries_the_strict_policy(self):
        for path in ("/", CASE, "/nowhere"):
            headers = self.browser.get(path).headers
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_search_finds_bent_words(self):
        titles = [hit["title"] for hit in self.json_of("/search.json?q=digitaliseringsomr%C3%A5dene")["hits"]]
        self.assertTrue(any("digitaliseringsområdet" in title for title in titles), titles)

    def test_an_old_number_leads_to_its_successors(self):
        page = self.browser.get("/organisations/1507")
        for _ in range(3):
            if page.status in (301, 302, 303, 307, 308):
                page = self.browser.get(page.header("Location"))
        self.assertEqual(page.status, 200)
        for number in ("1508", "1580"):
            self.assertIn(number, page.text)

    def test_the_whole_sector_is_there(self):
        text = self.browser.get("/organisations.csv?kind=municipality").text
        self.assertGreaterEqual(len(text.strip().split("\n")), 358)

    def test_the_api_describes_itself(self):
        document = self.json_of("/openapi.json")
        self.assertEqual(document["openapi"], "3.1.0")
        self.assertIn("post", document["paths"]["/cases"])

    # --- Requests that are wrong ---

    def test_what_is_not_there_is_a_problem(self):
        self.problem(self.browser.get("/nowhere", Accept="application/json"), 404, "platform.path_not_found")
        self.problem(self.browser.get("/cases/99-99999.json"), 404, "governance.case_not_found")

    def test_a_wrong_method_is_told_the_right_ones(self):
        answer = self.browser.request("DELETE", "/cases", headers={"Accept": "application/json"})
        self.assertEqual(answer.status, 405)
        self.assertIn("POST", answer.header("Allow"))

    def test_a_form_without_its_token_is_refused(self):
        self.browser.log_in("secretariat")
        answer = self.browser.request("POST", "/me/role", "holdingId=", {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"})
        self.problem(answer, 403, "platform.form_expired")

    def test_writing_needs_somebody(self):
        answer = self.browser.post_json("/cases", {})
        self.assertEqual(answer.status, 401, answer.text[:300])

    def test_all_faults_come_at_once(self):
        self.browser.log_in("secretariat")
        wrong = {**new_case("x" * 201, "not-an-id"), "surprise": 1, "isStrategic": "perhaps"}
        said = self.problem(self.browser.post_json("/cases", wrong), 422, "platform.request_faulty")
        self.assertLessEqual({"#/title", "#/surprise", "#/isStrategic", "#/ownerBodyId"}, {fault["pointer"] for fault in said["errors"]})

    def test_text_that_is_no_json_says_where(self):
        self.browser.log_in("secretariat")
        sent = {"Content-Type": "application/json", "Accept": "application/json", "X-CSRF-Token": self.browser.csrf_token()}
        self.problem(self.browser.request("POST", "/cases", '{"title": ', sent), 400, "platform.body_not_json")

    # --- Writing ---

    def body(self):
        return self.json_of("/bodies.json")["bodies"][0]["id"]

    def test_the_same_key_makes_one_case(self):
        self.browser.log_in("secretariat")
        key, body = str(uuid.uuid4()), self.body()
        first = self.browser.post_json("/cases", new_case("Prøve av nøkkel", body), Idempotency_Key=key)
        again = self.browser.post_json("/cases", new_case("Prøve av nøkkel", body), Idempotency_Key=key)
        self.assertEqual((first.status, again.status), (201, 201), first.text[:600])
        self.assertEqual(first.header("Location"), again.header("Location"))
        other = self.browser.post_json("/cases", new_case("En annen sak", body), Idempotency_Key=key)
        self.problem(other, 409, "platform.request_key_reused")

    def test_a_planned_case_is_public_at_once(self):
        self.browser.log_in("secretariat")
        title = f"Prøve av åpenhet {uuid.uuid4()}"
        made = self.browser.post_json("/cases", new_case(title, self.body()))
        self.assertEqual(made.status, 201, made.text[:600])
        anonymous = self.program.browser()
        self.assertIn(title, anonymous.get(made.header("Location")).text)
        self.assertIn(title, anonymous.get("/cases.atom").text)

    def test_a_citizen_may_not_plan(self):
        body = self.body()
        self.browser.log_in("citizen")
        self.assertEqual(self.browser.post_json("/cases", new_case("Nei", body)).status, 403)

    def test_following_leads_back_to_the_case(self):
        self.browser.log_in("citizen")
        case = self.json_of(CASE + ".json")
        answer = self.browser.form("/follows", {"subjectKind": "case", "subjectId": case["id"]})
        self.assertEqual((answer.status, answer.header("Location")), (303, CASE))
        self.assertIn("digitaliseringsområdet", self.browser.get("/me/following").text)

    # --- Proof ---

    def test_a_case_proves_itself_from_its_file_alone(self):
        file = self.program.folder / "case.json"
        file.write_bytes(self.browser.get(CASE + "/export.json").body)
        self.assertEqual(self.verify(file), 0)
        changed = bytearray(file.read_bytes())
        changed[len(changed) // 2] ^= 1
        file.write_bytes(bytes(changed))
        self.assertEqual(self.verify(file), 1)

    def verify(self, file):
        return subprocess.run([self.program.program, "verify", "--offline", str(file)], capture_output=True, check=False).returncode

    def test_the_journal_verifies_beside_the_running_program(self):
        code, said = self.program.run("verify")
        self.assertEqual(code, 0, said)

    def test_a_look_from_beside_takes_nothing_away(self):
        """The last process to leave an SQLite database removes its log; one that is only looking on is not the last."""
        data = self.program.folder / "data"

        def log():
            return (data / "samband.db-wal").stat().st_ino if (data / "samband.db").exists() else None
        before = log()
        for verb in ("routes", "verify", "doctor"):
            self.program.run(verb)
            self.assertEqual(log(), before, verb)

    def test_a_copy_taken_while_running_is_whole(self):
        copy = self.program.folder / f"copy-{uuid.uuid4()}"
        code, said = self.program.run("backup", str(copy))
        self.assertEqual(code, 0, said)
        self.assertTrue((copy / "master.key").exists())


class Served(Outside):
    """The same, and what holds of a program that is no demonstration."""

    def test_nobody_enters_by_being_invented(self):
        people = self.json_of("/login.json")
        self.assertEqual(people["people"], [])
        person = self.program.people[0]
        sent = {"Content-Type": "application/json", "Accept": "application/json"}
        answer = self.browser.request("POST", "/login/demonstration", json.dumps({"personId": person["id"]}), sent)
        self.problem(answer, 403, "identity.person_not_invented")

    def test_a_code_is_good_once(self):
        left = self.browser.get("/login/start")
        back = redirected_path(left.header("Location") + "&pid=" + identity_number_of(self.program.people[0]["name"]))
        carried = dict(self.browser.cookies)
        self.browser.get(back)
        self.assertIn("samband", self.browser.cookies)
        self.browser.cookies = carried
        self.browser.get(back)
        self.assertNotIn("samband", self.browser.cookies)


def redirected_path(address):
    back = urllib.parse.urlsplit(redirected(address))
    return f"{back.path}?{back.query}"


def run_tests(program, issuer, tests, name):
    Visiting.program, Visiting.issuer = program, issuer
    print(f"api: {name}", flush=True)
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    return unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(unittest.TestSuite(load(kind) for kind in tests))


def run_on(path, name, flags):
    """The demonstration fills the database; what serves it afterwards must answer as it did."""
    with tempfile.TemporaryDirectory(prefix="samband-api-") as folder, Provider() as provider, TokenIssuer() as issuer:
        flags = [*flags, *issuer.flags()]
        with Program(path, folder=folder, flags=flags) as demonstration:
            people = demonstration.browser().invented_people()
            results = [run_tests(demonstration, issuer, [Outside, Post, PostSystems], f"samband demo on {name}")]
        serving = Program(path, verb="serve", folder=folder, flags=[*flags, *provider.flags()])
        serving.people = people
        with serving:
            results.append(run_tests(serving, issuer, [Served, Machines, Post, PostSystems, Migrating, Refusals, Oparl], f"samband serve on {name}"))
        if name == "PostgreSQL":
            first, second = TwoPrograms.programs = pair(path, folder, flags)
            with first, second:
                results.append(run_tests(first, issuer, [TwoPrograms], f"two programs on one {name}"))
    for program in (demonstration, serving):
        assert program.process.returncode == 0, "SIGTERM did not end the program well"
    return results


def main(path):
    results = run_on(path, "SQLite", [])
    server = os.environ.get("SAMBAND_TEST_POSTGRESQL")
    if server:
        name = f"samband_api_{os.getpid()}"
        subprocess.run(["psql", "-q", server, "-c", f"CREATE DATABASE {name}"], check=True)
        results += run_on(path, "PostgreSQL", ["--database", with_database(server, name)])
        subprocess.run(["psql", "-q", server, "-c", f"DROP DATABASE {name} WITH (FORCE)"], check=True)
    failed = sum(len(result.failures) + len(result.errors) for result in results)
    print(f"{sum(result.testsRun for result in results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def with_database(url, name):
    """The same server, another database: the path of a URL, before its query."""
    address, question, query = url.partition("?")
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/{name}{question}{query}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
