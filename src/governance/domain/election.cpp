#include "governance/domain/election.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>

namespace governance {

static constexpr int election_places_max = 200;

std::string commitment_of(std::string_view lot_seed) {
    return crypto::to_hex(crypto::sha256(lot_seed));
}

namespace {

/// One election on its way from votes to places.
class ElectionCount {
public:
    ElectionCount(const BodyRules& rules, const ElectionInputs& inputs, int round, const std::vector<int>& votes)
        : rules_{rules}, inputs_{inputs}, round_{round}, votes_{votes} {
        for (const auto each : votes_) {
            OptionWorking option;
            option.votes = each;
            working_.options.push_back(option);
        }
    }

    Result<ElectionWorking> majority(int needed) {
        const int most = *std::ranges::max_element(votes_);
        const bool by_most = round_ == 2;
        // Nobody is elected by nobody.
        if (most == 0 || (!by_most && most < needed)) return working_;
        const auto first = with_votes(most);
        const auto chosen = TRY(break_tie(first, 1));
        if (chosen.empty()) return working_;
        give(chosen.front(), by_most ? PlaceBy::most_votes : PlaceBy::majority, {}, false, first.size() > 1);
        return working_;
    }

    Result<ElectionWorking> largest_remainder() {
        const int total = std::accumulate(votes_.begin(), votes_.end(), 0);
        if (total == 0) return working_;
        working_.quota = total / (inputs_.places + 1) + 1;
        std::vector<int> left(votes_.size());
        for (std::size_t i = 0; i < votes_.size(); ++i) {
            working_.options[i].quotas = votes_[i] / *working_.quota;
            working_.options[i].remainder = left[i] = votes_[i] % *working_.quota;
            for (int each = 0; each < *working_.options[i].quotas && has_names_left(i); ++each)
                give(i, PlaceBy::quota, {}, false, false);
        }
        // A list that has got a place for its remainder waits until all others have had their turn.
        const auto nearer = [&](std::size_t one, std::size_t other) { return left[one] - left[other]; };
        const auto taken = [&](std::size_t option) { left[option] -= *working_.quota; };
        TRY(share_the_rest(PlaceBy::remainder, nearer, taken));
        return working_;
    }

    Result<ElectionWorking> highest_quotients(int first_divisor_tenths) {
        if (std::accumulate(votes_.begin(), votes_.end(), 0) == 0) return working_;
        first_divisor_ = first_divisor_tenths;
        const auto nearer = [&](std::size_t one, std::size_t other) {
            // Fractions are laid beside each other by cross multiplication: nothing is rounded.
            return std::int64_t{votes_[one]} * divisor_of(other) - std::int64_t{votes_[other]} * divisor_of(one);
        };
        TRY(share_the_rest(PlaceBy::quotient, nearer, [](std::size_t) {}));
        return working_;
    }

private:
    [[nodiscard]] bool has_names_left(std::size_t option) const {
        return working_.options[option].places < inputs_.names[option];
    }
    [[nodiscard]] int places_left() const { return inputs_.places - static_cast<int>(working_.elected.size()); }
    /// 14, 30, 50 … or 10, 30, 50 … for the place that the list would get next.
    [[nodiscard]] int divisor_of(std::size_t option) const {
        const int has = working_.options[option].places;
        return has == 0 ? first_divisor_ : 10 * (2 * has + 1);
    }
    [[nodiscard]] std::vector<std::size_t> with_votes(int wanted) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < votes_.size(); ++i) {
            if (votes_[i] == wanted) found.push_back(i);
        }
        return found;
    }

    void give(std::size_t option, PlaceBy by, std::optional<int> divisor, bool by_votes, bool by_lot) {
        auto& counted = working_.options[option];
        ++counted.places;
        working_.elected.push_back({static_cast<int>(option) + 1, counted.places, by, divisor, by_votes, by_lot});
    }

