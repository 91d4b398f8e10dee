// Mergers and splits: a preview by GET, the operation by POST, the same fields in both.
#include "directory/actions/reform.hpp"
#include "directory/http/handlers.hpp"
#include "directory/http/organisation_reading.hpp"
#include "directory/http/sent.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/views/maintain_pages.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace directory {

static std::vector<std::string> keys_in(std::string_view text) {
    std::vector<std::string> keys;
    std::string key;
    for (const char letter : text) {
        if (letter != ' ' && letter != ',' && letter != ';') {
            key += letter;
        } else if (!key.empty()) {
            keys.push_back(std::exchange(key, {}));
        }
    }
    if (!key.empty()) keys.push_back(std::move(key));
    return keys;
}

static Result<Merger> merger_of(db::Reader& reader, const Organisation& organisation, const MergerRequest& asked) {
    Merger merger{.predecessors = {organisation.id},
                  .into = {},
                  .founded = {asked.name, asked.number, asked.organisation_number},
                  .on = asked.on};
    for (const auto& key : keys_in(asked.others)) {
        merger.predecessors.push_back(TRY(organisation_named(reader, key, "#/others")).id);
    }
    if (!asked.into.empty()) merger.into = TRY(organisation_named(reader, asked.into, "#/into")).id;
    return merger;
}

static Split split_of(const Organisation& organisation, const SplitRequest& asked) {
    Split split{.predecessor = organisation.id, .founded = {}, .heir = 0, .on = asked.on};
    const NewUnit units[] = {{asked.name_1, asked.number_1, asked.organisation_number_1},
                             {asked.name_2, asked.number_2, asked.organisation_number_2},
                             {asked.name_3, asked.number_3, asked.organisation_number_3},
                             {asked.name_4, asked.number_4, asked.organisation_number_4}};
    for (const auto& unit : units) {
        if (!unit.name.empty() || !unit.number.empty()) split.founded.push_back(unit);
    }
    split.heir = static_cast<std::size_t>(std::clamp(asked.heir, 1, 5) - 1);
    return split;
}

static ReformView view_of(const http::Call& call, const ReformReport& report) {
    ReformView view;
    const auto link = [&](const Organisation& organisation) {
        return LinkView{shown_name(organisation, call.request.language), "/organisations/" + organisation.slug};
    };
    for (const auto& ended : report.ends) {
        view.ends.push_back(link(ended));
    }
    view.begins = rows_of(call, report.begins, {});
    for (const auto& moved : report.moves) {
        const auto from = std::ranges::find(report.ends, moved.from, &Organisation::id);
        view.moves.push_back({moved.what, link(*from), moved.count});
    }
    return view;
}

/// The page with the form, and below it what would happen when the question is whole and can be done.
template <class Asked, class Preview, class Page>
static Result<http::Response> show_reform(const http::Query& query, Preview preview, Page page) {
    const auto organisation = TRY(organisation_to_change(query));
    if (query.wants_html() && !query.request.query.first("on"))
        return http::html_document(page(ui::FormState{}, organisation, Asked{}, {}));
    auto asked = query.request.read_query<Asked>();
    auto report = asked ? preview(organisation, *asked) : Result<ReformReport>{std::move(asked).error()};
    if (!report) {
        const auto error = at_its_field(std::move(report).error());
        if (!query.wants_html()) return error;
        const ui::FormState state{.values = &query.request.query, .error = &error};
        return http::html_document(page(state, organisation, Asked{}, {}), 422);
    }
    const auto view = view_of(query, *report);
    if (!query.wants_html()) return http::json_text(json::write(view));
    return http::html_document(page(ui::FormState{}, organisation, *asked, view));
}

static Result<http::Response> answer_reform(const http::Command& command, const Result<ReformReport>& report,
                                            const ui::FormPage& again) {
    if (!report) return ui::answer_failure(command, at_its_field(report.error()), again);
    if (!command.wants_html()) return http::json_text(json::write(view_of(command, *report)));
    return http::see_other(command.url("/organisations/" + report->begins.front().slug));
}

Result<http::Response> show_merger_form(const http::Query& query, const Extensions& extensions) {
    return show_reform<MergerRequest>(
        query,
        [&](const Organisation& organisation, const MergerRequest& asked) -> Result<ReformReport> {
            const auto merger = TRY(merger_of(query.reader, organisation, asked));
            return preview_merger(query.reader, merger, extensions.referrers, query.today());
        },
        [&](const ui::FormState& state, const Organisation& organisation, const MergerRequest& asked,
            const std::optional<ReformView>& view) { return merger_page(query, state, organisation, asked, view); });
}

Result<http::Response> merge_sent(const http::Command& command, const Extensions& extensions) {
    const ui::FormPage again = [](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return merger_page(query, state, TRY(organisation_to_change(query)), {}, {});
    };
    const auto sent = command.request.read<MergerRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), again);
    const auto report = command.write([&](db::Transaction& transaction) -> Result<ReformReport> {
        TRY(command.principal.require(right::maintain));
        const auto organisation = TRY(organisation_to_change(transaction, command));
        const auto merger = TRY(merger_of(transaction, organisation, *sent));
        return merge_organisations(transaction, doer_of(command), merger, extensions.referrers);
    });
    return answer_reform(command, report, again);
}

Result<http::Response> show_split_form(const http::Query& query, const Extensions& extensions) {
    return show_reform<SplitRequest>(
        query,
        [&](const Organisation& organisation, const SplitRequest& asked) {
            return preview_split(query.reader, split_of(organisation, asked), extensions.referrers, query.today());
        },
        [&](const ui::FormState& state, const Organisation& organisation, const SplitRequest& asked,
            const std::optional<ReformView>& view) { return split_page(query, state, organisation, asked, view); });
}

Result<http::Response> split_sent(const http::Command& command, const Extensions& extensions) {
    const ui::FormPage again = [](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return split_page(query, state, TRY(organisation_to_change(query)), {}, {});
    };
    const auto sent = command.request.read<SplitRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), again);
    const auto report = command.write([&](db::Transaction& transaction) -> Result<ReformReport> {
        TRY(command.principal.require(right::maintain));
        const auto organisation = TRY(organisation_to_change(transaction, command));
        return split_organisation(transaction, doer_of(command), split_of(organisation, *sent), extensions.referrers);
    });
    return answer_reform(command, report, again);
}

} // namespace directory
