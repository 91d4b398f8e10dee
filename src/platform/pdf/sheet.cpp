#include "platform/pdf/sheet.hpp"

#include <algorithm>
#include <cairo-pdf.h>
#include <numeric>
#include <pango/pangocairo.h>
#include <stdexcept>

namespace pdf {

namespace {

constexpr double sheet_width = 595.276, sheet_height = 841.89;
constexpr double left_edge = 62, right_edge = 62, upper_edge = 60, lower_edge = 68;
constexpr double text_width = sheet_width - left_edge - right_edge;
constexpr double cell_gap = 8;
/// A cell higher than a page is cut.
constexpr double room_max = sheet_height - upper_edge - lower_edge;

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;
using LineIterator = std::unique_ptr<PangoLayoutIter, Unref>;

double height_of(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

cairo_status_t collect(void* text, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

/// What stands inside belongs to one element of the document's structure.
class Tagged {
public:
    Tagged(cairo_t* pen, const char* role) : pen_{pen}, role_{role} { cairo_tag_begin(pen_, role_, nullptr); }
    ~Tagged() { cairo_tag_end(pen_, role_); }
    Tagged(const Tagged&) = delete;
    Tagged& operator=(const Tagged&) = delete;

private:
    cairo_t* pen_;
    const char* role_;
};

} // namespace

struct Sheets::Drawing {
    std::string bytes;
    cairo_surface_t* surface;
    cairo_t* pen;

    Drawing(const std::string& title, const std::string& made_at)
        : surface{cairo_pdf_surface_create_for_stream(collect, &bytes, sheet_width, sheet_height)}, pen{cairo_create(
                                                                                                        surface)} {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Samband");
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
    }
    ~Drawing() {
        cairo_destroy(pen);
        cairo_surface_destroy(surface);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    [[nodiscard]] Layout layout(std::string_view words, const Style& look, double width) const {
        Layout made{pango_cairo_create_layout(pen)};
        const std::unique_ptr<PangoFontDescription, Unref> font{pango_font_description_from_string(look.font)};
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(made.get(), 1.25F);
        pango_layout_set_text(made.get(), words.data(), static_cast<int>(words.size()));
        return made;
    }

    void show(const Layout& layout, double left, double top, const Style& look) const {
        cairo_set_source_rgb(pen, look.grey, look.grey, look.grey);
        cairo_move_to(pen, left, top);
        pango_cairo_show_layout(pen, layout.get());
    }
};

Sheets::Sheets(std::string_view title, std::string_view made_at)
    : drawing_{std::make_unique<Drawing>(std::string{title}, std::string{made_at})} {}

Sheets::~Sheets() = default;

void Sheets::begin_page() {
    if (has_begun_) return;
    has_begun_ = true;
    down_ = upper_edge;
}

void Sheets::end_page() {
    if (!has_begun_) return;
    if (const auto footer = footer_ ? footer_() : std::string{}; !footer.empty()) {
        const auto words = drawing_->layout(footer, style::note, text_width);
        drawing_->show(words, left_edge, sheet_height - lower_edge + 24, style::note);
    }
    cairo_show_page(drawing_->pen);
    has_begun_ = false;
    ++ended_;
}

void Sheets::make_room(double height) {
    begin_page();
    if (down_ > upper_edge && down_ + height > sheet_height - lower_edge) {
        end_page();
        begin_page();
    }
}

void Sheets::keep(double height) {
    if (has_begun_) make_room(height);
}

/// Line by line, because a paragraph may go on overleaf; each page's part is an element of its own.
void Sheets::text(std::string_view words, const Style& look, std::string_view label) {
    begin_page();
    if (down_ > upper_edge) down_ += look.space_before;
    const auto layout = drawing_->layout(words, look, text_width - look.indent);
    const LineIterator lines{pango_layout_get_iter(layout.get())};
    auto tagged = std::make_unique<Tagged>(drawing_->pen, look.role);
    cairo_set_source_rgb(drawing_->pen, look.grey, look.grey, look.grey);
    do {
        int top = 0, bottom = 0;
        pango_layout_iter_get_line_yrange(lines.get(), &top, &bottom);
        const auto height = static_cast<double>(bottom - top) / PANGO_SCALE;
        if (down_ > upper_edge && down_ + height > sheet_height - lower_edge) {
            tagged.reset();
            end_page();
            begin_page();
            tagged = std::make_unique<Tagged>(drawing_->pen, look.role);
            cairo_set_source_rgb(drawing_->pen, look.grey, look.grey, look.grey);
        }
        const auto baseline =
            static_cast<double>(pango_layout_iter_get_baseline(lines.get()) - top) / PANGO_SCALE + down_;
        if (!label.empty()) {
            drawing_->show(drawing_->layout(label, look, look.indent), left_edge, down_, look);
            label = {};
        }
        cairo_move_to(drawing_->pen, left_edge + look.indent, baseline);
        pango_cairo_show_layout_line(drawing_->pen, pango_layout_iter_get_line_readonly(lines.get()));
        down_ += height;
    } while (pango_layout_iter_next_line(lines.get()) != 0);
    down_ += look.space_after;
}

void Sheets::framed(std::string_view words, const Style& look) {
    const auto layout = drawing_->layout(words, look, text_width - 2 * look.indent);
    const auto height = std::min(height_of(layout) + 2 * look.indent, room_max);
    make_room(height + look.space_before);
    if (down_ > upper_edge) down_ += look.space_before;
    const Tagged tagged{drawing_->pen, look.role};
    drawing_->show(layout, left_edge + look.indent, down_ + look.indent, look);
    cairo_set_source_rgb(drawing_->pen, 0.35, 0.35, 0.35);
    cairo_set_line_width(drawing_->pen, 0.8);
    cairo_rectangle(drawing_->pen, left_edge, down_, text_width, height);
    cairo_stroke(drawing_->pen);
    down_ += height + look.space_after;
}

void Sheets::row(const std::vector<std::string>& cells, const std::vector<int>& widths, const Style& look) {
    const auto shares = std::max(1, std::accumulate(widths.begin(), widths.end(), 0));
    const auto count = std::min(cells.size(), widths.size());
    std::vector<Layout> layouts;
    double height = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto width = text_width * widths[i] / shares - cell_gap;
        layouts.push_back(drawing_->layout(cells[i], look, std::max(width, 10.0)));
        height = std::max(height, height_of(layouts.back()));
    }
    height = std::min(height + 6, room_max);
    make_room(height);
    const Tagged line{drawing_->pen, "TR"};
    double left = left_edge;
    for (std::size_t i = 0; i < count; ++i) {
        const Tagged cell{drawing_->pen, look.role};
        drawing_->show(layouts[i], left, down_ + 2, look);
        left += text_width * widths[i] / shares;
    }
    cairo_set_source_rgb(drawing_->pen, 0.7, 0.7, 0.7);
    cairo_set_line_width(drawing_->pen, 0.5);
    cairo_move_to(drawing_->pen, left_edge, down_ + height);
    cairo_line_to(drawing_->pen, left_edge + text_width, down_ + height);
    cairo_stroke(drawing_->pen);
    down_ += height + 1;
}

void Sheets::pair(std::string_view words, std::string_view right, const Style& look) {
    constexpr double right_width = 40;
    const auto left_layout = drawing_->layout(words, look, text_width - right_width);
    const auto right_layout = drawing_->layout(right, look, right_width);
    pango_layout_set_alignment(right_layout.get(), PANGO_ALIGN_RIGHT);
    const auto height = std::min(height_of(left_layout), room_max);
    make_room(height);
    const Tagged tagged{drawing_->pen, "TOCI"};
    drawing_->show(left_layout, left_edge, down_, look);
    drawing_->show(right_layout, left_edge + text_width - right_width, down_, look);
    down_ += height + 3;
}

void Sheets::at(double left, double top, double width, const std::vector<std::string>& lines, const Style& look) {
    begin_page();
    std::string words;
    for (const auto& line : lines)
        words.append(words.empty() ? "" : "\n").append(line);
    const Tagged tagged{drawing_->pen, look.role};
    drawing_->show(drawing_->layout(words, look, width), left, top, look);
}

std::string Sheets::finish() {
    end_page();
    cairo_surface_finish(drawing_->surface);
    if (cairo_surface_status(drawing_->surface) != CAIRO_STATUS_SUCCESS ||
        cairo_status(drawing_->pen) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{"the text cannot be drawn"};
    }
    return ended_ == 0 ? std::string{} : std::move(drawing_->bytes);
}

} // namespace pdf
