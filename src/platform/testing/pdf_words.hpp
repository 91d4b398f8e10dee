#pragma once
// PDFs as other programs read and write them (poppler, qpdf).
#include <string>

namespace testing_pdf {

/// The text, page by page.
std::string words_in(const std::string& pdf);
/// With all objects and streams in clear, for looking for what must not be there.
std::string unpacked(const std::string& pdf);
/// Encrypted; with "" as password it opens all the same.
std::string locked(const std::string& pdf, const std::string& password);
/// Half a megabyte that unpacks to more than half a gigabyte as soon as the file is opened.
std::string bomb();

} // namespace testing_pdf
