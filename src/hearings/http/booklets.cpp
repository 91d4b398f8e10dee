// Debate booklets: reading, publishing, answering, summing up; and what of them stands on the page of a case.
#include "hearings/actions/booklets.hpp"
#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/store/booklet_store.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/booklet_pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>

namespace hearings {

static Result<Booklet> booklet_in_path(db::Reader& reader, const http::Request& request) {
    return load_booklet(reader, request.path_value("year"));
}

static Result<NamedLink> case_link(const http::Query& query, governance::CaseId id) {
    const auto card = TRY(governance::case_card(query.reader, id, query.today(), query.request.language));
    return NamedLink{card.title.empty() ? card.number : card.title, card.path};
}

static Result<BookletView> booklet_view(const http::Query& query, const Booklet& booklet) {
    BookletView view;
    view.id = booklet.id;
    view.year = booklet.year;
    view.url = booklet.path();
    view.language = i18n::code(booklet.language);
    view.title = booklet.title;
    view.introduction = booklet.introduction;
    view.state = booklet.state_on(query.today());
    view.opens_on = booklet.opens_on;
    view.closes_on = booklet.closes_on;
    view.is_invented = booklet.is_invented;
    const auto counties = TRY(directory::counties_on(query.reader, query.today(), query.request.language));
    const auto answers = TRY(booklet_answers(query.reader, booklet.id));
    view.counties = static_cast<std::int64_t>(counties.size());
    for (const auto& county : counties) {
        const bool has_answered = std::ranges::find(answers, county.id, &BookletAnswer::county) != answers.end();
        (has_answered ? view.answered_by : view.silent).push_back({county.name, county.url});
    }
    int number = 0;
    for (const auto& question : booklet.questions) {
        BookletQuestionView shown{++number, question.text, question.summary, {}, {}};
        for (const auto& answer : answers) {
            if (answer.question != number) continue;
            const auto county = TRY(directory::find_organisation(query.reader, answer.county, query.request.language));
            shown.answers.push_back({{county.name, county.url}, answer.text, answer.answered_at});
        }
        for (const auto id : question.cases)
            shown.cases.push_back(TRY(case_link(query, id)));
        view.questions.push_back(std::move(shown));
    }
    return view;
}

Result<http::Response> list_booklets_in(const http::Query& query) {
    BookletListView list;
    for (const auto& booklet : TRY(list_booklets(query.reader))) {
        list.booklets.push_back({booklet.year, booklet.path(), booklet.title, std::string{i18n::code(booklet.language)},
                                 booklet.state_on(query.today()), booklet.opens_on, booklet.closes_on,
                                 booklet.is_invented});
    }
    return http::represent<BookletListView>(query, list, {.html = [&](const BookletListView& shown) {
                                                return booklet_list_page(query, shown,
                                                                         query.principal.may(right::hold));
                                            }});
}

/// The counties whose meeting the reader may answer for.
static Result<std::vector<ui::Choice>> counties_of(const http::Query& query) {
    std::vector<ui::Choice> choices;
    for (const auto& county : TRY(directory::counties_on(query.reader, query.today(), query.request.language))) {
        if (!query.principal.may(right::answer_booklet, county.id.to_string())) continue;
        choices.push_back({.value = county.slug, .label = county.name, .hint = {}});
    }
    return choices;
}

Result<http::Response> show_booklet(const http::Query& query) {
    const auto booklet = TRY(booklet_in_path(query.reader, query.request));
    const auto view = TRY(booklet_view(query, booklet));
    BookletRights rights;
    rights.may_sum_up = query.principal.may(right::hold);
    rights.may_answer = view.state == HearingState::open && !TRY(counties_of(query)).empty();
    return http::represent<BookletView>(
        query, view, {.html = [&](const BookletView& shown) { return booklet_page(query, shown, rights); }});
}

static Result<Html> new_booklet_form(const http::Query& query, const ui::FormState& state) {
    TRY(query.principal.require(right::hold));
    return new_booklet_page(query, state);
}

Result<http::Response> show_new_booklet_form(const http::Query& query) {
    return http::html_document(TRY(new_booklet_form(query, {})));
}

Result<http::Response> publish_booklet_sent(const http::Command& command) {
    const auto sent = command.request.read<NewBooklet>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_booklet_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(publish_booklet({transaction, command.services, command.principal, command.now}, *sent));
        return "/booklets/" + std::to_string(sent->year);
    });
    if (!path) return ui::answer_failure(command, path.error(), new_booklet_form);
    return ui::answer_created(command, *path);
}

