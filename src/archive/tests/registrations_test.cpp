#include "archive/domain/case_history.hpp"
#include "archive/domain/derived_id.hpp"
#include "archive/domain/registrations.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace archive;
using governance::DocumentAccount;
using governance::DocumentRole;

static std::vector<DocumentAccount> documents(const std::vector<DocumentRole>& kinds) {
    std::vector<DocumentAccount> made;
    auto random = make_system_random();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        DocumentAccount document;
        document.added_at = Instant{std::chrono::hours{24 * 200 * i}};
        document.id = governance::DocumentId::make(document.added_at, *random);
        document.role = kinds[i];
        made.push_back(std::move(document));
    }
    return made;
}

TEST(Registrations, GiveAttachmentsToTheCasePaper) {
    const auto all = documents({DocumentRole::notat, DocumentRole::vedlegg, DocumentRole::saksframlegg});
    const auto found = registrations_of(all);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].attachments.empty());
    EXPECT_EQ(found[1].attachments.size(), 1U);
}

TEST(Registrations, StandAloneWhereAllAreAttachments) {
    const auto all = documents({DocumentRole::vedlegg, DocumentRole::vedlegg});
    EXPECT_EQ(registrations_of(all).size(), 2U);
}

RC_GTEST_PROP(Registrations, HoldEveryDocumentOnceAndNumberEachYearFromOne, (std::vector<std::uint8_t> drawn)) {
    std::vector<DocumentRole> kinds;
    for (const auto each : drawn)
        kinds.push_back(static_cast<DocumentRole>(each % 5));
    const auto all = documents(kinds);
    const auto found = registrations_of(all);
    std::size_t held = 0;
    JournalNumbers numbers;
    for (const auto& each : found) {
        held += 1 + each.attachments.size();
        numbers.add(each);
    }
    RC_ASSERT(held == all.size());
    numbers.settle();
    std::map<int, int> last;
    for (const auto& each : found) {
        const auto place = numbers.of(each.main->id);
        RC_ASSERT(place.number == ++last[place.year]);
    }
}

TEST(DerivedId, IsTheSameForTheSameNameAndLooksLikeAUuid) {
    EXPECT_EQ(derived_id("a"), derived_id("a"));
    EXPECT_NE(derived_id("a"), derived_id("b"));
    EXPECT_TRUE(Uuid::parse(derived_id("a")));
}
