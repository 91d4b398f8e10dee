#include "governance/http/case_reading.hpp"
#include "directory/directory.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/domain/errors.hpp"
#include "governance/domain/los.hpp"
#include "governance/http/case_votes.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"

#include <algorithm>

namespace governance {

static constexpr int case_happenings_shown = 50;

Result<CaseNumber> number_in_path(const http::Request& request) {
    const auto number = CaseNumber::parse(request.path_value("number"));
    if (number) return *number;
    return case_not_found.error({{"number", std::string{request.path_value("number")}.substr(0, 40)}});
}

bool sees_shielded(const http::Call& call, const Case& matter) {
    return may(call.principal, right::see_shielded, matter);
}

Result<CaseFile> visible_case_file(db::Reader& reader, const http::Call& call) {
    auto file = TRY(read_case_file(reader, TRY(number_in_path(call.request))));
    if (sees_shielded(call, file.matter)) return file;
    return public_part(std::move(file), call.today());
}

namespace {

/// Fills one CaseView from a file that has already been made fit for the reader.
class CaseViewMaker {
public:
    CaseViewMaker(const http::Query& query, const CaseFile& file)
        : query_{query}, file_{file}, matter_{file.matter}, sees_shielded_{
                                                                governance::sees_shielded(query, file.matter)} {}

    Result<CaseView> make() {
        bodies_ = TRY(list_bodies(query_.reader));
        TRY(find_organisations());
        fill_head();
        fill_texts();
        TRY(fill_handler());
        fill_steps();
        TRY(fill_votes(query_, view_.steps, view_.points.has_value()));
        fill_concerns();
        fill_documents();
        view_.happenings =
            TRY(journal::happenings_about(query_, {"case", matter_.id.to_string()}, case_happenings_shown));
        return std::move(view_);
    }

private:
    [[nodiscard]] const Shield* shield(ShieldField field) const { return file_.shield_of(field, query_.today()); }

    Result<void> find_organisations() {
        std::vector<directory::OrganisationId> ids{matter_.owner};
        for (const auto& concern : matter_.concerns) {
            if (concern.organisation) ids.push_back(*concern.organisation);
        }
        organisations_ = TRY(directory::organisations_by_id(query_.reader, ids, query_.request.language));
        return {};
    }

    NamedLink organisation(directory::OrganisationId id) const {
        const auto found = std::ranges::find(organisations_, id, &directory::OrganisationSummary::id);
        if (found == organisations_.end()) return {};
        return {.name = found->name, .url = found->url};
    }

    NamedLink body(BodyId id) const {
        const auto found = std::ranges::find(bodies_, id, &Body::id);
        if (found == bodies_.end()) return {};
        return {.name = found->name(query_.request.language), .url = found->path()};
    }

    void fill_head() {
        const auto* treated = matter_.path.latest_treated();
        view_.id = matter_.id;
        view_.number = matter_.number;
        view_.url = matter_.url();
        view_.state = matter_.path.state;
        view_.outcome = treated == nullptr ? std::nullopt : treated->outcome;
        view_.language = i18n::code(matter_.language);
        view_.owner = organisation(matter_.owner);
        if (matter_.owner_body) view_.owner_body = body(*matter_.owner_body);
        for (const auto& slug : matter_.themes) {
            const auto* theme = find_theme(slug);
            view_.themes.push_back({slug, theme == nullptr ? slug : std::string{theme->name(query_.request.language)}});
        }
        view_.is_strategic = matter_.path.is_strategic;
        view_.is_invented = matter_.is_invented;
        view_.noticed_on = matter_.path.noticed_day;
        view_.input_until = matter_.input_until;
        view_.lead_time_days = matter_.lead_time_days();
        view_.closing_note = matter_.closing_note;
        view_.planned_at = matter_.planned_at;
        view_.changed_at = matter_.changed_at;
        view_.version = matter_.version;
        view_.allowed = allowed_requests(matter_.path.state);
    }

    void fill_texts() {
        const auto unless_hidden = [&](ShieldField field, auto value) {
            return !sees_shielded_ && shield(field) ? std::nullopt : std::optional{std::move(value)};
        };
        view_.title = unless_hidden(ShieldField::title, matter_.title);
        view_.summary = unless_hidden(ShieldField::summary, matter_.summary);
        view_.background = unless_hidden(ShieldField::background, matter_.background);
        std::vector<std::string> points;
        for (const auto& point : matter_.points) {
            points.push_back(point.text);
        }
        view_.points = unless_hidden(ShieldField::proposal, std::move(points));
        for (const auto field : json::enumerator_values<ShieldField>) {
            const auto* found = field == ShieldField::document ? nullptr : shield(field);
            if (found) view_.shields.push_back({found->id, field, {found->legal_basis, found->until}});
        }
    }

    Result<void> fill_handler() {
        if (!matter_.handler) return {};
        const auto people = TRY(directory::people_by_id(query_.reader, {*matter_.handler}));
        if (people.empty()) return {};
        view_.handler = people.front().name;
        view_.handler_id = matter_.handler;
        return {};
    }

    void fill_steps() {
        const auto* current = matter_.path.current();
        for (const auto& step : matter_.path.steps) {
            const auto& record = matter_.record_of(step.id);
            view_.steps.push_back({.body = body(step.body),
                                   .body_id = step.body,
                                   .day = step.planned_day,
                                   .outcome = step.outcome,
                                   .is_current = &step == current,
                                   .has_lapsed = step.has_lapsed,
                                   .votes = record.vote_summary,
                                   .authority = record.authority,
                                   .points = record.points,
                                   .vote = {},
                                   .dissents = {},
                                   .item_number = {},
                                   .meeting_url = {},
                                   .meeting_id = record.meeting,
                                   .agenda_item_id = record.agenda_item,
                                   .treated_at = record.treated_at});
        }
    }

    void fill_concerns() {
        for (const auto& concern : matter_.concerns) {
            ConcernView shown{.scope = concern.scope,
                              .organisation = {},
                              .organisation_id = concern.organisation,
                              .reason = concern.reason};
            if (concern.organisation) shown.organisation = organisation(*concern.organisation);
            view_.concerns.push_back(std::move(shown));
        }
    }

    void fill_documents() {
        for (const auto& document : file_.documents)
            view_.documents.push_back(document_view_of(file_, document, query_.today(), sees_shielded_));
    }

    const http::Query& query_;
    const CaseFile& file_;
    const Case& matter_;
    bool sees_shielded_;
    std::vector<Body> bodies_;
    std::vector<directory::OrganisationSummary> organisations_;
    CaseView view_;
};

} // namespace

Result<CaseView> case_view_of(const http::Query& query, const CaseFile& file) {
    return CaseViewMaker{query, file}.make();
}

Result<CaseView> read_case_view(const http::Query& query) {
    return case_view_of(query, TRY(visible_case_file(query.reader, query)));
}

} // namespace governance
