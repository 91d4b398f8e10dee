#include "hearings/hearings.hpp"

#include "hearings/actions/keep_decided.hpp"
#include "hearings/actions/succeed.hpp"
#include "hearings/domain/job_kinds.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/jobs/scan_attachment.hpp"
#include "hearings/jobs/tend_hearings.hpp"
#include "hearings/store/hearing_store.hpp"
#include "hearings/store/opened_store.hpp"
#include "hearings/texts.hpp"

namespace hearings {

void add_routes(http::Router& router, const Services& services, Outside outside) {
    add_hearing_routes(router, services);
    add_change_routes(router);
    add_attachment_routes(router, outside.scans_files ? governance::Scanning::on : governance::Scanning::off);
    add_assessment_routes(router);
    add_booklet_routes(router);
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

std::map<std::string, jobs::Handler> job_handlers(const Services& services, Told told, std::string clamd) {
    return {
        {std::string{tend_job},
         [&services, told = std::move(told)](const jobs::Job&) { return tend_hearings(services, told); }},
        {std::string{job_scan_attachment}, [&services, clamd = std::move(clamd)](const jobs::Job& job) -> Result<void> {
             return scan_attachment(services, clamd, TRY(attachment_in(job.payload)));
         }}};
}

std::vector<directory::Referrer> referrers(const Services& services) {
    const auto count = [&services](db::Reader& reader, directory::OrganisationId id) -> Result<std::int64_t> {
        const auto today = norwegian_date(services.clock.now());
        return static_cast<std::int64_t>(TRY(hearings_to(reader, id, today)).size());
    };
    const auto move = [&services](db::Transaction& transaction, directory::OrganisationId from,
                                  directory::OrganisationId to) -> Result<std::int64_t> {
        const auto by = the_program("høringer");
        const Acting acting{transaction, services, by, services.clock.now()};
        const auto open = TRY(hearings_to(transaction, from, acting.today()));
        for (const auto id : open)
            TRY(succeed_addressee(acting, TRY(load_hearing(transaction, id)), from, to));
        TRY(open_as(transaction, from, to));
        return static_cast<std::int64_t>(open.size());
    };
    return {{.name = "hearings.referrer.hearings", .count = count, .move = move}};
}

journal::Consumer decision_consumer() {
    return {"hearings.decisions", [](db::Transaction& transaction, const journal::StoredEvent& event) -> Result<void> {
                if (event.type != "governance.case_treated") return {};
                for (const auto& [kind, id] : event.subjects) {
                    if (kind == "case") TRY(keep_decided(transaction, TRY(governance::CaseId::parse(id)), event.at));
                }
                return {};
            }};
}

} // namespace hearings
