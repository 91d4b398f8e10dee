#pragma once
// The papers of a meeting as one PDF: what it is to hold for one reader, and how that is set.
#include "governance/views/meeting_models.hpp"
#include "platform/pdf/book.hpp"

#include <functional>

namespace governance {

/// A document that goes out with an item, or the line that stands in its place.
struct BoundPaper {
    std::string title, url;
    std::string digest;   ///< Of the bytes in the store, hexadecimal; empty when it is not taken in.
    std::string left_out; ///< Why it is not taken in, in words.
    std::string warning;  ///< That it is shielded, to those who may read it all the same.
};
BOOST_DESCRIBE_STRUCT(BoundPaper, (), (title, url, digest, left_out, warning))

struct BoundItem {
    std::string title; ///< With its number, as in the agenda.
    std::string matter;
    std::vector<std::string> left_out; ///< What this reader may not see, and the law that keeps it.
    std::vector<std::string> warnings; ///< What this reader sees and others may not.
    std::string text, summary, background;
    std::vector<std::string> proposed;
    std::vector<EarlierDissent> dissents; ///< From the bodies before.
    std::vector<BoundPaper> papers;
};
BOOST_DESCRIBE_STRUCT(BoundItem, (),
                      (title, matter, left_out, warnings, text, summary, background, proposed, dissents, papers))

struct MeetingPapers {
    std::string url, title, when, place, notice;
    Instant changed_at;
    std::vector<BoundItem> items;
};
BOOST_DESCRIBE_STRUCT(MeetingPapers, (), (url, title, when, place, notice, changed_at, items))

/// A file of the store fit to be taken in, or nothing when it cannot be read as a PDF.
struct FittingFile {
    std::shared_ptr<pdf::File> file;
    int pages = 0;
};
using FileSource = std::function<Result<std::optional<FittingFile>>(const BoundPaper&)>;

/// Front page with the agenda, then each item: its texts, then its documents in order.
Result<pdf::Book> book_of(const http::Call&, const MeetingPapers&, const FileSource&);

} // namespace governance
