#include "governance/jobs/demonstration_meetings.hpp"
#include "platform/embedded.hpp"

#include <iterator>

namespace governance::demonstration {

static Result<void> add(Content& content, std::string_view name, std::string_view bytes) {
    const auto append = [](auto& to, auto from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    if (name.starts_with("demonstration_people")) {
        content.people = TRY(json::read<SaidPeople>(bytes));
    } else if (name.starts_with("demonstration_bodies")) {
        append(content.bodies, TRY(json::read<SaidBodies>(bytes)).bodies);
    } else if (name.starts_with("demonstration_cases")) {
        append(content.cases, TRY(json::read<SaidCases>(bytes)).cases);
    } else if (name.starts_with("demonstration_meetings")) {
        append(content.meetings, TRY(json::read<SaidMeetings>(bytes)).meetings);
    }
    return {};
}

Result<Content> read_content() {
    Content content;
    for (const auto& file : embedded::governance_facts()) {
        TRY(add(content, file.name, file.bytes));
    }
    return content;
}

} // namespace governance::demonstration
