// Assessments: the page, requiring, delivering, withdrawing; and their section on the page of the case.
#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/assess.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/store/assessment_store.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/assessment_pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

namespace hearings {

static Result<NamedLink> link_to_body(const http::Query& query, governance::BodyId id) {
    const auto card = TRY(governance::body_card(query.reader, id, query.request.language));
    return NamedLink{card.name, card.path};
}

static Result<AssessmentView> view_of(const http::Query& query, const Assessment& one) {
    const auto card = TRY(governance::case_card(query.reader, one.case_id, query.today(), query.request.language));
    AssessmentView view;
    view.id = one.id;
    view.url = one.path();
    view.matter = {card.title.empty() ? card.number : card.title, card.path};
    view.case_number = card.number;
    view.assessor = TRY(link_to_body(query, one.assessor));
    view.before = TRY(link_to_body(query, one.before));
    view.state = one.state;
    view.required_at = one.required_at;
    view.settled_at = one.settled_at;
    view.conclusion = one.conclusion;
    for (const auto& line : one.layers)
        view.layers.push_back({line.layer, line.verdict, line.text});
    return view;
}

static Result<Assessment> assessment_in_path(db::Reader& reader, const http::Request& request) {
    return load_assessment(reader, request.path_value("assessment"));
}

static Result<AssessmentRights> rights_in(const http::Query& query, const Assessment& one) {
    AssessmentRights rights;
    if (one.state != AssessmentState::required) return rights;
    const auto standing = TRY(governance::case_standing(query.reader, one.case_id, query.today()));
    rights.may_deliver = query.principal.may(right::assess, one.assessor.to_string());
    rights.may_withdraw = standing.allows(query.principal, right::require_assessment);
    return rights;
}

static Result<Html> drawn_assessment(const http::Query& query, const ui::FormState& state) {
    const auto one = TRY(assessment_in_path(query.reader, query.request));
    return assessment_page(query, state, TRY(view_of(query, one)), TRY(rights_in(query, one)));
}

Result<http::Response> show_assessment(const http::Query& query) {
    const auto one = TRY(assessment_in_path(query.reader, query.request));
    const auto view = TRY(view_of(query, one));
    const auto rights = TRY(rights_in(query, one));
    return http::represent<AssessmentView>(
        query, view, {.html = [&](const AssessmentView& shown) { return assessment_page(query, {}, shown, rights); }});
}

static Result<Html> delivery_form(const http::Query& query, const ui::FormState& state) {
    const auto one = TRY(assessment_in_path(query.reader, query.request));
    TRY(query.principal.require(right::assess, one.assessor.to_string()));
    return delivery_page(query, state, TRY(view_of(query, one)));
}

Result<http::Response> show_delivery_form(const http::Query& query) {
    return http::html_document(TRY(delivery_form(query, {})));
}

/// Changes the assessment in the address; people come back to its page.
template <class Sent, class Change>
static Result<http::Response> change_assessment(const http::Command& command, const ui::FormPage& form, Change change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    std::string path;
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto one = TRY(assessment_in_path(transaction, command.request));
        path = one.path();
        return change({transaction, command.services, command.principal, command.now}, one.id, *sent);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), form);
    return ui::answer_changed(command, path);
}

Result<http::Response> deliver_assessment_sent(const http::Command& command) {
    return change_assessment<NewAssessment>(command, delivery_form,
                                            [](const Acting& acting, AssessmentId id, const NewAssessment& sent) {
                                                return deliver_assessment(acting, id, sent);
                                            });
}

Result<http::Response> withdraw_requirement_sent(const http::Command& command) {
    return change_assessment<Withdrawal>(command, drawn_assessment,
                                         [](const Acting& acting, AssessmentId id, const Withdrawal& sent) {
                                             return withdraw_requirement(acting, id, sent);
                                         });
}

static Result<Html> requirement_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(governance::case_by_number(query.reader, query.request.path_value("number")));
    const auto standing = TRY(governance::case_standing(query.reader, id, query.today()));
    if (!standing.allows(query.principal, right::require_assessment)) {
        TRY(query.principal.require(right::require_assessment));
    }
    const auto card = TRY(governance::case_card(query.reader, id, query.today(), query.request.language));
    RequirementChoices choices{{card.title.empty() ? card.number : card.title, card.path}, card.number, {}, {}};
    for (const auto& body : TRY(governance::body_cards(query.reader, query.request.language))) {
        using enum governance::BodyKind;
        const ui::Choice choice{.value = body.id.to_string(), .label = body.name, .hint = {}};
        if (body.kind == expert_council || body.kind == expert_group) choices.assessors.push_back(choice);
        if (std::ranges::find(standing.bodies, body.id) != standing.bodies.end()) choices.bodies.push_back(choice);
    }
    return requirement_page(query, state, choices);
}

Result<http::Response> show_requirement_form(const http::Query& query) {
    return http::html_document(TRY(requirement_form(query, {})));
}

Result<http::Response> require_assessment_sent(const http::Command& command) {
    const auto sent = command.request.read<NewRequirement>();
    if (!sent) return ui::answer_failure(command, sent.error(), requirement_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto id = TRY(governance::case_by_number(transaction, command.request.path_value("number")));
        const auto made =
            TRY(require_assessment({transaction, command.services, command.principal, command.now}, id, *sent));
        return "/assessments/" + made.to_string();
    });
    if (!path) return ui::answer_failure(command, path.error(), requirement_form);
    return ui::answer_created(command, *path);
}

Result<Html> assessments_of_case(const http::Query& query, governance::CaseId id) {
    const auto standing = TRY(governance::case_standing(query.reader, id, query.today()));
    const bool may_require = standing.allows(query.principal, right::require_assessment) && standing.is_under_way();
    const auto all = TRY(assessments_of(query.reader, id));
    if (all.empty() && !may_require) return Html{};
    std::vector<Html> cards;
    for (const auto& one : all)
        cards.push_back(assessment_card(query, TRY(view_of(query, one))));
    Html button;
    if (may_require) {
        button = html::p(ui::button_link(query.t(text::assessment_require),
                                         query.url(standing.path + "/assessments/new"), "secondary"));
    }
    const auto shown = cards.empty() ? html::p(ui::words(query, text::assessments_none)) : ui::card_grid(cards);
    return ui::section(query.t(text::assessments), "assessments", html::join({shown, button}));
}

} // namespace hearings
