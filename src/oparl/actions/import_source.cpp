#include "oparl/actions/walks.hpp"
#include "oparl/domain/errors.hpp"
#include "oparl/oparl.hpp"
#include "oparl/store/source_store.hpp"

#include <algorithm>
#include <chrono>

namespace oparl {

namespace {

/// Clocks differ, and a list may change while it is read: so much is asked for again.
constexpr std::chrono::hours overlap{1};

Result<Source> begin_source(const Services& services, const Principal& principal, const ImportRequest& request,
                            const std::string& slug, bool is_address) {
    std::optional<Source> known;
    {
        auto reader = TRY(services.database.reader());
        known = TRY(store::find_source(*reader, slug));
    }
    const auto address = is_address ? request.place : std::string{};
    if (known) {
        if (known->address != address) return source_taken.error({{"source", slug}, {"address", known->address}});
        return *std::move(known);
    }
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<Source> {
        Source fresh;
        fresh.slug = fresh.name = slug;
        fresh.address = address;
        fresh.created_at = fresh.changed_at = now;
        fresh = TRY(store::insert_source(transaction, fresh));
        journal::Body body;
        body.text("source", slug).text("address", address);
        TRY(services.journal.append(
            transaction, principal,
            {.type = "oparl.source_added", .subjects = {{"oparl_source", slug}}, .body = std::move(body)}, now));
        return fresh;
    });
}

/// After the body, when it is the only one; else after the system.
Result<void> name_source(db::Reader& reader, Source& source) {
    for (const auto type : {ObjectType::system, ObjectType::body}) {
        const auto found = TRY(store::list_objects(reader, source.number, type, 2, 0));
        if (found.size() != 1) continue;
        if (!found.front().name.empty()) source.name = found.front().name;
        const auto row = TRY(store::find_object(reader, source.number, found.front().key));
        const auto content = row ? json::parse(row->content) : Result<json::Value>{json::Value{}};
        if (content && !content->text_of("license").empty()) source.license = content->text_of("license");
    }
    return {};
}

bool is_same(const Refusal& left, const Refusal& right) {
    return left.place == right.place && left.object == right.object && left.fault.pointer == right.fault.pointer &&
           left.fault.code == right.fault.code;
}

/// Those of this run; when only what is new was read, what earlier runs said of objects stands beside them. What they
/// said of whole lists has been tried again.
std::vector<Refusal> refusals_after(const std::vector<Refusal>& before, const ImportReport& report, bool is_partial) {
    if (!is_partial) return report.refusals;
    auto all = before;
    std::erase_if(all, [](const Refusal& each) { return each.fault.pointer == "#"; });
    for (const auto& refusal : report.refusals) {
        const bool is_known = std::ranges::any_of(before, [&](const Refusal& each) { return is_same(each, refusal); });
        if (!is_known) all.push_back(refusal);
    }
    return all;
}

struct Closing {
    bool is_partial = false; ///< Only what is new was asked for, or the run went on from an earlier one.
    Instant begun_at;
};

/// Everything up to here has been read: what the newest object says, but no later than the run could know. Nothing when
/// a list is left, or when parts of it were read in an earlier run, whenever that was.
Result<std::optional<Instant>> complete_until(db::Reader& reader, const Source& source, const ImportReport& report,
                                              Instant begun_at) {
    if (!report.is_complete || report.was_resumed || report.written() == 0) return source.complete_until;
    const auto newest = TRY(store::newest_modified(reader, source.number, begun_at - overlap));
    return newest ? newest : source.complete_until;
}

/// Keeps what the run ends with; writes nothing when that is what it began with.
Result<void> close_run(const Services& services, const Principal& principal, Source source, Intake& intake,
                       const Closing& closing) {
    auto& report = intake.report();
    const auto before = source;
    std::vector<Refusal> refusals_before;
    Positions positions_before;
    {
        auto reader = TRY(services.database.reader());
        TRY(name_source(*reader, source));
        source.complete_until = TRY(complete_until(*reader, source, report, closing.begun_at));
        refusals_before = TRY(store::refusals(*reader, source.number));
        positions_before = TRY(store::positions(*reader, source.number));
    }
    const auto refusals = refusals_after(refusals_before, report, closing.is_partial);
    const auto positions = intake.unfinished();
    const bool has_new_refusals = !std::ranges::equal(refusals, refusals_before, is_same);
    const bool is_unchanged = source.name == before.name && source.license == before.license &&
                              source.complete_until == before.complete_until && positions == positions_before;
    if (is_unchanged && !has_new_refusals) return {};
    ++report.transactions;
    const auto now = services.clock.now();
    source.changed_at = now;
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(store::save_source(transaction, source));
        TRY(store::clear_positions(transaction, source.number));
        for (const auto& [list, next] : positions)
            TRY(store::set_position(transaction, source.number, list, next));
        if (has_new_refusals) TRY(store::replace_refusals(transaction, source.number, refusals));
        journal::Body body;
        body.text("source", source.slug).text("name", source.name).number("refused", std::ssize(refusals));
        body.flag("isComplete", report.is_complete);
        TRY(services.journal.append(
            transaction, principal,
            {.type = "oparl.source_read", .subjects = {{"oparl_source", source.slug}}, .body = std::move(body)}, now));
        return {};
    });
}

} // namespace

Result<ImportReport> import_source(const Services& services, const Principal& principal, const ImportRequest& request) {
    const bool is_address = !origin_of(request.place).empty();
    const auto slug = request.slug.empty() ? slug_of_place(request.place) : slug_of_place(request.slug);
    const auto begun_at = services.clock.now();
    const auto source = TRY(begin_source(services, principal, request, slug, is_address));
    Positions positions;
    if (!request.is_full) {
        auto reader = TRY(services.database.reader());
        positions = TRY(store::positions(*reader, source.number));
    }
    const auto since = request.is_full ? std::nullopt : source.complete_until;
    bool holds_nothing = false;
    {
        auto reader = TRY(services.database.reader());
        holds_nothing = TRY(store::count_types(*reader, source.number)).empty();
    }
    Intake intake{services, principal, source, request, holds_nothing};
    intake.report().slug = slug;
    if (is_address) {
        TRY(walk_system(positions, since, request, intake));
    } else {
        TRY(walk_folder(request.place, positions, request, intake));
    }
    TRY(intake.flush());
    const bool is_partial = (is_address && since) || intake.report().was_resumed;
    TRY(close_run(services, principal, source, intake, {is_partial, begun_at}));
    return intake.report();
}

} // namespace oparl
