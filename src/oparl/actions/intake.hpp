#pragma once
// Takes pages in: cuts them into objects, weeds out what is known, and keeps the rest in batches. While one batch is
// written, the next is read.
#include "oparl/domain/graph_object.hpp"
#include "oparl/domain/source.hpp"
#include "oparl/import_words.hpp"
#include "oparl/store/object_store.hpp"
#include "platform/services.hpp"

#include <future>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace oparl {

/// What a page brought, for whoever walks on.
struct PageOutcome {
    std::string next;
    std::optional<std::int64_t> total;
    std::int64_t objects = 0;
    std::int64_t first_met = 0; ///< Of the outermost, those that no page of this list had brought before.
    bool is_readable = true;
};

/// Which copy of an object counts: the one that its system changed last; of two alike, the one that stands alone, since
/// what is found inside another object may say less. A copy that differs from one just as good, read in the same run,
/// is refused: else each run would write it anew.
class Intake {
public:
    /// holds_nothing: the source has no object yet, so none needs to be looked for.
    Intake(const Services&, const Principal&, Source, const ImportRequest&, bool holds_nothing);
    ~Intake();
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    void set_origins(Origins origins) { origins_ = std::move(origins); }
    /// What comes now is another list.
    void begin_list() { met_in_list_.clear(); }
    /// Reads a page, and writes when enough has come together. Fails only when the database does.
    Result<PageOutcome> take_page(const std::string& place, std::string_view text);
    /// Says that a list has come so far; kept with the batch that holds what was read.
    void mark(const std::string& list, const std::string& next) { marks_[list] = next; }
    /// Something that is not taken; the list goes on.
    void refuse(const std::string& place, const std::string& object, Fault);
    /// Something that ends a list before its end.
    void break_off(const std::string& place, Fault);
    /// Where the lists stand that have not come to their end.
    [[nodiscard]] std::map<std::string, std::string> unfinished() const;
    [[nodiscard]] bool is_full() const { return report_.objects >= request_.objects_max; }

    /// Writes what is left, and waits until all is written.
    Result<void> flush();
    [[nodiscard]] ImportReport& report() { return report_; }

private:
    /// The best copy that this run has met.
    struct Met {
        std::uint64_t check = 0; ///< Of the id, beyond the key.
        Instant modified;
        bool stands_alone = true;
        crypto::Digest digest{};
    };
    struct Batch {
        std::vector<std::pair<std::int64_t, GraphObject>> objects;
        std::vector<std::int64_t> replaced; ///< Keys whose references are to be removed first.
        std::map<std::string, std::string> marks;
        std::int64_t added = 0, changed = 0, removed = 0;
    };

    void stage(const std::string& place, GraphObject, std::int64_t key);
    Result<void> compare();
    Result<void> hand_over();
    Result<void> wait();
    Result<void> write(db::Transaction&, const Batch&, Instant now) const;
    Result<void> index(db::Transaction&, const Batch&, Instant now) const;

    const Services& services_;
    const Principal& principal_;
    Source source_;
    const ImportRequest& request_;
    const bool holds_nothing_;
    Origins origins_;
    ImportReport report_;
    std::unordered_map<std::int64_t, Met> met_;
    /// Met, and not yet compared with what is held; with the place that each came from.
    std::unordered_map<std::int64_t, std::pair<std::string, GraphObject>> candidates_;
    std::unordered_set<std::int64_t> met_in_list_;
    std::map<std::string, std::string> marks_;
    Batch batch_;
    std::future<Result<void>> writing_;
};

} // namespace oparl
