#include "oparl/actions/intake.hpp"
#include "oparl/domain/errors.hpp"
#include "oparl/domain/page.hpp"
#include "oparl/store/source_store.hpp"
#include "platform/search/search.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace oparl {

static constexpr std::size_t refusals_kept = 1000;

/// What people search for by name. Persons are left out: a register of people that can be searched is something else
/// than one that can be read.
static bool is_searched(ObjectType type) {
    using enum ObjectType;
    return type == body || type == organization || type == meeting || type == paper;
}

static std::uint64_t check_of(std::string_view id) {
    return std::hash<std::string_view>{}(id);
}

Intake::Intake(const Services& services, const Principal& principal, Source source, const ImportRequest& request,
               bool holds_nothing)
    : services_{services}, principal_{principal}, source_{std::move(source)}, request_{request}, holds_nothing_{
                                                                                                     holds_nothing} {}

Intake::~Intake() {
    if (writing_.valid()) writing_.wait();
}

void Intake::refuse(const std::string& place, const std::string& object, Fault fault) {
    ++report_.refused;
    if (report_.refusals.size() < refusals_kept) report_.refusals.push_back({place, object, std::move(fault)});
}

void Intake::break_off(const std::string& place, Fault fault) {
    report_.is_complete = false;
    refuse(place, {}, std::move(fault));
}

std::map<std::string, std::string> Intake::unfinished() const {
    std::map<std::string, std::string> left;
    for (const auto& [list, next] : marks_) {
        if (!next.empty()) left.emplace(list, next);
    }
    return left;
}

Result<PageOutcome> Intake::take_page(const std::string& place, std::string_view text) {
    report_.bytes += static_cast<std::int64_t>(text.size());
    auto page = read_page(text);
    PageOutcome outcome{std::move(page.next), page.total, 0, 0, !page.broken_at};
    std::size_t number = 0;
    for (const auto& item : page.items) {
        auto taken = take_apart(item, origins_);
        for (auto& fault : taken.faults) {
            fault.fault.pointer.insert(1, fmt::format("/data/{}", number));
            refuse(place, fault.object, std::move(fault.fault));
        }
        for (auto& object : taken.objects) {
            ++outcome.objects;
            const auto key = object_key(object.id);
            if (object.stands_alone && met_in_list_.insert(key).second) ++outcome.first_met;
            stage(place, std::move(object), key);
        }
        ++number;
    }
    report_.objects += outcome.objects;
    if (page.broken_at) {
        refuse(place, {}, page_unreadable.at("#", {{"position", static_cast<std::int64_t>(*page.broken_at)}}));
    }
    if (candidates_.size() >= request_.batch_objects) {
        TRY(compare());
        TRY(hand_over());
    }
    return outcome;
}

void Intake::stage(const std::string& place, GraphObject object, std::int64_t key) {
    const Met here{check_of(object.id), object.modified, object.stands_alone, object.digest};
    const auto [known, is_first] = met_.try_emplace(key, here);
    if (is_first) {
        candidates_.insert_or_assign(key, std::pair{place, std::move(object)});
        return;
    }
    auto& before = known->second;
    if (before.check != here.check) {
        refuse(place, object.id, id_taken.at("#/id"));
        return;
    }
    const auto rank = std::pair{here.modified, here.stands_alone};
    const auto rank_before = std::pair{before.modified, before.stands_alone};
    if (rank < rank_before || here.digest == before.digest) return;
    if (rank == rank_before) {
        if (here.stands_alone) refuse(place, object.id, copies_differ.at("#"));
        return;
    }
    before = here;
    candidates_.insert_or_assign(key, std::pair{place, std::move(object)});
    return;
}

