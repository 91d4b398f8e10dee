// Planning a case, its texts, path and concerns, by form or JSON.
#include "governance/actions/case_content.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/actions/plan_case.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/change_case.hpp"
#include "governance/http/form_choices.hpp"
#include "governance/store/case_file_store.hpp"

namespace governance {

static Result<Html> case_plan_form(const http::Query& query, const ui::FormState& state) {
    return plan_case_page(query, state, TRY(form_choices(query, {})));
}

Result<http::Response> show_plan_form(const http::Query& query) {
    return http::html_document(TRY(case_plan_form(query, {})));
}

Result<http::Response> plan_case_sent(const http::Command& command) {
    const auto sent = command.request.read<NewCase>();
    if (!sent) return answer_failure(command, sent.error(), case_plan_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto number = TRY(plan_case(transaction, command.services, command.principal, *sent, command.now));
        return "/cases/" + number.slug();
    });
    if (!path) return answer_failure(command, path.error(), case_plan_form);
    return answer_created(command, *path, *path);
}

/// The owner's people for the handler, with the case as it stands.
static Result<Html> texts_form(const http::Query& query, const ui::FormState& state) {
    const auto file = TRY(visible_case_file(query.reader, query));
    return texts_page(query, state, TRY(read_case_view(query)), TRY(form_choices(query, file.matter.owner)));
}

Result<http::Response> show_texts_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::prepare_case, file.matter));
    return http::html_document(TRY(texts_form(query, {})));
}

Result<http::Response> change_texts_sent(const http::Command& command) {
    return change_case_with<CaseTexts>(command, texts_form, [&](auto& transaction, CaseId id, const CaseTexts& texts) {
        return change_texts(transaction, command.services, command.principal, id, command.request.expected_version(),
                            texts, command.now);
    });
}

static Result<Html> path_form(const http::Query& query, const ui::FormState& state) {
    return path_page(query, state, TRY(read_case_view(query)), TRY(form_choices(query, {})));
}

Result<http::Response> show_path_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::plan_case, file.matter));
    return http::html_document(TRY(path_form(query, {})));
}

Result<http::Response> change_path_sent(const http::Command& command) {
    return change_case_with<PathChange>(command, path_form, [&](auto& transaction, CaseId id, const PathChange& path) {
        return change_path(transaction, command.services, command.principal, id, command.request.expected_version(),
                           path, command.now);
    });
}

static Result<Html> concerns_form(const http::Query& query, const ui::FormState& state) {
    return concerns_page(query, state, TRY(read_case_view(query)));
}

Result<http::Response> show_concerns_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::prepare_case, file.matter));
    return http::html_document(TRY(concerns_form(query, {})));
}

Result<http::Response> change_concerns_sent(const http::Command& command) {
    return change_case_with<ConcernsChange>(
        command, concerns_form, [&](auto& transaction, CaseId id, const ConcernsChange& change) {
            return change_concerns(transaction, command.services, command.principal, id,
                                   command.request.expected_version(), change, command.now);
        });
}

} // namespace governance
