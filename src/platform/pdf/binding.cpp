// Lays set pages and pages of files behind each other, with bookmarks, and leaves out of the files what acts by itself.
#include "platform/pdf/child.hpp"
#include "platform/pdf/script.hpp"

#include <cmath>
#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace pdf {

namespace {

constexpr double a4_width = 595.276, a4_height = 841.89;
/// Two millimetres: what printers cut off anyway.
constexpr double tolerance = 5.67;

using Pages = std::vector<QPDFPageObjectHelper>;

/// Links to the world, which stay; whatever else they would do is taken off them.
std::vector<QPDFObjectHandle> outward_links(QPDFObjectHandle annotations) {
    std::vector<QPDFObjectHandle> links;
    if (!annotations.isArray()) return links;
    for (auto annotation : annotations.aitems()) {
        if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link")) continue;
        auto action = annotation.getKey("/A");
        if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/URI")) continue;
        action.removeKey("/Next");
        annotation.removeKey("/AA");
        links.push_back(annotation);
    }
    return links;
}

/// What fills a form becomes part of the page; what would act when it is looked at or clicked does not come along.
void make_harmless(QPDF& file) {
    QPDFPageDocumentHelper pages{file};
    std::vector<std::vector<QPDFObjectHandle>> links;
    for (auto page : pages.getAllPages())
        links.push_back(outward_links(page.getObjectHandle().getKey("/Annots")));
    pages.flattenAnnotations(0, an_invisible | an_hidden);
    for (std::size_t i = 0; auto page : pages.getAllPages()) {
        auto dictionary = page.getObjectHandle();
        dictionary.removeKey("/AA");
        dictionary.replaceKey("/Annots", QPDFObjectHandle::newArray(links.at(i++)));
    }
}

/// Upright A4, give or take.
bool is_a4(const QPDFObjectHandle::Rectangle& box) {
    return std::abs(box.urx - box.llx - a4_width) < tolerance && std::abs(box.ury - box.lly - a4_height) < tolerance;
}

QPDFPageObjectHelper empty_page(QPDF& book, bool is_lying = false) {
    const auto dictionary = fmt::format("<< /Type /Page /MediaBox [0 0 {} {}] /Resources << >> >>",
                                        is_lying ? a4_height : a4_width, is_lying ? a4_width : a4_height);
    return QPDFPageObjectHelper{book.makeIndirectObject(QPDFObjectHandle::parse(dictionary))};
}

bool lies_down(QPDFPageObjectHelper page) {
    const auto box = page.getCropBox().getArrayAsRectangle();
    auto rotation = page.getAttribute("/Rotate", false);
    const bool is_turned = rotation.isInteger() && rotation.getIntValueAsInt() % 180 != 0;
    return ((box.urx - box.llx) > (box.ury - box.lly)) != is_turned;
}

/// The page drawn in the middle of an upright sheet, turned when it lies, no larger than it was.
QPDFPageObjectHelper fitted(QPDF& book, QPDFPageObjectHelper page) {
    auto rotation = page.getAttribute("/Rotate", false);
    const bool is_upright = !rotation.isInteger() || rotation.getIntValueAsInt() % 360 == 0;
    if (is_upright && is_a4(page.getCropBox().getArrayAsRectangle())) return page;
    const bool is_lying = lies_down(page);
    auto sheet = empty_page(book, is_lying);
    auto drawing = book.copyForeignObject(page.getFormXObjectForPage());
    const QPDFObjectHandle::Rectangle room{0, 0, is_lying ? a4_height : a4_width, is_lying ? a4_width : a4_height};
    const auto content = sheet.placeFormXObject(drawing, "/Fx0", room, true, true, false);
    auto drawings = QPDFObjectHandle::newDictionary();
    drawings.replaceKey("/Fx0", drawing);
    sheet.getObjectHandle().getKey("/Resources").replaceKey("/XObject", drawings);
    sheet.getObjectHandle().replaceKey("/Contents", book.newStream(content));
    if (is_lying) sheet.rotatePage(90, true);
    return sheet;
}

QPDFObjectHandle outline_entry(QPDF& book, const SetBookmark& bookmark, QPDFObjectHandle parent, const Pages& pages) {
    auto entry = book.makeIndirectObject(QPDFObjectHandle::newDictionary());
    entry.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark.title));
    entry.replaceKey("/Parent", parent);
    const auto place = static_cast<std::size_t>(bookmark.page - 1);
    if (place < pages.size()) {
        auto destination = QPDFObjectHandle::newArray();
        destination.appendItem(pages[place].getObjectHandle());
        destination.appendItem(QPDFObjectHandle::newName("/Fit"));
        entry.replaceKey("/Dest", destination);
    }
    return entry;
}

