#pragma once
// A plain paper as a PDF file, made from text alone.
#include <string>
#include <string_view>

namespace governance {

/// PDF 1.4, A4, Helvetica, as many pages as it takes; the same text gives the same bytes. Paragraphs are kept apart by
/// an empty line. Letters outside of Latin-1 become question marks. Source: ISO 32000-1, 7.5 (file structure).
std::string paper_pdf(std::string_view title, std::string_view text);

} // namespace governance
