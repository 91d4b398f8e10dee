"""Plants what the house rules forbid and expects to hear of it; plants what they allow and expects silence."""
import unittest

from check_house_rules import LINES_PER_FILE_MAX, RULES, faults

PLANTED = [
    ("governance/actions/plan_case.cpp", "auto now = std::chrono::system_clock::now();", "Clock&"),
    ("governance/actions/plan_case.cpp", "std::random_device device;", "Random&"),
    ("governance/tests/plan_case_test.cpp", "std::this_thread::sleep_for(1s);", "nothing sleeps"),
    ("governance/http/cases.cpp", "} catch (...) {", "borders"),
    ("governance/http/cases.cpp", 'tx.query("SELECT id FROM governance_case");', "store/"),
    ("governance/store/case_store.cpp", "#include <sqlite3.h>", "platform/db"),
    ("access/domain/token.cpp", "#include <openssl/evp.h>", "platform/crypto"),
    ("app/main.cpp", "#include <p11-kit/pkcs11.h>", "KeyToken"),
    ("access/http/login.cpp", "#include <boost/beast/http.hpp>", "platform/http"),
    ("access/http/login.cpp", "#include <boost/json.hpp>", "platform/json"),
    ("app/main.cpp", "#include <spdlog/spdlog.h>", "platform/log"),
    ("app/main.cpp", "#include <CLI/CLI.hpp>", "command_line"),
    ("news/jobs/send.cpp", "#include <curl/curl.h>", "platform/net"),
    ("news/jobs/send.cpp", "#include <libxml/tree.h>", "wrapper"),
    ("dispatch/jobs/check_dispatch.cpp", "#include <qpdf/QPDF.hh>", "Workshop"),
    ("news/jobs/send.cpp", 'auto home = getenv("HOME");', "app/config"),
    ("news/jobs/send.cpp", "auto n = std::stoi(text);", "from_chars"),
    ("news/jobs/send.cpp", "// TODO: later", "number"),
    ("news/views/page.cpp", "auto page = html::trusted(text);", "escaped"),
    ("news/views/page.cpp", "sprintf(bytes, text);", "fmt::format"),
    ("news/views/page.cpp", "assert(x);", "ensure"),
    ("news/views/page.cpp", 'system("ls");', "shell"),
    ("news/views/page.cpp", "using namespace std;", "names"),
    ("news/views/page.cpp", "Page page{.title = title,\n          .rows = TRY(rows_of(query))};", "before the initialiser"),
    ("news/views/page.hpp", "struct page_view {\n    int x;\n};", "CamelCase"),
    ("news/views/page.hpp", "class MessageManager {\n};", "what it really does"),
    ("news/views/page.cpp", "int ctx = 0;", "write the word out"),
    ("news/views/page.cpp", "    void sendIt(int x);", "snake_case"),
    ("news/views/page.cpp", "void send() {\n" + "    step();\n" * 61 + "}", "lines; the limit is 60"),
    ("news/views/page.cpp", "\n" * (LINES_PER_FILE_MAX + 1), "two files"),
]
CLEAN = [
    ("platform/clock.cpp", "return std::chrono::system_clock::now();"),
    ("governance/store/case_store.cpp", 'reader.query("SELECT id FROM governance_case");'),
    ("governance/domain/case.cpp", "// the caller may catch (...) nothing"),
    ("governance/domain/case.cpp", "struct CaseState {\n    int steps;\n};"),
    ("governance/domain/case.cpp", "void send() {\n" + "    step();\n" * 60 + "}"),
    ("news/views/page.cpp", "take({.html = [&](const View& view) { return TRY(drawn(view)); }});"),
    ("news/jobs/send.cpp", "// TODO(#12): remove when the old feed is gone"),
]


class HouseRules(unittest.TestCase):
    def test_each_planted_breach_is_named(self):
        for path, text, words in PLANTED:
            with self.subTest(text=text[:60]):
                self.assertIn(words, "\n".join(faults(path, text)))

    def test_what_is_allowed_is_silent(self):
        for path, text in CLEAN:
            with self.subTest(text=text[:60]):
                self.assertEqual(list(faults(path, text)), [])

    def test_every_rule_has_a_planted_breach(self):
        said = [line for path, text, _ in PLANTED for line in faults(path, text)]
        for rule in RULES:
            with self.subTest(rule=rule.pattern):
                self.assertTrue(any(rule.why in line for line in said))


if __name__ == "__main__":
    unittest.main()
