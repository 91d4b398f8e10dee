// Follows a script twice: the first time to learn on which page everything comes to stand, then in earnest.
#include "platform/pdf/script.hpp"
#include "platform/pdf/sheet.hpp"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <stdexcept>

namespace pdf {

namespace {

constexpr double points_per_mm = 72 / 25.4;

void replace_all(std::string& text, std::string_view what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

double millimetres_to_points(const std::string& field) {
    char* end = nullptr;
    return std::strtod(field.c_str(), &end) * points_per_mm;
}

/// The words of a node of Markdown, emphasis and links aside.
std::string words_of(cmark_node* node) {
    std::string words;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator{cmark_iter_new(node), cmark_iter_free};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* part = cmark_iter_get_node(iterator.get());
        switch (cmark_node_get_type(part)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
            words += cmark_node_get_literal(part);
            break;
        case CMARK_NODE_SOFTBREAK:
            words += ' ';
            break;
        case CMARK_NODE_LINEBREAK:
            words += '\n';
            break;
        default:
            break;
        }
    }
    return words;
}

class Following {
public:
    Following(const std::vector<Instruction>& script, const std::vector<int>& pages_of_files, const Composition* known)
        : script_{script}, pages_of_files_{pages_of_files}, known_{known}, sheets_{about().field(0), about().field(2)} {
        made_.title = about().field(0);
        made_.language = about().field(1);
        sheets_.set_footer([this] { return footer_now(); });
    }

    Composition follow() {
        for (const auto& instruction : script_)
            follow(instruction);
        end_page();
        made_.set_pages = sheets_.finish();
        return std::move(made_);
    }

private:
    [[nodiscard]] const Instruction& about() const {
        if (script_.empty() || script_.front().kind != "about") throw std::runtime_error{"the script has no beginning"};
        return script_.front();
    }

    void follow(const Instruction& instruction) {
        const auto& kind = instruction.kind;
        if (kind == "footer") {
            end_page();
            footer_ = instruction.field(0);
        } else if (kind == "page") {
            end_page();
        } else if (kind == "sheet") {
            end_page();
            if (made_.leaves.size() % 2 == 1) made_.leaves.push_back({});
        } else if (kind == "insert") {
            insert(instruction);
        } else if (kind == "mark") {
            made_.marks.push_back(page_now());
        } else if (kind == "contents") {
            contents(instruction.number(0));
        } else if (kind == "columns") {
            widths_.clear();
            for (std::size_t i = 0; i < instruction.fields.size(); ++i)
                widths_.push_back(std::max(1, instruction.number(i)));
            is_first_row_ = true;
        } else {
            set(instruction);
        }
        note_ended_pages();
    }

    void set(const Instruction& instruction) {
        const auto& kind = instruction.kind;
        if (kind == "heading") heading(instruction.number(0), instruction.field(1));
        if (kind == "title") sheets_.text(instruction.field(0), style::title);
        if (kind == "paragraph") paragraphs(instruction.field(0), style::paragraph);
        if (kind == "note") paragraphs(instruction.field(0), style::note);
        if (kind == "notice") sheets_.framed(instruction.field(0), style::notice);
        if (kind == "markdown") markdown(instruction.field(0));
        if (kind == "row") {
            sheets_.row(instruction.fields, widths_, is_first_row_ ? style::head_cell : style::cell);
            is_first_row_ = false;
        }
        if (kind == "block") {
            const std::vector<std::string> lines(instruction.fields.begin() + 4, instruction.fields.end());
            sheets_.at(millimetres_to_points(instruction.field(0)), millimetres_to_points(instruction.field(1)),
                       millimetres_to_points(instruction.field(2)), lines,
                       instruction.field(3) == "large" ? style::large_block : style::block);
        }
        for (std::size_t i = 0; (kind == "points" || kind == "bullets") && i < instruction.fields.size(); ++i)
            sheets_.text(instruction.fields[i], style::entry, kind == "points" ? fmt::format("{}.", i + 1) : "•");
    }

    void paragraphs(std::string_view text, const Style& look) {
        while (!text.empty()) {
            const auto end = text.find("\n\n");
            if (const auto one = text.substr(0, end); !one.empty()) sheets_.text(one, look);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
        }
    }

