#include "governance/domain/paper_pdf.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace governance {

static constexpr std::size_t letters_in_line = 84; ///< Of 11 points, half an em wide, within the margins.
static constexpr std::size_t lines_on_page = 46;

/// WinAnsiEncoding agrees with Latin-1 on the letters; the dash of Norwegian text lies apart.
static std::string win_ansi(std::string_view utf8) {
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto letter = utf8.substr(i, length);
        if (length == 1) {
            bytes += utf8[i];
        } else if (length == 2 && lead <= 0xC3) {
            bytes += static_cast<char>(((lead & 3) << 6) | (static_cast<unsigned char>(letter[1]) & 0x3F));
        } else {
            bytes += letter == "–" ? '\x96' : letter == "’" ? '\x92' : '?';
        }
        i += length;
    }
    return bytes;
}

static void wrap(std::string_view paragraph, std::vector<std::string>& lines) {
    std::string line;
    while (!paragraph.empty()) {
        const auto end = std::min(paragraph.find(' '), paragraph.size());
        const auto word = paragraph.substr(0, end);
        if (!line.empty() && line.size() + 1 + word.size() > letters_in_line) {
            lines.push_back(std::move(line));
            line.clear();
        }
        if (!line.empty()) line += ' ';
        line += word;
        paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
    }
    lines.push_back(std::move(line));
}

static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        wrap(text.substr(0, end), lines);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

static std::string literal(std::string_view bytes) {
    std::string text = "(";
    for (const char letter : bytes) {
        if (letter == '(' || letter == ')' || letter == '\\') text += '\\';
        text += letter;
    }
    return text + ")";
}

static std::string drawing(std::string_view title, const std::vector<std::string>& lines, std::size_t from) {
    std::string drawn = "BT\n56 786 Td\n";
    if (from == 0) drawn += "/F2 15 Tf\n" + literal(title) + " Tj\n0 -28 Td\n";
    drawn += "/F1 11 Tf\n15 TL\n";
    const auto end = std::min(from + lines_on_page, lines.size());
    for (auto i = from; i < end; ++i)
        drawn += literal(lines[i]) + " Tj T*\n";
    return drawn + "ET\n";
}

/// The objects in order, then the table that says where each begins.
static std::string file_of(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::string places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places += fmt::format("{:010} 00000 n \n", file.size());
        file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto table = file.size();
    file += fmt::format("xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R >>\n",
                        objects.size() + 1, places);
    return file + fmt::format("startxref\n{}\n%%EOF\n", table);
}

std::string paper_pdf(std::string_view title, std::string_view text) {
    const auto lines = lines_of(win_ansi(text));
    const auto heading = win_ansi(title);
    std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"};
    std::string pages;
    int count = 0;
    for (std::size_t from = 0; from == 0 || from < lines.size(); from += lines_on_page, ++count) {
        const auto drawn = drawing(heading, lines, from);
        pages += fmt::format("{} 0 R ", objects.size() + 1);
        objects.push_back(
            fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 "
                        "R /F2 4 0 R >> >> /Contents {} 0 R >>",
                        objects.size() + 2));
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", drawn.size(), drawn));
    }
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", pages, count);
    return file_of(objects);
}

} // namespace governance
