#include "hearings/domain/anchoring.hpp"

#include "platform/ensure.hpp"

namespace hearings {

static Count& count_of(Tally& tally, Stance stance) {
    switch (stance) {
    case Stance::support:
        return tally.support;
    case Stance::support_if:
        return tally.support_if;
    case Stance::against:
        return tally.against;
    case Stance::no_capacity:
        break;
    }
    return tally.no_capacity;
}

void Tally::add(const Addressee& one) {
    addressed.add(one.inhabitants);
    // Whoever answered through a network may never have been reached in person, but was; the same with reading.
    if (one.reached_at || one.opened_at || one.stance) reached.add(one.inhabitants);
    if (one.opened_at || one.stance) opened.add(one.inhabitants);
    if (!one.stance) return;
    answered.add(one.inhabitants);
    count_of(*this, *one.stance).add(one.inhabitants);
}

static Count& operator+=(Count& into, const Count& more) {
    into.organisations += more.organisations;
    into.inhabitants += more.inhabitants;
    return into;
}

Tally& Tally::operator+=(const Tally& more) {
    using hearings::operator+=;
    addressed += more.addressed;
    reached += more.reached;
    opened += more.opened;
    answered += more.answered;
    support += more.support;
    support_if += more.support_if;
    against += more.against;
    no_capacity += more.no_capacity;
    return *this;
}

Count Tally::silent() const {
    return {addressed.organisations - answered.organisations, addressed.inhabitants - answered.inhabitants};
}

double percent(std::int64_t part, std::int64_t whole) {
    ensure(part >= 0 && part <= whole);
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Anchoring anchoring_of(const std::vector<Addressee>& all) {
    Anchoring anchoring;
    for (const auto& one : all) {
        if (!one.is_municipality) continue;
        anchoring.whole.add(one);
        anchoring.by_county[one.county_number].add(one);
        anchoring.by_size[size_of(one.inhabitants)].add(one);
    }
    return anchoring;
}

static void forget_after(std::optional<Instant>& happened, Instant limit) {
    if (happened && *happened > limit) happened.reset();
}

std::vector<Addressee> as_of(std::vector<Addressee> all, Instant limit) {
    for (auto& one : all) {
        forget_after(one.reached_at, limit);
        forget_after(one.opened_at, limit);
        forget_after(one.answered_at, limit);
        if (!one.answered_at) one.stance.reset();
    }
    return all;
}

/// The earlier of two, where nothing is never.
static void take_earlier(std::optional<Instant>& into, const std::optional<Instant>& other) {
    if (other && (!into || *other < *into)) into = other;
}

std::vector<Addressee> combined(const std::vector<std::vector<Addressee>>& hearings) {
    std::map<directory::OrganisationId, Addressee> merged;
    for (const auto& hearing : hearings) {
        for (const auto& one : hearing) {
            const auto [place, is_new] = merged.emplace(one.organisation, one);
            if (is_new) continue;
            auto& known = place->second;
            take_earlier(known.reached_at, one.reached_at);
            take_earlier(known.opened_at, one.opened_at);
            if (one.stance && (!known.answered_at || *one.answered_at > *known.answered_at)) {
                known.stance = one.stance;
                known.answered_at = one.answered_at;
            }
        }
    }
    std::vector<Addressee> all;
    for (auto& [id, one] : merged)
        all.push_back(std::move(one));
    return all;
}

} // namespace hearings
