#include "dispatch/domain/example_pdf.hpp"

#include <array>
#include <fmt/format.h>
#include <vector>

namespace dispatch {

/// A text in the encoding and with the escapes of a PDF's strings.
static std::string pdf_text(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            out += static_cast<char>(byte == 0xC2 ? next : next + 0x40);
        } else if (byte == '(' || byte == ')' || byte == '\\') {
            out.append("\\").append(1, utf8[i]);
        } else {
            out += byte < 0x80 ? utf8[i] : '?';
        }
    }
    return out;
}

std::string example_pdf(std::string_view heading, std::string_view line) {
    const auto page =
        fmt::format("BT /F1 20 Tf 70 760 Td ({}) Tj /F1 12 Tf 0 -34 Td ({}) Tj ET", pdf_text(heading), pdf_text(line));
    const std::array<std::string, 5> objects{
        "<< /Type /Catalog /Pages 2 0 R /Lang (nb-NO) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>",
        fmt::format("<< /Length {} >>\nstream\n{}\nendstream", page.size(), page),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string pdf{"%PDF-1.4\n"};
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto table = pdf.size();
    pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (const auto offset : offsets) {
        pdf += fmt::format("{:010} 00000 n \n", offset);
    }
    return pdf + fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, table);
}

} // namespace dispatch
