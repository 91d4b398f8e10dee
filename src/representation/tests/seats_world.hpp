#pragma once
// A council outside the sector with two seats of ours, and those who sit there.
#include "representation/tests/representation_world.hpp"

namespace representation::tests {

class SeatsWorld : public RepresentationWorld {
protected:
    void SetUp() override {
        RepresentationWorld::SetUp();
        const auto made = browser.send_json("POST", "/seats", a_council("nehs"), secretariat);
        ASSERT_EQ(made.status, 201) << made.body;
    }

    static std::string a_council(std::string_view slug) {
        return fmt::format(R"({{"slug":"{}","nameNb":"Nasjonalt e-helsestyre","nameNn":"Nasjonalt e-helsestyre",)"
                           R"("kind":"council","host":"helsedirektoratet","mandate":"Gir råd.",)"
                           R"("mandateFrom":"2019-01-01","ourSeats":2,"otherSeats":2,"isEqualNumber":true,)"
                           R"("reportDays":7}})",
                           slug);
    }
    [[nodiscard]] std::string a_holder(directory::PersonId who, std::string_view workplace, int seat = 1) const {
        return fmt::format(R"({{"seat":{},"personId":"{}","onBehalfOf":"{}","validFrom":"{}","validTo":"{}",)"
                           R"("basis":"test"}})",
                           seat, who.to_string(), workplace, to_string(in_days(-20)), to_string(in_days(100)));
    }
    /// Seat 1 from twenty days ago, for a hundred days more; gives the address of the seat.
    std::string hold(directory::PersonId who, std::string_view workplace) {
        const auto made = browser.send_json("POST", "/seats/nehs/appointments", a_holder(who, workplace), secretariat);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
    /// The id of a meeting so many days from now.
    std::string meet(int days) {
        const auto sent = fmt::format(R"({{"heldOn":"{}","title":"Møte 1"}})", to_string(in_days(days)));
        const auto made = browser.send_json("POST", "/seats/nehs/meetings", sent, secretariat);
        EXPECT_EQ(made.status, 201) << made.body;
        auto lease = world.database->reader();
        const auto council = store::council_by_slug(**lease, "nehs");
        const auto meetings = store::meetings_of(**lease, council->id);
        for (const auto& meeting : *meetings) {
            if (meeting.held_on == in_days(days)) return meeting.id.to_string();
        }
        return {};
    }
    static std::string a_report(std::string_view meeting, std::string_view more = {}) {
        return fmt::format(R"({{"meeting":"{}","language":"nb","said":"Prisene må være kjent.","cameOfIt":"Utsatt.",)"
                           R"("means":"Vent med nye avtaler."{}}})",
                           meeting, more);
    }
    /// The person, logged in for where they come from, without any right of their own.
    Principal as(directory::PersonId who, std::string_view workplace) {
        auto somebody = person("representant", workplace);
        somebody.id = who.to_string();
        return somebody;
    }
};

} // namespace representation::tests
