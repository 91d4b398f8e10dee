// Every module's pages and interfaces in one program, and what leads to them.
#include "app/program.hpp"
#include "app/texts.hpp"
#include "app/views.hpp"
#include "archive/archive.hpp"
#include "dispatch/rights.hpp"
#include "governance/governance.hpp"
#include "hearings/hearings.hpp"
#include "live/live.hpp"
#include "oparl/oparl.hpp"
#include "platform/jobs/operations.hpp"
#include "platform/journal/journal_routes.hpp"
#include "platform/openapi/page.hpp"
#include "platform/rights.hpp"
#include "platform/ui/routes.hpp"
#include "voice/voice.hpp"

namespace app {

/// What organisations are referred to by, so that mergers and splits move it.
static directory::Extensions directory_extensions(const directory::PersonKey& person_key, const Services& services) {
    directory::Extensions extensions;
    extensions.person_key = person_key;
    extensions.concerns.push_back(hearings::concerns_of_organisation);
    extensions.concerns.push_back(representation::seats_of_organisation);
    extensions.referrers.push_back(
        {"news.referrer.follows",
         [](db::Reader& reader, directory::OrganisationId id) {
             return news::count_for_organisation(reader, id.to_string());
         },
         [](db::Transaction& transaction, directory::OrganisationId from, directory::OrganisationId to) {
             return news::move_organisation(transaction, from.to_string(), to.to_string());
         }});
    extensions.referrers.push_back(identity::referrer());
    extensions.referrers.push_back(dispatch::referrer());
    for (auto& referrer : governance::referrers())
        extensions.referrers.push_back(std::move(referrer));
    for (auto& referrer : hearings::referrers(services))
        extensions.referrers.push_back(std::move(referrer));
    for (auto& referrer : representation::referrers())
        extensions.referrers.push_back(std::move(referrer));
    for (auto& referrer : voice::referrers())
        extensions.referrers.push_back(std::move(referrer));
    return extensions;
}

/// What every page leads to, above and below, and what a person is led to.
static void fill_menus(ui::Site& site) {
    site.menu = {{text::menu_cases, "/cases"},
                 {text::menu_hearings, "/hearings"},
                 {text::menu_bodies, "/bodies"},
                 {text::menu_calendar, "/calendar"},
                 {text::menu_organisations, "/organisations"},
                 {text::menu_map, "/map"}};
    site.footer = {{text::footer_mailbox, "/mailbox"},
                   {text::footer_positions, "/positions"},
                   {text::footer_hindrances, "/hindrances"},
                   {text::footer_consultations, "/consultations"},
                   {text::footer_nominations, "/nominations"},
                   {text::footer_seats, "/seats"},
                   {text::footer_state_hearings, "/state-hearings"},
                   {text::footer_statements, "/co-funding-statements"},
                   {text::footer_openness, "/openness"},
                   {text::footer_booklets, "/booklets"},
                   {text::footer_journal, "/journal"},
                   {text::footer_rights, "/rights"}};
    // Each asks for what its page asks for.
    site.person = {{{text::person_mailbox, "/mailbox"}, [](const Principal& who) { return who.may(right::logged_in); }},
                   {{text::person_outbox, "/outbox"},
                    [](const Principal& who) {
                        return !who.organisation_id.empty() &&
                               who.may(dispatch::right::see_outbox, who.organisation_id);
                    }},
                   {{text::person_post_queue, "/post-queue"},
                    [](const Principal& who) { return who.may(platform::right::operate); }},
                   {{text::person_print_runs, "/print-runs"},
                    [](const Principal& who) { return who.may_somewhere(dispatch::right::tend_print); }}};
}

void Program::add_all_routes() {
    fill_menus(site_);
    site_.owner = config_.text("site.owner");
    site_.contact = config_.text("site.contact");
    site_.is_demonstration = purpose_ == Purpose::demonstration;
    add_routes(router_);
    directory::add_routes(router_, directory_extensions(identity_outside_->person_key, *services_));
    identity::add_routes(router_, identity_options_, *identity_outside_, *services_);
    governance::add_routes(
        router_, {.follow = news::follow_card,
                  .case_panels = {hearings::booklets_of_case,
                                  [this](const http::Query& query, governance::CaseId id) {
                                      return hearings::panel_of_case(query, *services_, id);
                                  },
                                  hearings::assessments_of_case,
                                  [](const http::Query& query, governance::CaseId) -> Result<Html> {
                                      return archive::formats_of_page(query);
                                  }},
                  .body_panels = {hearings::panel_of_body,
                                  [this](const http::Query& query, governance::BodyId id) {
                                      return representation::panel_of_body(query, representation_outside_, id);
                                  }},
                  .meeting_panels = {live::panel_of_meeting,
                                     [](const http::Query& query, governance::MeetingId) -> Result<Html> {
                                         return archive::formats_of_page(query);
                                     }},
                  .linked_case = archive::case_as_linked_data,
                  .linked_meeting =
                      [this](const http::Query& query, governance::MeetingId id) {
                          return archive::meeting_as_linked_data(query, *services_, id);
                      },
                  .scans_documents = !config_.text("antivirus.clamd").empty()});
    hearings::add_routes(router_, *services_, {.scans_files = !config_.text("antivirus.clamd").empty()});
    representation::add_routes(router_, representation_outside_);
    voice::add_routes(router_);
    live::add_routes(router_, events_);
    dispatch::add_routes(router_, *office_);
    news::add_routes(router_, news_outside_);
    oparl::add_routes(router_);
    journal::add_routes(router_);
    jobs::add_routes(router_);
    ui::add_routes(router_);
    if (site_.is_demonstration) ui::add_demonstration_routes(router_);
    if (identity_outside_->development) identity::add_development_routes(router_, *identity_outside_->development);
    if (development_registers_) {
        registers::add_development_routes(router_, *development_registers_);
        registers::add_development_mailbox_routes(router_, development_mailboxes_);
        registers::add_development_altinn_routes(router_, development_altinn_);
    }
    openapi::add_routes(router_);
}

} // namespace app
