"""From v1 to v3 by machine: the account's name and secret and a token give an integration that sends."""
import json
import uuid

from post_office import ALSTAHAUG, BOUNDARY, CITIZEN, letter_of_v3, multipart, PostOffice

WAY_OVER = "/svarut-konfigurasjon/api/v1/migrering/integrasjoner"


class Migrating(PostOffice):
    def migrate(self, token, **who):
        return self.ask("POST", WAY_OVER, json.dumps({"maskinportenToken": token}), **who, **{"Content-Type": "application/json"})

    def test_an_account_gets_an_integration_and_sends_with_it_over_v3(self):
        token = self.issuer.token("ks:fiks", ALSTAHAUG, aud=None)
        answer, content = self.migrate(token)
        self.assertEqual(answer.status, 200, content)
        self.assertEqual(answer.getheader("Cache-Control"), "no-store")
        given = json.loads(content)
        proof = {"Authorization": f"Bearer {token}", "IntegrasjonId": given["id"], "IntegrasjonPassord": given["passord"]}
        answer, content = self.ask("POST", f"/api/v3/kontoer/{given['kontoId']}/forsendelser/person", multipart(letter_of_v3(f"Flyttet {uuid.uuid4()}")),
                                   who=None, **proof, **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
        self.assertEqual(answer.status, 200, content)
        self.assertIn(b'"id"', content)
        self.assertNotIn(CITIZEN.encode(), content)

    def test_without_either_nothing_is_given(self):
        self.assertEqual(self.migrate("ikke.et.token")[0].status, 401)
        self.assertEqual(self.migrate(self.issuer.token("ks:fiks", ALSTAHAUG, aud=None), secret="feil-hemmelighet")[0].status, 401)
