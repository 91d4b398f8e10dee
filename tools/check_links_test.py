"""Plants links that lead nowhere."""
import pathlib
import tempfile
import unittest

from check_links import faults


class Links(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        (self.root / "there.md").write_text("# A `heading` here\n")

    def said(self, text):
        (self.root / "page.md").write_text(text)
        return list(faults(self.root, pathlib.Path("page.md"), text))

    def test_a_missing_file_is_named(self):
        self.assertIn("no such file", self.said("see [it](gone.md)")[0])

    def test_a_missing_picture_is_named(self):
        self.assertIn("no such file", self.said("![it](gone.png)")[0])

    def test_a_missing_heading_is_named(self):
        self.assertIn("no such heading", self.said("see [it](there.md#elsewhere)")[0])

    def test_what_is_there_is_silent(self):
        self.assertEqual(self.said("see [it](there.md#a-heading-here) and [web](https://example.org)"), [])

    def test_code_is_not_read(self):
        self.assertEqual(self.said("```\n[it](gone.md)\n```\n"), [])


if __name__ == "__main__":
    unittest.main()
