// Cases and meetings as JSON-LD. The open part, whoever asks: what is fetched here is meant to be published elsewhere.
#include "archive/views/linked.hpp"
#include "archive/archive.hpp"
#include "archive/texts.hpp"
#include "governance/lookups.hpp"
#include "platform/ui/components.hpp"

namespace archive {

Result<std::string> case_as_linked_data(const http::Query& query, governance::CaseId id) {
    const auto account = TRY(governance::case_account(query.reader, id, query.today(), governance::Part::open));
    return linked_case(account, query.public_url);
}

Result<std::string> meeting_as_linked_data(const http::Query& query, const Services& services,
                                           governance::MeetingId id) {
    const auto account =
        TRY(governance::meeting_account(query.reader, services, id, query.today(), governance::Part::open));
    return linked_meeting(account, query.public_url);
}

Html formats_of_page(const http::Query& query) {
    return html::p(
        ui::link(query.t(text::file_linked), query.request.path + std::string{http::suffix(http::Format::jsonld)}));
}

} // namespace archive
