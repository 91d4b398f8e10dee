// What a file holds, found out by the process that may break of it.
#include "platform/pdf/child.hpp"
#include "platform/pdf/script.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace pdf {

namespace {

constexpr int bookmarks_max = 1000;
constexpr int levels_max = 10;
constexpr double mm_per_point = 25.4 / 72;

void write_line(std::FILE* out, const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), out);
    std::fputc('\n', out);
}

void write_page(std::FILE* out, QPDFPageObjectHelper page) {
    const auto box = page.getCropBox().getArrayAsRectangle();
    auto width = std::abs(box.urx - box.llx), height = std::abs(box.ury - box.lly);
    auto rotation = page.getAttribute("/Rotate", false);
    if (rotation.isInteger() && rotation.getIntValueAsInt() % 180 != 0) std::swap(width, height);
    auto unit = page.getObjectHandle().getKey("/UserUnit");
    const auto scale = mm_per_point * (unit.isNumber() ? unit.getNumericValue() : 1.0);
    write_line(out, fmt::format("page\t{:.2f}\t{:.2f}", width * scale, height * scale));
}

class BookmarkWriter {
public:
    BookmarkWriter(std::FILE* out, const std::vector<QPDFPageObjectHelper>& pages) : out_{out} {
        for (std::size_t i = 0; i < pages.size(); ++i)
            pages_.emplace(pages[i].getObjectHandle().getObjGen(), static_cast<int>(i) + 1);
    }

    void write(const std::vector<QPDFOutlineObjectHelper>& entries, int level) {
        for (auto entry : entries) {
            if (++written_ > bookmarks_max) return;
            const auto place = pages_.find(entry.getDestPage().getObjGen());
            auto title = entry.getTitle();
            for (auto& letter : title) {
                if (letter == '\t' || letter == '\n' || letter == '\r') letter = ' ';
            }
            write_line(out_, fmt::format("bookmark\t{}\t{}\t{}", level, place == pages_.end() ? 0 : place->second,
                                         title.substr(0, 500)));
            if (level < levels_max) write(entry.getKids(), level + 1);
        }
    }

private:
    std::FILE* out_;
    std::map<QPDFObjGen, int> pages_;
    int written_ = 0;
};

void write_whole(QPDF& file, std::FILE* out) {
    if (file.isEncrypted()) write_line(out, "encrypted");
    auto root = file.getRoot();
    if (root.getKey("/Lang").isString()) {
        write_line(out, "language\t" + root.getKey("/Lang").getUTF8Value().substr(0, 20));
    }
    if (root.getKey("/StructTreeRoot").isDictionary()) write_line(out, "tagged");
    const auto pages = QPDFPageDocumentHelper{file}.getAllPages();
    if (pages.size() > pages_max) {
        write_line(out, "heavy");
        return;
    }
    for (const auto& page : pages)
        write_page(out, page);
    if (pages.empty()) return;
    BookmarkWriter{out, pages}.write(QPDFOutlineDocumentHelper{file}.getTopLevelOutlines(), 1);
    write_line(out, "readable");
}

double millimetres(const std::string& text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

void write_look(std::FILE* in, std::FILE* out) {
    QPDF file;
    file.setSuppressWarnings(true);
    try {
        file.processFile("file", in, false);
        write_whole(file, out);
    } catch (const QPDFExc& refused) {
        if (refused.getErrorCode() == qpdf_e_password) write_line(out, "password");
    } catch (const std::runtime_error&) {
        // Said by the absence of "readable".
    } catch (const std::logic_error&) {
        // The same: qpdf was led astray by what the file says of itself.
    }
}

Look read_look(const std::string& text) {
    Look look;
    for (const auto& line : read_script(text)) {
        if (line.kind == "page") look.pages.push_back({millimetres(line.field(0)), millimetres(line.field(1))});
        if (line.kind == "bookmark") look.bookmarks.push_back({line.number(0), line.number(1), line.field(2)});
        if (line.kind == "language") look.language = line.field(0);
        if (line.kind == "tagged") look.is_tagged = true;
        if (line.kind == "encrypted") look.is_encrypted = true;
        if (line.kind == "readable") look.finding = Finding::readable;
        if (line.kind == "heavy") look.finding = Finding::too_heavy;
        if (line.kind == "password") {
            look.finding = Finding::needs_password;
            look.is_encrypted = true;
        }
    }
    return look;
}

} // namespace pdf