/// Changes the booklet in the address; people come back to its page.
template <class Sent, class Change>
static Result<http::Response> change_booklet(const http::Command& command, const ui::FormPage& form, Change change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    std::string path;
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto booklet = TRY(booklet_in_path(transaction, command.request));
        path = booklet.path();
        return change({transaction, command.services, command.principal, command.now}, booklet, *sent);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), form);
    return ui::answer_changed(command, path);
}

static Result<Html> booklet_answer_form(const http::Query& query, const ui::FormState& state) {
    const auto counties = TRY(counties_of(query));
    if (counties.empty()) TRY(query.principal.require(right::answer_booklet));
    const auto booklet = TRY(booklet_in_path(query.reader, query.request));
    return booklet_answer_page(query, state, TRY(booklet_view(query, booklet)), counties);
}

Result<http::Response> show_booklet_answer_form(const http::Query& query) {
    return http::html_document(TRY(booklet_answer_form(query, {})));
}

Result<http::Response> answer_booklet_sent(const http::Command& command) {
    return change_booklet<NewBookletAnswer>(
        command, booklet_answer_form, [](const Acting& acting, const Booklet& booklet, const NewBookletAnswer& sent) {
            return answer_booklet(acting, booklet, sent);
        });
}

static Result<Html> summary_form(const http::Query& query, const ui::FormState& state) {
    TRY(query.principal.require(right::hold));
    const auto booklet = TRY(booklet_in_path(query.reader, query.request));
    return summary_page(query, state, TRY(booklet_view(query, booklet)));
}

Result<http::Response> show_summary_form(const http::Query& query) {
    return http::html_document(TRY(summary_form(query, {})));
}

Result<http::Response> sum_up_booklet_sent(const http::Command& command) {
    return change_booklet<NewSummary>(command, summary_form,
                                      [](const Acting& acting, const Booklet& booklet, const NewSummary& sent) {
                                          return sum_up_booklet(acting, booklet, sent);
                                      });
}

Result<Html> booklets_of_case(const http::Query& query, governance::CaseId id) {
    std::vector<Html> lines;
    for (const auto& origin : TRY(origins_of(query.reader, id))) {
        const auto words =
            query.t(text::booklet_origin({.year = std::to_string(origin.year), .question = origin.question}));
        lines.push_back(html::li(ui::link(words, query.url("/booklets/" + std::to_string(origin.year)))));
    }
    if (lines.empty()) return Html{};
    return ui::section(query.t(text::booklet_origins), "booklets", html::ul(html::cls("ds-list"), lines));
}

void add_booklet_routes(http::Router& router) {
    const std::vector<http::Format> page{http::Format::html};
    router.get("/booklets", ::right::everybody, list_booklets_in,
               {.operation = "listBooklets",
                .summary = "Debate booklets, the newest first.",
                .answer = json::type_of<BookletListView>(),
                .is_cached = true});
    router.get("/booklets/new", right::hold, show_new_booklet_form,
               {.operation = "showNewBookletForm", .summary = "The form for a debate booklet.", .formats = page});
    router.post("/booklets", right::hold, publish_booklet_sent,
                {.operation = "publishBooklet",
                 .summary = "Publishes the questions of a year to all members.",
                 .body = json::type_of<NewBooklet>(),
                 .status = 201});
    router.get("/booklets/{year}", ::right::everybody, show_booklet,
               {.operation = "showBooklet",
                .summary = "One booklet: its questions, what county meetings answered, the cases that follow.",
                .answer = json::type_of<BookletView>(),
                .is_cached = true});
    router.get("/booklets/{year}/answers/new", right::answer_booklet, show_booklet_answer_form,
               {.operation = "showBookletAnswerForm",
                .summary = "The form for what a county meeting answered.",
                .formats = page});
    router.post("/booklets/{year}/answers", right::answer_booklet, answer_booklet_sent,
                {.operation = "answerBooklet",
                 .summary = "Keeps what a county meeting answered.",
                 .body = json::type_of<NewBookletAnswer>(),
                 .status = 204});
    router.get("/booklets/{year}/summaries/new", right::hold, show_summary_form,
               {.operation = "showSummaryForm", .summary = "The form for summing up a question.", .formats = page});
    router.post("/booklets/{year}/summaries", right::hold, sum_up_booklet_sent,
                {.operation = "sumUpBooklet",
                 .summary = "Sums up a question and names the cases that follow.",
                 .body = json::type_of<NewSummary>(),
                 .status = 204});
}

} // namespace hearings
