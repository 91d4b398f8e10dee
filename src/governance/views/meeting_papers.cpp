#include "governance/views/meeting_papers.hpp"

#include "governance/texts.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/http/call.hpp"

namespace governance {

static void set_front_page(pdf::Book& book, const http::Call& call, const MeetingPapers& papers) {
    book.title(papers.title).paragraph(papers.when);
    if (!papers.place.empty()) book.paragraph(papers.place);
    if (!papers.notice.empty()) book.notice(papers.notice);
    if (papers.items.empty()) return;
    book.heading(1, call.t(text::agenda)).contents(2);
    book.note(call.t(text::papers_made_from({.url = call.public_url + papers.url})));
}

static void set_texts(pdf::Book& book, const http::Call& call, const BoundItem& item) {
    if (!item.matter.empty()) book.note(item.matter);
    for (const auto& line : item.left_out)
        book.notice(line);
    for (const auto& line : item.warnings)
        book.notice(line);
    if (!item.text.empty()) book.paragraph(item.text);
    if (!item.summary.empty()) book.paragraph(item.summary);
    if (!item.background.empty()) book.heading(3, call.t(text::case_background)).markdown(item.background);
    if (!item.proposed.empty()) book.heading(3, call.t(text::case_proposal)).points(item.proposed);
    if (!item.dissents.empty()) book.heading(3, call.t(text::dissents_earlier));
    for (const auto& dissent : item.dissents) {
        book.paragraph(dissent.text);
        book.note(with_organisation(dissent.name, dissent.on_behalf_of) + ", " + dissent.body.name + " " +
                  dissent.meeting.name);
    }
}

/// All that is told of the documents stands before the first of them, so that nobody leafs through for it.
static Result<void> set_item(pdf::Book& book, const http::Call& call, const BoundItem& item, const FileSource& source) {
    book.page().heading(2, item.title);
    set_texts(book, call, item);
    std::vector<std::string> lines;
    std::vector<std::pair<const BoundPaper*, FittingFile>> files;
    for (const auto& paper : item.papers) {
        auto file = paper.digest.empty() ? std::nullopt : TRY(source(paper));
        if (file) {
            lines.push_back(paper.warning.empty() ? paper.title : paper.title + ". " + paper.warning);
            files.emplace_back(&paper, *std::move(file));
        } else if (!paper.left_out.empty()) {
            lines.push_back(paper.left_out);
        } else {
            lines.push_back(
                call.t(text::papers_unreadable({.title = paper.title, .url = call.public_url + paper.url})));
        }
    }
    if (!lines.empty()) book.heading(3, call.t(text::papers_documents)).bullets(lines);
    for (const auto& [paper, file] : files)
        book.insert(file.file, {0, file.pages}, pdf::Fit::as_is, 3, paper->title);
    return {};
}

Result<pdf::Book> book_of(const http::Call& call, const MeetingPapers& papers, const FileSource& source) {
    pdf::Book book{papers.title, i18n::code(call.t.language()), papers.changed_at};
    book.footer(papers.title + " · " + call.t(text::papers_page({.page = "{page}", .pages = "{pages}"})));
    set_front_page(book, call, papers);
    for (const auto& item : papers.items)
        TRY(set_item(book, call, item, source));
    return book;
}

} // namespace governance
