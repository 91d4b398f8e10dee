// R9: representatives advise, they do not bind municipalities. Whoever speaks for the sector needs an appointment that
// is valid on the day, and gets no right over anybody by it.
#include "identity/identity.hpp"
#include "representation/store/council_store.hpp"
#include "representation/tests/seats_world.hpp"

namespace representation::tests {

class RuleR09 : public SeatsWorld {
protected:
    /// Everything that the journal tells of the organisation, by type.
    std::vector<std::string> told_of(std::string_view key) {
        auto lease = world.database->reader();
        std::vector<std::string> types;
        for (const auto& event :
             *world.journal->about(**lease, {"organisation", organisation(key).id.to_string()}, world.system, 100)) {
            types.push_back(event.type);
        }
        return types;
    }
};
EACH_DATABASE(RuleR09);

TEST_P(RuleR09, LetsARepresentativeReportWithoutAnythingHappeningToAMunicipality) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    const auto meeting = meet(-3);
    const auto others = told_of("4601");
    const auto own = told_of("1820").size();
    EXPECT_EQ(browser.send_json("POST", "/seats/nehs/reports", a_report(meeting), as(who, "1820")).status, 201);
    EXPECT_EQ(told_of("4601"), others);         // No other municipality is touched by it,
    EXPECT_EQ(told_of("1820").size(), own + 1); // and of their own it is only told that they reported.
    EXPECT_EQ(told_of("1820").front(), "representation.report_given");
    EXPECT_TRUE(says(browser.get("/reports.json"), "Prisene må være kjent."));
    EXPECT_TRUE(says(browser.get("/seats/nehs"), "De binder ingen kommune"));
}

TEST_P(RuleR09, GivesARepresentativeNoRightOverTheMunicipalityTheyComeFrom) {
    const auto who = seat("kommit", "1820");
    auto lease = world.database->reader();
    const auto before = identity::holdings_of(**lease, who, in_days(0))->size();
    lease = world.database->reader();
    hold(who, "1820");
    lease = world.database->reader();
    EXPECT_EQ(identity::holdings_of(**lease, who, in_days(0))->size(), before);
    const auto round = open_round();
    const auto refused = browser.send_json("POST", round + "/candidates", a_candidate("Kari", "1820"), as(who, "1820"));
    EXPECT_EQ(refused.status, 403) << refused.body; // They do not speak for the municipality itself.
}

TEST_P(RuleR09, RefusesThoseWhoseAppointmentWasNotValidOnTheDay) {
    const auto who = seat("kommit", "1820"), other = seat("kommit", "4601");
    hold(who, "1820");
    const auto before = meet(-30), within = meet(-3);
    const auto try_report = [&](const std::string& meeting, directory::PersonId speaker, std::string_view from) {
        return browser.send_json("POST", "/seats/nehs/reports", a_report(meeting), as(speaker, from));
    };
    EXPECT_EQ(code_of(try_report(before, who, "1820")), no_valid_appointment.name);
    EXPECT_EQ(code_of(try_report(within, other, "4601")), no_valid_appointment.name);
    EXPECT_EQ(try_report(within, other, "4601").status, 403);
    EXPECT_EQ(code_of(browser.send_json("POST", "/seats/nehs/reports", a_report(within), secretariat)),
              no_valid_appointment.name); // Nobody reports for somebody else, not even the secretariat.
    const auto after = meet(100);
    pass_days(101);
    EXPECT_EQ(code_of(try_report(after, who, "1820")), no_valid_appointment.name);
    EXPECT_EQ(try_report(within, who, "1820").status, 201); // What is owed of the time in the seat can still be given.
    EXPECT_TRUE(says(browser.get("/reports.json"), "Prisene må være kjent."));
}

} // namespace representation::tests