Result<void> Intake::compare() {
    std::vector<std::int64_t> keys;
    keys.reserve(candidates_.size());
    for (const auto& [key, candidate] : candidates_)
        keys.push_back(key);
    std::ranges::sort(keys); // neighbours in the tables then stand together
    // What is being written is seen only when it is there.
    TRY(wait());
    std::unordered_map<std::int64_t, store::Held> held;
    if (!keys.empty() && !holds_nothing_) {
        auto reader = TRY(services_.database.reader());
        for (auto& each : TRY(store::held(*reader, source_.number, keys)))
            held.emplace(each.key, std::move(each));
    }
    for (const auto key : keys) {
        auto& [place, object] = candidates_.at(key);
        const auto known = held.find(key);
        if (known == held.end()) {
            ++(object.is_deleted ? batch_.removed : batch_.added);
            batch_.objects.emplace_back(key, std::move(object));
            continue;
        }
        const auto& before = known->second;
        if (before.id != object.id) {
            refuse(place, object.id, id_taken.at("#/id"));
            continue;
        }
        if (before.digest == object.digest) continue;
        if (std::pair{object.modified, object.stands_alone} < std::pair{before.modified, before.stands_alone}) {
            met_[key] = {check_of(before.id), before.modified, before.stands_alone, before.digest};
            continue;
        }
        ++(object.is_deleted ? batch_.removed : batch_.changed);
        batch_.replaced.push_back(key);
        batch_.objects.emplace_back(key, std::move(object));
    }
    candidates_.clear();
    return {};
}

Result<void> Intake::hand_over() {
    TRY(wait());
    if (batch_.objects.empty()) return {};
    batch_.marks = marks_;
    report_.added += batch_.added;
    report_.changed += batch_.changed;
    report_.removed += batch_.removed;
    ++report_.transactions;
    writing_ = std::async(std::launch::async, [this, batch = std::exchange(batch_, {}), now = services_.clock.now()] {
        return services_.database.write([&](db::Transaction& transaction) { return write(transaction, batch, now); });
    });
    return {};
}

Result<void> Intake::wait() {
    if (!writing_.valid()) return {};
    return writing_.get();
}

Result<void> Intake::flush() {
    TRY(compare());
    TRY(hand_over());
    return wait();
}

Result<void> Intake::write(db::Transaction& transaction, const Batch& batch, Instant now) const {
    for (const auto key : batch.replaced)
        TRY(store::remove_references(transaction, source_.number, key));
    std::vector<store::Edge> edges;
    for (const auto& [key, object] : batch.objects) {
        TRY(store::put_object(transaction, source_.number, key, object, now));
        for (const auto& reference : object.references)
            edges.push_back({key, reference});
    }
    TRY(store::insert_references(transaction, source_.number, edges));
    TRY(index(transaction, batch, now));
    for (const auto& [list, next] : batch.marks)
        TRY(store::set_position(transaction, source_.number, list, next));
    journal::Body body;
    body.text("source", source_.slug)
        .text("name", source_.name)
        .number("added", batch.added)
        .number("changed", batch.changed)
        .number("removed", batch.removed);
    TRY(services_.journal.append(
        transaction, principal_,
        {.type = "oparl.objects_taken", .subjects = {{"oparl_source", source_.slug}}, .body = std::move(body)}, now));
    return {};
}

Result<void> Intake::index(db::Transaction& transaction, const Batch& batch, Instant now) const {
    for (const auto& [key, object] : batch.objects) {
        if (!is_searched(object.type)) continue;
        const auto id = fmt::format("{}-{}", source_.number, key);
        if (object.is_deleted || object.name.empty()) {
            TRY(search::remove(transaction, "oparl", id));
            continue;
        }
        const auto changed_at = object.modified == Instant{} ? now : object.modified;
        TRY(search::put(transaction, {.kind = "oparl",
                                      .id = id,
                                      .language = i18n::Language::nb,
                                      .title = object.name,
                                      .text = source_.name + "\n" + object.words,
                                      .url = fmt::format("{}/objects/{}", source_.url(), key),
                                      .changed_at = changed_at}));
    }
    return {};
}

} // namespace oparl
