"""What the black-box tests share: a visitor of the running program, and how to look at its problems."""
import unittest


class Visiting(unittest.TestCase):
    """One program serves all tests of a database; machines take their tokens from its issuer."""

    program = None
    issuer = None

    def setUp(self):
        self.browser = self.program.browser()

    def json_of(self, path, browser=None):
        answer = (browser or self.browser).get(path, Accept="application/json")
        self.assertEqual(answer.status, 200, answer.text[:500])
        return answer.json()

    def problem(self, answer, status, code):
        self.assertEqual((answer.status, answer.header("Content-Type")), (status, "application/problem+json"), answer.text[:500])
        said = answer.json()
        self.assertEqual((said["code"], said["status"]), (code, status))
        for field in ("type", "title", "detail", "instance"):
            self.assertTrue(said[field])
        return said


def new_case(title, body):
    return {"language": "nb", "title": title, "summary": "En prøve.", "background": "", "themes": [], "isStrategic": False,
            "points": ["Saken tas til orientering."], "owner": "ks", "ownerBodyId": body,
            "steps": [{"bodyId": body, "plannedDay": "2027-03-04"}],
            "concerns": [{"scope": "municipalities", "reason": "Gjelder alle kommuner."}], "shields": []}
