"""Plants slips, also inside identifiers."""
import shutil
import unittest

from check_spelling import check, split_words


class Spelling(unittest.TestCase):
    def setUp(self):
        self.assertTrue(shutil.which("codespell"), "codespell is not installed; tools/setup test installs it")

    def test_identifiers_are_split(self):
        self.assertEqual(split_words("STALE_THRESHOLD findCase"), "stale threshold find case")

    def test_a_slip_in_an_identifier_is_found(self):
        self.assertIn("treshold", "\n".join(check([("a.cpp", "int STALE_TRESHOLD;")], [])))

    def test_a_slip_in_a_comment_is_found(self):
        self.assertIn("recieve", "\n".join(check([("a.cpp", "// will recieve it")], [])))

    def test_allowed_words_are_silent(self):
        self.assertEqual(check([("a.cpp", "int treshold;")], ["treshold"]), [])


if __name__ == "__main__":
    unittest.main()