/// The entries from one place on that stand below a parent; gives where the next of a higher level stands.
std::size_t add_outline(QPDF& book, QPDFObjectHandle parent, const std::vector<SetBookmark>& all, std::size_t from,
                        int level, const Pages& pages) {
    QPDFObjectHandle before;
    int count = 0;
    while (from < all.size() && all[from].level >= level) {
        auto entry = outline_entry(book, all[from], parent, pages);
        if (count++ == 0) {
            parent.replaceKey("/First", entry);
        } else {
            before.replaceKey("/Next", entry);
            entry.replaceKey("/Prev", before);
        }
        from = add_outline(book, entry, all, from + 1, all[from].level + 1, pages);
        before = entry;
    }
    if (count == 0) return from;
    parent.replaceKey("/Last", before);
    parent.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
    return from;
}

void describe_whole(QPDF& book, const Composition& composition, const Pages& pages) {
    auto root = book.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(composition.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    if (root.getKey("/StructTreeRoot").isDictionary()) {
        auto marking = QPDFObjectHandle::newDictionary();
        marking.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
        root.replaceKey("/MarkInfo", marking);
    }
    root.removeKey("/Outlines");
    if (composition.bookmarks.empty()) return;
    auto outlines = book.makeIndirectObject(QPDFObjectHandle::newDictionary());
    outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    add_outline(book, outlines, composition.bookmarks, 0, 1, pages);
    root.replaceKey("/Outlines", outlines);
    root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

/// A book that begins with the pages that were set, so that their structure for screen readers stays whole.
void open_set_pages(QPDF& book, const std::string& set_pages) {
    if (set_pages.empty()) {
        book.emptyPDF();
    } else {
        book.processMemoryFile("set pages", set_pages.data(), set_pages.size());
    }
}

Pages all_pages(QPDF& file) {
    return QPDFPageDocumentHelper{file}.getAllPages();
}

class Binding {
public:
    Binding(QPDF& book, std::vector<std::unique_ptr<QPDF>>& files) : book_{book}, set_{all_pages(book)} {
        for (auto& file : files)
            of_files_.push_back(all_pages(*file));
    }

    void lay(const std::vector<Leaf>& leaves) {
        QPDFPageDocumentHelper pages{book_};
        for (auto last = set_.size(); last > 0; --last)
            pages.removePage(set_[last - 1]);
        for (const auto& leaf : leaves)
            pages.addPage(page_of(leaf), false);
    }

private:
    QPDFPageObjectHelper page_of(const Leaf& leaf) {
        const auto page = static_cast<std::size_t>(leaf.page);
        if (leaf.from == Leaf::From::nowhere) return empty_page(book_);
        if (leaf.from == Leaf::From::set) return set_.at(page);
        auto found = of_files_.at(static_cast<std::size_t>(leaf.file)).at(page);
        return leaf.is_fitted ? fitted(book_, found) : found;
    }

    QPDF& book_;
    Pages set_;
    std::vector<Pages> of_files_;
};

void write_file(QPDF& book, std::FILE* out) {
    QPDFWriter writer{book, "book", out, false};
    writer.setStreamDataMode(qpdf_s_preserve); // What hides in a stream of another file stays packed.
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
}

} // namespace

std::string bind_book(const std::string& script, const std::vector<std::FILE*>& files, std::FILE* out) {
    std::vector<std::unique_ptr<QPDF>> opened;
    std::vector<int> page_counts;
    for (auto* file : files) {
        auto& one = opened.emplace_back(std::make_unique<QPDF>());
        one->setSuppressWarnings(true);
        one->processFile("file", file, false);
        make_harmless(*one);
        page_counts.push_back(static_cast<int>(all_pages(*one).size()));
    }
    const auto composition = compose(read_script(script), page_counts);
    if (composition.leaves.empty()) throw std::runtime_error{"there is no page"};
    if (composition.leaves.size() > pages_max) throw std::runtime_error{"there are too many pages"};
    QPDF book;
    open_set_pages(book, composition.set_pages);
    Binding{book, opened}.lay(composition.leaves);
    describe_whole(book, composition, all_pages(book));
    write_file(book, out);
    auto said = std::to_string(composition.leaves.size());
    for (const auto mark : composition.marks)
        said += fmt::format(" {}", mark);
    return said;
}

} // namespace pdf