    /// Place after place to whoever is nearest; among those as near, to whoever has the most votes; among those, by
    /// lot, unless there are places enough for all of them.
    template <class Nearer, class Taken>
    Result<void> share_the_rest(PlaceBy by, Nearer&& nearer, Taken&& taken) {
        while (places_left() > 0) {
            std::vector<std::size_t> nearest;
            for (std::size_t i = 0; i < votes_.size(); ++i) {
                if (votes_[i] == 0 || !has_names_left(i)) continue;
                const auto order = nearest.empty() ? 0 : nearer(i, nearest.front());
                if (order > 0) nearest.clear();
                if (order >= 0) nearest.push_back(i);
            }
            if (nearest.empty()) return {}; // the lists that got votes have no more names
            const auto all = nearest;
            if (std::ssize(nearest) > places_left()) {
                int most = 0;
                for (const auto option : nearest)
                    most = std::max(most, votes_[option]);
                std::erase_if(nearest, [&](std::size_t option) { return votes_[option] < most; });
            }
            const bool by_votes = nearest.size() < all.size();
            const bool needs_lot = std::ssize(nearest) > places_left();
            if (needs_lot) nearest = TRY(break_tie(nearest, places_left()));
            if (nearest.empty()) return {};
            for (const auto option : nearest) {
                const auto divisor = by == PlaceBy::quotient ? std::optional{divisor_of(option)} : std::nullopt;
                give(option, by, divisor, by_votes, needs_lot);
                taken(option);
            }
        }
        return {};
    }

    /// So many of them, as the lot falls; none where the rules draw no lots.
    Result<std::vector<std::size_t>> break_tie(std::vector<std::size_t> between, int places) {
        if (std::ssize(between) <= places) return between;
        if (rules_.election_tie != ElectionTie::lot) {
            working_.is_tied = true;
            return std::vector<std::size_t>{};
        }
        if (!inputs_.lot_seed || commitment_of(*inputs_.lot_seed) != inputs_.lot_commitment) {
            return election_lot_faulty.error();
        }
        const int place = static_cast<int>(working_.elected.size()) + 1;
        std::ranges::sort(between, {}, [&](std::size_t option) {
            return commitment_of(fmt::format("{}/{}/{}/{}", *inputs_.lot_seed, round_, place, option + 1));
        });
        LotWorking lot;
        lot.place = place;
        for (const auto option : between)
            lot.order.push_back(static_cast<int>(option) + 1);
        working_.lots.push_back(std::move(lot));
        between.resize(static_cast<std::size_t>(places));
        return between;
    }

    const BodyRules& rules_;
    const ElectionInputs& inputs_;
    int round_;
    const std::vector<int>& votes_;
    int first_divisor_ = 10;
    ElectionWorking working_;
};

} // namespace

Result<ElectionWorking> count_election(const BodyRules& rules, const ElectionInputs& inputs, int round,
                                       const std::vector<int>& votes, int needed) {
    ElectionCount count{rules, inputs, round, votes};
    if (inputs.form == ElectionForm::majority) return count.majority(needed);
    const auto rule = rules.election_rule();
    if (!rule.may_use_lists) return election_lists_not_allowed.error();
    switch (rule.list_method) {
    case ListMethod::largest_remainder:
        break;
    case ListMethod::sainte_lague:
        return count.highest_quotients(10);
    case ListMethod::sainte_lague_modified:
        return count.highest_quotients(14);
    }
    return count.largest_remainder();
}

std::string Election::name_at(int option, int name) const {
    if (option < 1 || option > std::ssize(options)) return {};
    const auto& found = options[static_cast<std::size_t>(option - 1)];
    if (form == ElectionForm::majority) return found.name;
    return name < 1 || name > std::ssize(found.names) ? std::string{} : found.names[static_cast<std::size_t>(name - 1)];
}

Result<void> check_election(const Election& election, const BodyRules& rules) {
    std::vector<Fault> faults;
    const bool has_lists = election.form == ElectionForm::proportional;
    if (has_lists && !rules.election_rule().may_use_lists) faults.push_back(election_lists_not_allowed.at("#/form"));
    if (election.options.empty()) faults.push_back(election_options_faulty.at("#/options"));
    std::set<std::string> known;
    std::int64_t names = 0;
    for (std::size_t i = 0; i < election.options.size(); ++i) {
        const auto& option = election.options[i];
        const bool is_good = !option.name.empty() && option.names.empty() != has_lists;
        const std::set<std::string> on_list{option.names.begin(), option.names.end()};
        const bool is_new = known.insert(option.name).second && on_list.size() == option.names.size();
        if (!is_good || !is_new) faults.push_back(election_options_faulty.at(fmt::format("#/options/{}", i)));
        names += has_lists ? std::ssize(option.names) : 1;
    }
    const auto most = has_lists ? std::min<std::int64_t>(names, election_places_max) : 1;
    if (election.places < 1 || election.places > most) {
        faults.push_back(election_places_faulty.at("#/places", {{"places", election.places}, {"most", most}}));
    }
    if (faults.empty()) return {};
    auto error = election_faulty.error();
    error.faults = std::move(faults);
    return error;
}

} // namespace governance
