#include "hearings/hearings.hpp"

#include "hearings/domain/job_kinds.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/jobs/scan_attachment.hpp"
#include "hearings/jobs/tend_hearings.hpp"
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

} // namespace hearings
