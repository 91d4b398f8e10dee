"""Plants one breach of each rule and expects to hear of it. A rule never seen to fail is not a rule."""
import unittest

from check_architecture import read_table, violations

TABLE = read_table("platform:\ndirectory: platform\ngovernance: platform;directory\n")


def said(path, include):
    return "\n".join(violations([(path, f'#include "{include}"\n')], TABLE))


CLEAN = [
    ("governance/actions/plan_case.cpp", "directory/directory.hpp"),
    ("governance/actions/plan_case.cpp", "platform/db/database.hpp"),
    ("governance/actions/plan_case.cpp", "governance/store/case_store.hpp"),
    ("governance/governance.cpp", "governance/actions/plan_case.hpp"),
    ("governance/views/case_page.cpp", "governance/texts.hpp"),
    ("governance/tests/plan_case_test.cpp", "platform/testing/world.hpp"),
    ("platform/db/tests/statements_test.cpp", "platform/testing/test_database.hpp"),
    ("governance/tests/plan_case_test.cpp", "directory/testing/sector.hpp"),
    ("governance/testing/demonstration.hpp", "directory/testing/sector.hpp"),
    ("governance/tests/plan_case_test.cpp", "governance/testing/demonstration.hpp"),
    ("app/wiring.cpp", "governance/governance.hpp"),
    ("app/main.cpp", "app/config.hpp"),
]
PLANTED = [
    ("governance/actions/plan_case.cpp", "directory/domain/organisation.hpp", "only the front door of directory is open"),
    ("directory/domain/organisation.cpp", "governance/governance.hpp", "does not name governance in its USES"),
    ("governance/domain/case.cpp", "governance/store/case_store.hpp", "domain may not include store/"),
    ("governance/domain/case.cpp", "governance/http/routes.hpp", "domain may not include http/"),
    ("governance/store/case_store.cpp", "governance/tests/builders.hpp", "store may not include tests/"),
    ("governance/governance.hpp", "governance/domain/case.hpp", "front door may not include domain/"),
    ("app/main.cpp", "governance/http/routes.hpp", "only the front door of governance is open"),
    ("governance/utils/strings.cpp", "governance/governance.hpp", "utils/ is no room"),
    ("governance/domain/case.cpp", "case.hpp", "write the include from src/"),
    ("governance/views/case_page.cpp", "directory/texts.hpp", "the texts of directory are its own"),
    ("governance/actions/plan_case.cpp", "platform/testing/world.hpp", "nothing but tests knows testing/"),
    ("governance/actions/plan_case.cpp", "directory/testing/sector.hpp", "nothing but tests knows testing/"),
    ("governance/governance.cpp", "governance/testing/demonstration.hpp", "front door may not include testing/"),
    ("platform/db/sqlite.cpp", "platform/testing/world.hpp", "nothing but tests knows testing/"),
]


class Architecture(unittest.TestCase):
    def test_what_the_table_allows_is_silent(self):
        for path, include in CLEAN:
            with self.subTest(path=path, include=include):
                self.assertEqual(said(path, include), "")

    def test_each_planted_breach_is_named(self):
        for path, include, words in PLANTED:
            with self.subTest(path=path, include=include):
                self.assertIn(words, said(path, include))


if __name__ == "__main__":
    unittest.main()
