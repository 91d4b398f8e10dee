#include "governance/jobs/case_jobs.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/governance.hpp"

namespace governance {

std::map<std::string, jobs::Handler> job_handlers(const Services& services, std::string clamd) {
    return {
        {std::string{job_open_expired},
         [&services](const jobs::Job& job) -> Result<void> {
             const auto id = TRY(job_payload_id<CaseId>(job.payload));
             return services.database.write(
                 [&](db::Transaction& transaction) { return open_expired(transaction, id, services.clock.now()); });
         }},
        {std::string{job_open_written},
         [&services](const jobs::Job& job) -> Result<void> {
             return open_window(services, TRY(job_payload_id<MeetingId>(job.payload)));
         }},
        {std::string{job_close_written},
         [&services](const jobs::Job& job) -> Result<void> {
             return close_window(services, TRY(job_payload_id<MeetingId>(job.payload)));
         }},
        {std::string{job_scan_document}, [&services, clamd = std::move(clamd)](const jobs::Job& job) -> Result<void> {
             return scan_document(services, clamd, TRY(job_payload_id<DocumentId>(job.payload)));
         }}};
}

} // namespace governance
