#include "governance/governance.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/case_reading.hpp"
#include "governance/http/change_case.hpp"
#include "governance/store/decision_record_store.hpp"
#include "platform/journal/proof.hpp"

namespace governance {

static Result<std::string> bundle_of(db::Reader& reader, journal::Journal& journal, CaseNumber number, Instant now) {
    const auto id = TRY(case_id_of(reader, number));
    std::vector<std::string> records;
    for (auto& kept : TRY(records_of_case(reader, id)))
        records.push_back(std::move(kept.document));
    return journal::bundle(reader, {"case", id.to_string()}, journal.signing_key(), now, journal::bundle_events_max,
                           std::move(records));
}

Result<std::string> export_case(db::Reader& reader, const Services& services, std::string_view number) {
    return bundle_of(reader, services.journal, TRY(CaseNumber::parse(number)), services.clock.now());
}

Result<http::Response> send_export(const http::Query& query) {
    const auto number = TRY(number_in_path(query.request));
    auto response = http::json_text(TRY(bundle_of(query.reader, query.journal, number, query.now)));
    response.with("content-disposition", "attachment; filename=\"" + number.slug() + ".json\"");
    return response;
}

} // namespace governance
