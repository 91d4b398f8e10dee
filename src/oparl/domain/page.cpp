#include "oparl/domain/page.hpp"
#include "platform/json/value.hpp"

namespace oparl {

namespace {

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_{text} {}

    [[nodiscard]] std::size_t place() const { return at_; }
    [[nodiscard]] bool is_broken() const { return is_broken_; }

    char next_letter() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n'))
            ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    bool take(char letter) {
        if (next_letter() != letter) return false;
        ++at_;
        return true;
    }

    void expect(char letter) {
        if (!take(letter)) is_broken_ = true;
    }

    /// The text of the value that comes next, quotes and brackets included.
    std::string_view value() {
        next_letter();
        const auto begin = at_;
        if (begin >= text_.size()) is_broken_ = true;
        std::size_t open = 0;
        while (!is_broken_ && at_ < text_.size()) {
            const char letter = text_[at_];
            if (letter == '"') {
                pass_quoted();
            } else if (letter == '{' || letter == '[') {
                ++open;
                ++at_;
            } else if (letter == '}' || letter == ']') {
                if (open == 0) break;
                --open;
                ++at_;
            } else if (open == 0 &&
                       (letter == ',' || letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t')) {
                break;
            } else {
                ++at_;
                continue;
            }
            if (open == 0) break;
        }
        if (open > 0 || at_ == begin) is_broken_ = true;
        return text_.substr(begin, at_ - begin);
    }

private:
    void pass_quoted() {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '"') {
                ++at_;
                return;
            }
        }
        is_broken_ = true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool is_broken_ = false;
};

void cut_items(Cutter& cutter, Page& page) {
    cutter.expect('[');
    if (cutter.take(']')) return;
    while (!cutter.is_broken()) {
        const auto item = cutter.value();
        if (cutter.is_broken()) return;
        page.items.push_back(item);
        if (cutter.take(']')) return;
        cutter.expect(',');
    }
}

/// The members round the objects: how many there are, and where the next ones stand.
void read_frame(Page& page, std::string_view name, std::string_view value) {
    if (name != "\"links\"" && name != "\"pagination\"") return;
    const auto read = json::parse(value);
    if (!read) return;
    if (name == "\"links\"") {
        page.next = read->text_of("next");
    } else if (const auto* total = read->find("totalElements"); total != nullptr && total->integer() != nullptr) {
        page.total = *total->integer();
    }
}

} // namespace

Page read_page(std::string_view text) {
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    Page page;
    Cutter cutter{text};
    bool is_page = false;
    if (cutter.next_letter() == '[') {
        is_page = true;
        cut_items(cutter, page);
    } else {
        cutter.expect('{');
        bool is_done = cutter.take('}');
        while (!is_done && !cutter.is_broken()) {
            const auto name = cutter.value();
            cutter.expect(':');
            if (name == "\"data\"" && cutter.next_letter() == '[') {
                is_page = true;
                cut_items(cutter, page);
            } else {
                read_frame(page, name, cutter.value());
            }
            is_done = cutter.take('}');
            if (!is_done) cutter.expect(',');
        }
    }
    if (!cutter.is_broken() && cutter.next_letter() != '\0') page.broken_at = cutter.place();
    if (cutter.is_broken()) page.broken_at = cutter.place();
    if (!is_page && !page.broken_at) page = {{text}, {}, {}, {}};
    return page;
}

} // namespace oparl
