#include "governance/http/body_reading.hpp"
#include "directory/directory.hpp"
#include "governance/domain/los.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/case_reading.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>

namespace governance {

static constexpr int body_happenings_shown = 50;
static constexpr int meetings_shown = 8;
static constexpr int cases_read = 300;

NamedLink link_to(const Body& body, i18n::Language language) {
    return {body.name(language), body.path()};
}

std::optional<NamedLink> parent_of(const Body& body, const std::vector<Body>& all, i18n::Language language) {
    if (!body.parent) return {};
    const auto found = std::ranges::find(all, *body.parent, &Body::id);
    if (found == all.end()) return {};
    return link_to(*found, language);
}

namespace {

/// Fills one BodyView.
class BodyViewMaker {
public:
    BodyViewMaker(const http::Query& query, Body body) : query_{query}, body_{std::move(body)} {}

    Result<BodyView> make() {
        TRY(fill_head());
        view_.mandates = mandate_views_of(body_, TRY(mandates(query_.reader, body_.id)), query_.today());
        TRY(fill_rules());
        TRY(fill_members());
        TRY(fill_meetings());
        TRY(fill_cases());
        view_.happenings =
            TRY(journal::happenings_about(query_, {"body", body_.id.to_string()}, body_happenings_shown));
        return std::move(view_);
    }

private:
    Result<void> fill_head() {
        const auto language = query_.request.language;
        const auto all = TRY(list_bodies(query_.reader));
        view_.id = body_.id;
        view_.slug = body_.slug;
        view_.url = body_.path();
        view_.name = body_.name(language);
        view_.name_nb = body_.name_nb;
        view_.name_nn = body_.name_nn;
        view_.kind = body_.kind;
        const auto owners = TRY(directory::organisations_by_id(query_.reader, {body_.organisation}, language));
        if (!owners.empty()) view_.organisation = {owners.front().name, owners.front().url};
        view_.parent = parent_of(body_, all, language);
        view_.parent_id = body_.parent;
        for (const auto& other : all) {
            if (other.parent == body_.id) view_.children.push_back(link_to(other, language));
        }
        view_.is_open = body_.is_open;
        view_.is_invented = body_.is_invented;
        for (const auto& slug : body_.themes) {
            const auto* theme = find_theme(slug);
            view_.themes.push_back({slug, theme == nullptr ? slug : std::string{theme->name(language)}});
        }
        view_.changed_at = body_.changed_at;
        view_.version = body_.version;
        return {};
    }

    Result<void> fill_rules() {
        const auto versions = TRY(rules_versions(query_.reader, body_.id));
        view_.rules = in_force(versions, query_.today());
        for (const auto& version : versions) {
            if (version.number != view_.rules.number) view_.other_rules.push_back(version);
        }
        return {};
    }

    std::optional<NamedLink> link_to_organisation(const std::optional<directory::OrganisationId>& id) const {
        if (!id) return {};
        const auto found = std::ranges::find(organisations_, *id, &directory::OrganisationSummary::id);
        if (found == organisations_.end()) return {};
        return NamedLink{found->name, found->url};
    }

    MemberView member(const Appointment& appointment) const {
        MemberView shown;
        shown.id = appointment.id;
        shown.person_id = appointment.person_id;
        shown.name = name_of(appointment);
        shown.role = appointment.role;
        shown.on_behalf_of = link_to_organisation(appointment.on_behalf_of);
        if (appointment.deputy_for) {
            const auto found = std::ranges::find(appointments_, *appointment.deputy_for, &Appointment::id);
            if (found != appointments_.end()) shown.deputy_for = name_of(*found);
        }
        shown.deputy_order = appointment.deputy_order;
        shown.region = link_to_organisation(appointment.region);
        shown.is_ambassador = appointment.is_ambassador;
        shown.valid_from = appointment.valid_from;
        shown.valid_to = appointment.last_day_plus_one();
        shown.end_reason = appointment.end_reason;
        shown.basis = appointment.basis;
        shown.version = appointment.version;
        return shown;
    }

    std::string name_of(const Appointment& appointment) const {
        const auto found = names_.people.find(appointment.person_id);
        return found == names_.people.end() ? std::string{} : found->second;
    }

    Result<void> fill_members() {
        appointments_ = TRY(appointments_of_body(query_.reader, body_.id));
        names_ = TRY(names_of(query_.reader, appointments_, query_.request.language));
        std::vector<directory::OrganisationId> ids;
        for (const auto& [id, name] : names_.organisations)
            ids.push_back(id);
        for (const auto& appointment : appointments_) {
            if (appointment.region) ids.push_back(*appointment.region);
        }
        organisations_ = TRY(directory::organisations_by_id(query_.reader, ids, query_.request.language));
        for (const auto& appointment : appointments_) {
            auto& list = appointment.is_valid_on(query_.today())   ? view_.members
                         : appointment.valid_from > query_.today() ? view_.coming_members
                                                                   : view_.former_members;
            list.push_back(member(appointment));
        }
        return {};
    }

    Result<void> fill_meetings() {
        MeetingFilter coming;
        coming.body = body_.id;
        coming.from = at_norwegian_time(query_.today(), std::chrono::minutes{0});
        coming.limit = meetings_shown;
        view_.coming_meetings = TRY(rows_of(query_, TRY(list_meetings(query_.reader, coming))));
        MeetingFilter past;
        past.body = body_.id;
        past.to = coming.from;
        past.newest_first = true;
        past.limit = meetings_shown;
        view_.past_meetings = TRY(rows_of(query_, TRY(list_meetings(query_.reader, past))));
        return {};
    }

    Result<void> fill_cases() {
        CaseFilter filter;
        filter.body = Line<80>{body_.slug};
        filter.sort = CaseOrder::next;
        for (auto& row : TRY(read_case_list(query_, filter, cases_read)).cases) {
            const bool is_over = row.state == CaseState::final || row.state == CaseState::followed_up ||
                                 row.state == CaseState::withdrawn;
            if (!is_over && row.body.url == body_.path()) view_.cases.push_back(std::move(row));
        }
        return {};
    }

    const http::Query& query_;
    Body body_;
    BodyView view_;
    std::vector<Appointment> appointments_;
    Names names_;
    std::vector<directory::OrganisationSummary> organisations_;
};

} // namespace

Result<BodyView> read_body_view(const http::Query& query) {
    return BodyViewMaker{query, TRY(find_body(query.reader, query.request.path_value("body")))}.make();
}

} // namespace governance
