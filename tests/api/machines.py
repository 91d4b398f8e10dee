"""Systems that come with a token in Maskinporten's form: what their scopes give, and every token that must not be believed."""
import time
import uuid

from visiting import Visiting, new_case

BERGEN, OSLO = "964338531", "958935420"
INVALID = 'Bearer realm="samband", error="invalid_token"'
INSUFFICIENT = 'Bearer realm="samband", error="insufficient_scope"'


class Machines(Visiting):
    @classmethod
    def setUpClass(cls):
        """The issuer gets a new key before any token of an unknown one: that makes the program ask for keys, once a minute."""
        def is_known():
            answer = cls.program.browser().get("/cases", Authorization=f"Bearer {cls.issuer.token()}", Accept="application/json")
            return answer.status == 200
        assert is_known(), "the first key of the issuer is not believed"
        cls.issuer.exchange_key()
        assert is_known(), "the new key of the issuer is not believed"

    def send(self, token, method="GET", path="/cases", value=None, scheme="Bearer"):
        browser = self.program.browser()
        headers = {"Authorization": f"{scheme} {token}", "Accept": "application/json"}
        if value is None:
            return browser.request(method, path, headers=headers)
        return browser.post_json(path, value, Authorization=headers["Authorization"])

    def case_of_bergen(self, title):
        return {**new_case(title, self.json_of("/bodies.json")["bodies"][0]["id"]), "owner": "4601"}

    def refused(self, token, status, code, challenge=INVALID):
        """Neither when reading what is open to everybody nor when changing something."""
        for answer in (self.send(token), self.send(token, value=self.case_of_bergen("Nei"))):
            self.problem(answer, status, code)
            self.assertEqual(answer.header("WWW-Authenticate"), challenge)
            self.assertEqual(answer.header("Cache-Control"), "no-store")

    # --- What a token gives ---

    def test_reading_needs_no_more_than_a_good_token(self):
        self.assertEqual(self.send(self.issuer.token()).status, 200)
        self.assertEqual(self.send(self.issuer.token(), scheme="bearer").status, 200)

    def test_a_scope_gives_what_it_is_for(self):
        token = self.issuer.token("samband:cases.write")
        title = f"Planlagt av et fagsystem {uuid.uuid4()}"
        made = self.send(token, value=self.case_of_bergen(title))
        self.assertEqual(made.status, 201, made.text[:600])
        self.assertIn(title, self.browser.get(made.header("Location")).text)

    def test_a_scope_gives_it_for_its_own_organisation_only(self):
        for number, status in ((BERGEN, 201), (OSLO, 403)):
            token = self.issuer.token("samband:cases.write", number)
            answer = self.send(token, value=self.case_of_bergen(f"Sak {uuid.uuid4()}"))
            self.assertEqual(answer.status, status, answer.text[:600])

    def test_a_token_for_several_audiences_may_name_us_among_them(self):
        token = self.issuer.token(aud=["https://other.example", "https://samband.example"])
        self.assertEqual(self.send(token).status, 200)

    def test_clocks_may_differ_a_little(self):
        self.assertEqual(self.send(self.issuer.token(iat=int(time.time()) + 5)).status, 200)

    def test_another_scope_is_not_enough(self):
        answer = self.send(self.issuer.token("samband:read"), value=self.case_of_bergen("Nei"))
        self.problem(answer, 403, "platform.right_missing")
        self.assertEqual(answer.header("WWW-Authenticate"), INSUFFICIENT)

    def test_following_is_for_the_organisation(self):
        case = self.json_of("/cases/19-03109.json")["id"]
        wanted = {"subjectKind": "case", "subjectId": case}
        answer = self.send(self.issuer.token("samband:follow", BERGEN), path="/follows", value=wanted)
        self.assertEqual(answer.status, 303, answer.text[:600])
        self.problem(self.send(self.issuer.token("samband:cases.write", BERGEN), path="/follows", value=wanted), 403, "platform.right_missing")
        self.problem(self.send(self.issuer.token("samband:follow", BERGEN), path="/me"), 403, "platform.right_missing")

    def test_a_token_goes_before_a_session(self):
        self.browser.log_in("secretariat")
        answer = self.browser.get("/me", Authorization=f"Bearer {self.issuer.token()}", Accept="application/json")
        self.problem(answer, 403, "platform.right_missing")

    # --- Tokens that are not believed ---

    def test_a_token_that_nobody_signed(self):
        token = self.issuer.key.token(self.issuer.claims(), algorithm="none")
        self.refused(token, 401, "platform.token_algorithm_refused")

    def test_a_token_signed_with_our_public_key_as_a_secret(self):
        token = self.issuer.key.token(self.issuer.claims(), algorithm="HS256")
        self.refused(token, 401, "platform.token_algorithm_refused")

    def test_a_token_without_its_signature(self):
        self.refused(self.issuer.token().rpartition(".")[0] + ".", 401, "platform.token_signature_wrong")

    def test_a_token_that_was_changed(self):
        head, _, signature = self.issuer.token().split(".")
        _, claims, _ = self.issuer.token("samband:cases.write").split(".")
        self.refused(f"{head}.{claims}.{signature}", 401, "platform.token_signature_wrong")

    def test_a_token_of_a_key_that_is_not_published(self):
        self.refused(self.issuer.make_key().token(self.issuer.claims()), 401, "platform.token_key_unknown")

    def test_a_token_of_another_key_of_the_same_name(self):
        other = self.issuer.make_key().token(self.issuer.claims(), key_id=self.issuer.key.id)
        self.refused(other, 401, "platform.token_signature_wrong")

    def test_a_token_of_another_issuer(self):
        self.refused(self.issuer.token(iss="https://other.example/"), 401, "identity.token_issuer_wrong")

    def test_a_token_for_others(self):
        for audience in ("https://other.example", ["https://other.example"], None):
            self.refused(self.issuer.token(aud=audience), 401, "identity.token_audience_wrong")

    def test_a_token_that_has_expired(self):
        for moment in (int(time.time()) - 1, None):
            self.refused(self.issuer.token(exp=moment), 401, "identity.token_expired")

    def test_a_token_that_is_not_valid_yet(self):
        later = int(time.time()) + 600
        for changed in ({"iat": later}, {"nbf": later}):
            self.refused(self.issuer.token(exp=later + 60, **changed), 401, "identity.token_not_yet_valid")

    def test_a_token_without_a_scope_of_ours(self):
        for scope in ("other:thing", "", None):
            self.refused(self.issuer.token(scope), 403, "identity.token_scope_missing", INSUFFICIENT)

    def test_a_token_of_an_organisation_that_is_not_here(self):
        self.refused(self.issuer.token(organisation="999999999"), 403, "identity.organisation_unknown", INSUFFICIENT)

    def test_a_token_of_no_organisation(self):
        for consumer in (None, {"authority": "other", "ID": f"0192:{BERGEN}"}, {"authority": "iso6523-actorid-upis", "ID": BERGEN}, BERGEN):
            self.refused(self.issuer.token(consumer=consumer), 401, "identity.token_consumer_missing")

    def test_what_is_no_token(self):
        good = self.issuer.token()
        for garbage in ("garbage", "a.b.c", "..", good + ".x", good.replace(".", "!", 1), "x" * 20000, "æøå".encode().decode("latin-1")):
            answer = self.send(garbage)
            self.assertIn(answer.status, (400, 401, 431), garbage[:40])
            if answer.status == 401:
                self.problem(answer, 401, "platform.token_malformed")

    def test_no_token_is_told_that_one_may_be_sent(self):
        answer = self.browser.post_json("/cases", {})
        self.problem(answer, 401, "platform.not_logged_in")
        self.assertEqual(answer.header("WWW-Authenticate"), 'Bearer realm="samband"')
