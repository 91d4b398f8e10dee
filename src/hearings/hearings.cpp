#include "hearings/hearings.hpp"

#include "hearings/http/handlers.hpp"
#include "hearings/jobs/tend_hearings.hpp"
#include "hearings/texts.hpp"

namespace hearings {

void add_routes(http::Router& router, const Services& services) {
    add_hearing_routes(router, services);
    add_assessment_routes(router);
    add_booklet_routes(router);
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

std::map<std::string, jobs::Handler> job_handlers(const Services& services, Told told) {
    return {{std::string{tend_job},
             [&services, told = std::move(told)](const jobs::Job&) { return tend_hearings(services, told); }}};
}

} // namespace hearings
