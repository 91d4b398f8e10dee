// All papers of a meeting as one PDF, as the one who asks may read them.
#include "governance/views/meeting_papers.hpp"

#include "governance/actions/case_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/http/papers_press.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>

namespace governance {

namespace {

constexpr std::string_view pdf_type = "application/pdf";
/// What stands in the tag besides the content: raise it when the way of setting changes.
constexpr std::string_view papers_layout = "papers 1\n";
/// More than a meeting ever has, and no more than the machine can hold while it binds.
constexpr std::uint64_t papers_bytes_max = 300'000'000;

/// Gathers what goes into the PDF for one reader.
class PapersGathering {
public:
    PapersGathering(const http::Query& query, const MeetingRecord& record, MeetingView view)
        : query_{query}, record_{record}, view_{std::move(view)}, rights_{meeting_rights(query.principal,
                                                                                         record.body.id)} {}

    Result<MeetingPapers> gather() {
        MeetingPapers papers;
        papers.url = view_.url;
        papers.title = title_of(query_, view_);
        papers.when = time_span(query_, view_.starts_at, view_.ends_at);
        papers.place = view_.place;
        papers.changed_at = view_.changed_at;
        const bool is_kept_to_itself = !view_.is_open && !rights_.sees_closed;
        if (is_kept_to_itself) papers.notice = query_.t(text::body_is_closed);
        for (std::size_t i = 0; i < view_.items.size() && !is_kept_to_itself; ++i)
            papers.items.push_back(TRY(item(record_.items[i], view_.items[i])));
        return papers;
    }

private:
    Result<BoundItem> item(const ItemRecord& record, const ItemView& shown) {
        BoundItem bound;
        bound.title = shown.number.empty() ? title_of(query_, shown) : shown.number + " " + title_of(query_, shown);
        if (shown.matter) bound.matter = query_.t(text::item_case({.number = shown.matter->name}));
        const auto& closed = record.item.closed_basis;
        if (closed && !rights_.sees_closed) {
            bound.left_out.push_back(closed->empty() ? query_.t(text::papers_closed)
                                                     : query_.t(text::papers_closed_by({.basis = *closed})));
            return bound;
        }
        if (closed) bound.warnings.push_back(query_.t(text::papers_closed_here({.basis = *closed})));
        bound.text = record.item.text;
        bound.dissents = shown.earlier_dissents;
        if (record.item.case_id) TRY(fill_case(bound, record));
        return bound;
    }

    Result<void> fill_case(BoundItem& bound, const ItemRecord& record) {
        const auto whole = TRY(read_case_file(query_.reader, *record.item.case_id));
        const bool sees_all = may(query_.principal, right::see_shielded, whole.matter) ||
                              query_.principal.may(right::see_shielded, record_.body.id.to_string());
        const auto file = sees_all ? whole : public_part(whole, query_.today());
        bound.summary = file.matter.summary;
        bound.background = file.matter.background;
        for (const auto& point : file.matter.points)
            bound.proposed.push_back(point.text);
        for (const auto field : {ShieldField::summary, ShieldField::background, ShieldField::proposal}) {
            const auto* shield = whole.shield_of(field, query_.today());
            if (shield == nullptr) continue;
            if (sees_all) {
                bound.warnings.push_back(
                    query_.t(text::papers_shielded_here({.what = label(query_, field), .basis = shield->legal_basis})));
            } else {
                bound.left_out.push_back(
                    query_.t(text::papers_shielded({.what = label(query_, field), .basis = shield->legal_basis})));
            }
        }
        for (const auto* document : documents_of(record, file))
            bound.papers.push_back(bound_paper(whole, *document, sees_all));
        return {};
    }

    /// Those that were sent out with the item; where none were, all that the case has, minutes aside.
    static std::vector<const Document*> documents_of(const ItemRecord& record, const CaseFile& file) {
        std::vector<const Document*> documents;
        for (const auto& document : file.documents) {
            const bool goes_out = record.papers.empty()
                                      ? document.kind != DocumentKind::protokoll
                                      : std::ranges::count(record.papers, document.id, &Paper::document) > 0;
            if (goes_out && document.state != DocumentState::removed) documents.push_back(&document);
        }
        const auto place = [&](const Document* document) {
            return std::ranges::find(record.papers, document->id, &Paper::document) - record.papers.begin();
        };
        std::ranges::stable_sort(documents, {}, place);
        return documents;
    }

    BoundPaper bound_paper(const CaseFile& whole, const Document& document, bool sees_all) {
        BoundPaper paper;
        paper.title = document.title;
        paper.url = whole.matter.url() + "/documents/" + document.id.to_string();
        if (const auto* shield = whole.shield_of(document.id, query_.today())) {
            const auto what = label(query_, document.kind);
            if (!sees_all) {
                paper.url.clear();
                paper.left_out = query_.t(text::papers_shielded({.what = what, .basis = shield->legal_basis}));
                return paper;
            }
            paper.warning = query_.t(text::papers_shielded_here({.what = what, .basis = shield->legal_basis}));
        }
        const auto url = query_.public_url + paper.url;
        if (document.state != DocumentState::available) {
            const auto state = label(query_, document.state);
            paper.left_out = query_.t(text::papers_not_ready({.title = document.title, .state = state}));
        } else if (document.media_type != pdf_type) {
            paper.left_out = query_.t(text::papers_no_pdf({.title = document.title, .url = url}));
        } else if (bytes_ + document.size > papers_bytes_max) {
            paper.left_out = query_.t(text::papers_too_large({.title = document.title, .url = url}));
        } else {
            bytes_ += document.size;
            paper.digest = document.digest.to_string();
        }
        return paper;
    }

    const http::Query& query_;
    const MeetingRecord& record_;
    MeetingView view_;
    MeetingRights rights_;
    std::uint64_t bytes_ = 0;
};

Result<MeetingPapers> papers_for(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    const auto record = TRY(read_meeting_record(query.reader, meeting, query.today(), query.request.language));
    return PapersGathering{query, record, TRY(read_meeting_view(query, 0))}.gather();
}

} // namespace

Result<http::Response> show_meeting_papers(const http::Query& query, PapersPress& press) {
    const auto papers = TRY(papers_for(query));
    const auto content = fmt::format("{}{}\n{}", papers_layout, query.public_url, json::write(papers));
    const auto tag = crypto::to_hex(crypto::view(crypto::sha256(content)));
    http::Response response{.content_type = std::string{pdf_type}};
    response.with("etag", '"' + tag + '"');
    const auto name = papers.url.substr(papers.url.rfind('/') + 1) + ".pdf";
    response.with("content-disposition", "inline; filename=\"" + name + "\"");
    const auto known = query.request.header("if-none-match");
    if (known && known->find(tag) != std::string_view::npos) return response;
    const auto file =
        TRY(press.pressed(tag, query.blobs, [&](const FileSource& source) { return book_of(query, papers, source); }));
    response.length = file->size();
    response.part = [file](std::uint64_t offset, std::size_t bytes_max) { return file->part(offset, bytes_max); };
    return response;
}

} // namespace governance
