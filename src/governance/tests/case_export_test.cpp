#include "governance/domain/errors.hpp"
#include "governance/tests/case_calls.hpp"
#include "platform/journal/verification.hpp"

using namespace governance;
using namespace governance::tests;

class CaseExport : public CaseCalls {};
EACH_DATABASE(CaseExport);

TEST_P(CaseExport, HoldsFromTheFileAlone) {
    const auto id = plan();
    prepare(id);
    const auto file = body("/cases/26-00001/export.json");

    EXPECT_TRUE(journal::verify_bundle(file).holds()) << file;
    EXPECT_NE(file.find("governance.case_noticed"), std::string::npos);
    EXPECT_EQ(file.find("barnehageplass"), std::string::npos);
}

TEST_P(CaseExport, ShowsAChangedByte) {
    plan();
    auto file = body("/cases/26-00001/export.json");
    const auto byte = file.find("26/00001");
    ASSERT_NE(byte, std::string::npos);
    file[byte + 7] = '2';

    EXPECT_FALSE(journal::verify_bundle(file).holds());
}

TEST_P(CaseExport, IsTheSameForTheCommandLine) {
    plan();
    const auto text = read([&](db::Reader& reader) { return export_case(reader, world.services, "26/00001"); });
    EXPECT_EQ(*text, body("/cases/26-00001/export.json"));
    EXPECT_EQ(read([&](db::Reader& reader) { return export_case(reader, world.services, "26/00007"); }).error().code,
              case_not_found.name);
}
