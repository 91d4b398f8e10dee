"""Plants an error code that is missing in each of the three lists."""
import unittest

from check_problems import compare


class Problems(unittest.TestCase):
    def said(self, declared, documented, provoked):
        return "\n".join(compare(declared, documented, provoked))

    def test_three_equal_lists_are_silent(self):
        self.assertEqual(self.said({"a.b": "b"}, ["a.b"], 'EXPECT_EQ(code, "a.b")'), "")

    def test_a_test_may_name_the_constant(self):
        self.assertEqual(self.said({"a.b": "b"}, ["a.b"], "EXPECT_EQ(code, a::b.name)"), "")

    def test_a_code_without_paragraph_is_named(self):
        self.assertIn("no paragraph", self.said({"a.b": "b"}, [], '"a.b"'))

    def test_a_paragraph_without_code_is_named(self):
        self.assertIn("no code gives it", self.said({}, ["a.b"], ""))

    def test_a_paragraph_that_stands_twice_is_named(self):
        self.assertIn("twice", self.said({"a.b": "b"}, ["a.b", "a.b"], '"a.b"'))

    def test_a_code_that_no_test_provokes_is_named(self):
        self.assertIn("no test provokes it", self.said({"a.b": "b"}, ["a.b"], ""))


if __name__ == "__main__":
    unittest.main()