    static const Style& heading_style(int level) {
        return level <= 1 ? style::heading1 : level == 2 ? style::heading2 : style::heading3;
    }

    void heading(int level, const std::string& words) {
        sheets_.keep(70);
        note_ended_pages();
        made_.bookmarks.push_back({std::max(1, level), page_now(), words});
        sheets_.text(words, heading_style(level));
    }

    void markdown(const std::string& text) {
        const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document{
            cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8), cmark_node_free};
        blocks_in(document.get());
    }

    void blocks_in(cmark_node* parent) {
        for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                sheets_.keep(60);
                sheets_.text(words_of(node), style::heading3);
                break;
            case CMARK_NODE_LIST:
                list(node);
                break;
            case CMARK_NODE_BLOCK_QUOTE:
                blocks_in(node);
                break;
            default:
                if (const auto words = words_of(node); !words.empty()) sheets_.text(words, style::paragraph);
            }
        }
    }

    void list(cmark_node* node) {
        int number = std::max(1, cmark_node_get_list_start(node));
        const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        for (auto* entry = cmark_node_first_child(node); entry != nullptr; entry = cmark_node_next(entry))
            sheets_.text(words_of(entry), style::entry, is_numbered ? fmt::format("{}.", number++) : "•");
    }

    void contents(int level) {
        if (known_ == nullptr) return estimate_contents(level);
        for (const auto& bookmark : known_->bookmarks) {
            if (bookmark.level != level) continue;
            sheets_.pair(bookmark.title, std::to_string(bookmark.page), style::paragraph);
        }
    }

    /// As many lines as there will be, though nobody knows the pages yet.
    void estimate_contents(int level) {
        for (const auto& instruction : script_) {
            const bool is_inserted =
                instruction.kind == "insert" && instruction.number(4) == level && !instruction.field(5).empty();
            const bool is_heading = instruction.kind == "heading" && std::max(1, instruction.number(0)) == level;
            if (!is_inserted && !is_heading) continue;
            sheets_.pair(is_heading ? instruction.field(1) : instruction.field(5), "0", style::paragraph);
        }
    }

    void insert(const Instruction& instruction) {
        end_page();
        const auto file = static_cast<std::size_t>(instruction.number(0));
        const int first = instruction.number(1), count = instruction.number(2);
        if (file >= pages_of_files_.size() || first < 0 || count < 0 || count > pages_of_files_[file] - first) {
            throw std::runtime_error{"a page is named that the file does not have"};
        }
        if (!instruction.field(5).empty()) {
            made_.bookmarks.push_back({std::max(1, instruction.number(4)), page_now(), instruction.field(5)});
        }
        for (int page = first; page < first + count; ++page)
            made_.leaves.push_back({Leaf::From::file, static_cast<int>(file), page, instruction.field(3) == "a4"});
    }

    void end_page() {
        sheets_.end_page();
        note_ended_pages();
    }

    /// The number of the page that is being filled, or that will be begun next.
    [[nodiscard]] int page_now() const { return static_cast<int>(made_.leaves.size()) + sheets_.ended() - noted_ + 1; }

    [[nodiscard]] std::string footer_now() const {
        auto words = footer_;
        replace_all(words, "{page}", std::to_string(page_now()));
        replace_all(words, "{pages}", known_ == nullptr ? "0" : std::to_string(known_->leaves.size()));
        return words;
    }

    /// Text that runs over the foot of a page ends pages by itself.
    void note_ended_pages() {
        while (noted_ < sheets_.ended())
            made_.leaves.push_back({Leaf::From::set, 0, noted_++, false});
    }

    const std::vector<Instruction>& script_;
    const std::vector<int>& pages_of_files_;
    const Composition* known_;
    Sheets sheets_;
    Composition made_;
    std::string footer_;
    std::vector<int> widths_;
    bool is_first_row_ = false;
    int noted_ = 0;
};

} // namespace

Composition compose(const std::vector<Instruction>& script, const std::vector<int>& pages_of_files) {
    const auto known = Following{script, pages_of_files, nullptr}.follow();
    return Following{script, pages_of_files, &known}.follow();
}

} // namespace pdf
