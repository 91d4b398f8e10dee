// The one file that knows Boost.JSON: its push parser builds our tree, so that no document is held twice.
#include "platform/json/reading.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>

namespace json {
namespace {

using boost::system::error_code;
using Piece = boost::json::string_view;
using reading::Place;

/// One array or object that is not closed yet.
struct Level {
    bool is_object = false;
    Array items;
    Object members;
    std::string name;      ///< Of the member whose value comes next.
    std::size_t count = 0; ///< Of all items, kept or not.
};

class Builder {
public:
    // Limits of ours are checked here, so that they become faults with a place.
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    explicit Builder(reading::Reader& reader) : reader_{&reader} {}
    [[nodiscard]] Value& document() { return document_; }
    void fault(const ErrorCode& code, ErrorValues values = {}) { fault_at(levels_.size(), code, std::move(values)); }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(true); }
    bool on_array_begin(error_code&) { return open(false); }

    bool on_object_end(std::size_t, error_code&) {
        auto level = close();
        note_duplicates(level.members);
        return place(std::move(level.members));
    }
    bool on_array_end(std::size_t, error_code&) { return place(std::move(close().items)); }

    bool on_key_part(Piece piece, std::size_t, error_code&) { return gather(piece); }
    bool on_key(Piece piece, std::size_t, error_code&) {
        gather(piece);
        levels_.back().name = std::exchange(gathered_, {});
        return true;
    }
    bool on_string_part(Piece piece, std::size_t, error_code&) { return gather(piece); }
    bool on_string(Piece piece, std::size_t, error_code&) {
        gather(piece);
        return place(std::exchange(gathered_, {}));
    }
    bool on_number_part(Piece piece, error_code&) { return gather(piece); }
    bool on_int64(std::int64_t number, Piece, error_code&) {
        gathered_.clear();
        return place(number);
    }
    bool on_uint64(std::uint64_t number, Piece, error_code&) {
        gathered_.clear();
        return place(static_cast<double>(number));
    }
    bool on_double(double approximate, Piece piece, error_code&) {
        // The library's own conversion may be off in the last place; of what is beyond double it makes infinity.
        gather(piece);
        auto number = approximate;
        if (std::isinf(approximate)) {
            fault(platform::number_out_of_range, {{"minimum", "-1.8e308"}, {"maximum", "1.8e308"}});
        } else {
            std::from_chars(gathered_.data(), gathered_.data() + gathered_.size(), number);
        }
        gathered_.clear();
        return place(number);
    }
    bool on_bool(bool truth, error_code&) { return place(truth); }
    bool on_null(error_code&) { return place(nullptr); }
    bool on_comment_part(Piece, error_code&) { return true; }
    bool on_comment(Piece, error_code&) { return true; }

private:
    bool gather(Piece piece) {
        gathered_.append(piece.data(), piece.size());
        return true;
    }

    bool open(bool is_object) {
        levels_.emplace_back().is_object = is_object;
        return true;
    }

    Level close() {
        auto level = std::move(levels_.back());
        levels_.pop_back();
        if (level.count > items_max) {
            fault(platform::too_many_items,
                  {{"count", static_cast<std::int64_t>(level.count)}, {"max", std::int64_t{items_max}}});
        }
        return level;
    }

    template <class T>
    bool place(T&& content) {
        if (levels_.empty()) {
            document_ = Value{std::forward<T>(content)};
            return true;
        }
        auto& level = levels_.back();
        if (++level.count > items_max) return true;
        if (level.is_object) {
            level.members.push_back({std::move(level.name), Value{std::forward<T>(content)}});
        } else {
            level.items.emplace_back(std::forward<T>(content));
        }
        return true;
    }

    void note_duplicates(Object& members) {
        std::vector<std::string_view> names;
        for (const auto& member : members)
            names.push_back(member.name);
        std::sort(names.begin(), names.end());
        for (auto at = std::adjacent_find(names.begin(), names.end()); at != names.end();
             at = std::adjacent_find(std::upper_bound(at, names.end(), *at), names.end())) {
            with_place(levels_.size(), Place{},
                       [&](const Place& place) { reader_->fault(place.member(*at), platform::duplicate_field); });
        }
    }

    void fault_at(std::size_t depth, const ErrorCode& code, ErrorValues values) {
        with_place(depth, Place{}, [&](const Place& place) { reader_->fault(place, code, std::move(values)); });
    }

    /// Calls with the place of the value that is being read at that depth.
    template <class Use>
    void with_place(std::size_t depth, const Place& place, const Use& use, std::size_t level = 0) const {
        if (level == depth) return use(place);
        const auto& here = levels_[level];
        with_place(depth, here.is_object ? place.member(here.name) : place.item(here.count), use, level + 1);
    }

    reading::Reader* reader_;
    std::vector<Level> levels_;
    std::string gathered_;
    Value document_;
};

Error not_json(std::string_view text, std::size_t position) {
    const auto before = text.substr(0, position);
    const auto line_start = before.rfind('\n');
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column =
        1 + unicode::length(line_start == std::string_view::npos ? before : before.substr(line_start + 1));
    return platform::body_not_json.error({{"line", std::int64_t{line}}, {"column", static_cast<std::int64_t>(column)}});
}

} // namespace

namespace reading {

Result<Value> document(std::string_view text, Reader& reader) {
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (const auto byte = unicode::first_invalid_byte(text)) {
        return platform::bad_encoding.error({{"position", static_cast<std::int64_t>(*byte)}});
    }
    boost::json::parse_options options;
    options.max_depth = depth_max;
    boost::json::basic_parser<Builder> parser{options, reader};
    error_code failure;
    const auto consumed = parser.write_some(false, text.data(), text.size(), failure);
    if (failure == boost::json::error::too_deep) {
        parser.handler().fault(platform::too_deep, {{"max", std::int64_t{depth_max}}});
        return faulty(std::move(reader.faults()));
    }
    if (failure) return not_json(text, consumed);
    const auto rest = text.substr(consumed);
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos) return not_json(text, consumed);
    return std::move(parser.handler().document());
}

} // namespace reading

Result<Value> parse(std::string_view text) {
    reading::Reader reader{Source::json};
    auto document = TRY(reading::document(text, reader));
    if (!reader.faults().empty()) return reading::faulty(std::move(reader.faults()));
    return document;
}

} // namespace json
