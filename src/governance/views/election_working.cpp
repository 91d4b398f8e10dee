#include "governance/views/election_working.hpp"
#include "governance/texts.hpp"
#include "governance/views/meeting_labels.hpp"

#include <fmt/format.h>

namespace governance {

std::string option_in_words(const http::Call& call, const DecisionElectionView& election, int option) {
    const auto at = static_cast<std::size_t>(option - 1);
    if (option >= 1 && at < election.options.size() && !election.options[at].name.empty()) {
        return election.options[at].name;
    }
    return call.t(text::election_option({.number = std::int64_t{option}}));
}

namespace {

class ElectionWriter {
public:
    ElectionWriter(const http::Call& call, const DecisionView& view)
        : call_{call}, t_{call.t}, view_{view}, election_{*view.election}, counted_{*view.working.election} {}

    std::vector<Html> write() {
        add(text::election_working_votes, votes_table());
        add(text::working_majority, html::p(rule()));
        if (!election_.elected.empty()) add(text::election_working_places, places());
        for (std::size_t i = 0; i < election_.lots.size(); ++i)
            add(text::election_working_lot, lot(i));
        if (counted_.is_tied) add(text::working_tie, html::p(t_(text::rules_tie_again)));
        add(text::working_result, html::p(result()));
        return std::move(steps_);
    }

private:
    void add(const i18n::Message& heading, const Html& content) {
        steps_.push_back(html::li(html::strong(t_(heading)), content));
    }
    [[nodiscard]] bool has_lists() const { return election_.form == ElectionForm::proportional; }

    Html votes_table() const {
        const bool by_quota = election_.quota.has_value();
        std::vector<ui::Column> columns{{.name = t_(has_lists() ? text::election_list : text::election_candidate)},
                                        {.name = t_(text::election_votes), .is_number = true}};
        if (by_quota) {
            columns.push_back({.name = t_(text::election_quotas), .is_number = true});
            columns.push_back({.name = t_(text::election_remainder), .is_number = true});
        }
        if (has_lists()) columns.push_back({.name = t_(text::election_places_won), .is_number = true});
        std::vector<std::vector<Html>> rows;
        for (std::size_t i = 0; i < election_.options.size(); ++i) {
            const auto& counted = election_.options[i].counted;
            std::vector<Html> row{Html{option_in_words(call_, election_, static_cast<int>(i) + 1)},
                                  Html{t_.number(counted.votes)}};
            if (by_quota) {
                row.push_back(Html{t_.number(counted.quotas.value_or(0))});
                row.push_back(Html{t_.number(counted.remainder.value_or(0))});
            }
            if (has_lists()) row.push_back(Html{t_.number(counted.places)});
            rows.push_back(std::move(row));
        }
        return ui::table(t_(text::election_working_votes), columns, rows);
    }

    std::string rule() const {
        const auto& working = view_.working;
        if (!has_lists()) {
            if (election_.round == 2) return t_(text::election_rule_most);
            return t_(text::rules_majority({.majority = majority_in_words(call_, working.majority)})) + " " +
                   t_(text::election_rule_needed({.whole = working.whole, .needed = working.needed}));
        }
        if (election_.quota) {
            return t_(text::election_rule_quota(
                {.votes = working.tally.in_favour, .places = election_.places, .quota = *election_.quota}));
        }
        return election_.list_method == ListMethod::sainte_lague_modified ? t_(text::election_rule_modified)
                                                                          : t_(text::election_rule_odd);
    }

    std::string why(const DecisionPlaceView& won) const {
        switch (won.place.by) {
        case PlaceBy::majority:
            return t_(text::election_by_majority({.votes = won.votes}));
        case PlaceBy::most_votes:
            return t_(text::election_by_most({.votes = won.votes}));
        case PlaceBy::quota:
            return t_(text::election_by_quota);
        case PlaceBy::remainder:
            return t_(text::election_by_remainder);
        case PlaceBy::quotient:
            break;
        }
        const int tenths = won.place.divisor_tenths.value_or(10);
        const auto divisor =
            tenths % 10 == 0 ? std::to_string(tenths / 10) : fmt::format("{},{}", tenths / 10, tenths % 10);
        const int hundredths = won.votes * 1000 / tenths;
        return t_(
            text::election_by_quotient({.votes = won.votes,
                                        .divisor = divisor,
                                        .quotient = fmt::format("{},{:02}", hundredths / 100, hundredths % 100)}));
    }

    Html places() const {
        std::vector<Html> lines;
        for (const auto& won : election_.elected) {
            auto who = won.name.empty() ? option_in_words(call_, election_, won.place.option) : won.name;
            if (has_lists()) who += fmt::format(" ({})", option_in_words(call_, election_, won.place.option));
            auto words = fmt::format("{}: {}", who, why(won));
            if (won.place.by_votes) words += " " + t_(text::election_by_votes);
            if (won.place.by_lot) words += " " + t_(text::election_by_lot);
            lines.push_back(html::li(words));
        }
        return html::ol(html::cls("ds-list"), lines);
    }

    Html lot(std::size_t i) const {
        std::vector<std::string> order;
        for (const auto option : counted_.lots[i].order)
            order.push_back(option_in_words(call_, election_, option));
        return html::join(
            {html::p(t_(text::election_lot_order(
                 {.place = counted_.lots[i].place, .order = fmt::format("{}", fmt::join(order, ", "))}))),
             html::p(t_(text::election_lot_check({.round = election_.round, .place = counted_.lots[i].place}))),
             ui::facts({{t_(text::election_lot_seed), html::code(election_.lot_seed)},
                        {t_(text::election_lot_commitment), html::code(election_.lot_commitment)}})});
    }

    std::string result() const {
        auto words = election_result(call_, view_.working.result) + ".";
        if (view_.working.goes_to_second_round) words += " " + t_(text::election_goes_on);
        return words;
    }

    const http::Call& call_;
    const i18n::Translator& t_;
    const DecisionView& view_;
    const DecisionElectionView& election_;
    const ElectionWorking& counted_;
    std::vector<Html> steps_;
};

} // namespace

std::vector<Html> election_working(const http::Call& call, const DecisionView& view) {
    return ElectionWriter{call, view}.write();
}

} // namespace governance
