#include "dispatch/jobs/give_space_back.hpp"

#include "dispatch/store/space_store.hpp"
#include "platform/crash_point.hpp"
#include "platform/log/log.hpp"

#include <algorithm>

namespace dispatch {

/// Of one sync of the store, and one transaction.
static constexpr int given_at_once_max = 200;
static constexpr auto looked_at_once_max = std::chrono::hours{24};
/// Of what arrives together: a request is taken in before it is this old, and a letter is dated when it came.
static constexpr auto arrival_slack = std::chrono::hours{24};

/// Those of the contents that no upload and no dispatch refers to.
static Result<std::vector<std::string>> unclaimed(const Office& office, const std::vector<blobs::Digest>& contents,
                                                  Instant since) {
    std::unordered_set<std::string> left;
    for (const auto& digest : contents) {
        left.insert(digest.to_string());
    }
    const auto reader = TRY(office.services.database.reader());
    // Uploads first: a letter takes an upload's content, never the other way.
    TRY(store::drop_uploaded(*reader, left));
    TRY(store::drop_sent_since(*reader, since - arrival_slack, left));
    // Few are left now, so that all documents can be asked, however old a letter says it is.
    for (const auto& blob : TRY(store::sent_of(*reader, {left.begin(), left.end()}))) {
        left.erase(blob);
    }
    return std::vector<std::string>{left.begin(), left.end()};
}

/// Files of refused and tried letters, and of requests that were cut off. Each is looked at once: what a letter has
/// taken is released with the letter.
/// True while there is more: a day at a time, however long nobody has looked.
static Result<bool> look_for_unclaimed(const Office& office) {
    const auto latest = std::chrono::floor<std::chrono::hours>(office.services.clock.now() - released_rest);
    auto reader = TRY(office.services.database.reader());
    const auto from = TRY(store::looked_until(*reader));
    reader.reset();
    if (latest <= from) return false;
    const auto until = from == Instant{} ? latest : std::min<Instant>(latest, from + looked_at_once_max);
    const auto contents = TRY(office.services.blobs.passing(from, until));
    const auto found = contents.empty() ? std::vector<std::string>{} : TRY(unclaimed(office, contents, from));
    TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        // They have been without use since before: no further rest is needed.
        TRY(store::release(transaction, found, from));
        return store::set_looked_until(transaction, until);
    }));
    return until < latest;
}

/// True while there is more.
static Result<bool> give_some_back(const Office& office) {
    auto reader = TRY(office.services.database.reader());
    const auto before = office.services.clock.now() - released_rest;
    const auto blobs = TRY(store::released_before(*reader, before, given_at_once_max));
    reader.reset();
    if (blobs.empty()) return false;
    std::vector<blobs::Digest> digests;
    for (const auto& blob : blobs) {
        digests.push_back(TRY(blobs::Digest::parse(blob)));
    }
    const auto bytes = TRY(office.services.blobs.release(digests));
    platform::crash_point("dispatch.space_given_back");
    TRY(office.services.database.write([&](db::Transaction& transaction) {
        return store::note_given_back(transaction, blobs, static_cast<std::int64_t>(bytes));
    }));
    logging::info("post.space_given_back", {{"contents", blobs.size()}, {"bytes", bytes}});
    return blobs.size() == given_at_once_max;
}

Result<void> give_space_back(const Office& office) {
    while (TRY(look_for_unclaimed(office))) {
    }
    while (TRY(give_some_back(office))) {
    }
    return {};
}

} // namespace dispatch
