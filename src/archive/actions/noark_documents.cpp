#include "archive/actions/noark_documents.hpp"

#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"

namespace archive {

using governance::DocumentAccount;
using governance::DocumentStanding;

static const std::string& who_in(const std::map<std::string, std::string>& names, const std::string& id,
                                 const std::string& otherwise) {
    const auto found = names.find(id);
    return found == names.end() || found->second.empty() ? otherwise : found->second;
}

/// "dokumenter/0190….pdf"
static std::string path_of(const NewFile& file) {
    return "dokumenter/" + file.id + "." + http::lower_case(format_of(file.media_type));
}

/// Formats that archives take as they are. Whether a PDF is PDF/A is not looked into.
static bool is_archival(std::string_view media_type) {
    const auto format = format_of(media_type);
    return format == "PDF" || format == "TXT" || format == "PNG" || format == "JPEG" || format == "CSV";
}

/// Why there is no file; empty when there is one.
static std::string why_without_file(const DocumentAccount& document) {
    switch (document.standing) {
    case DocumentStanding::available:
        return {};
    case DocumentStanding::removed:
        return "Fjernet: " + document.state_reason;
    case DocumentStanding::refused:
        return "Ikke tatt inn: " + document.state_reason;
    default:
        return "Venter på virussjekk";
    }
}

Result<void> NoarkDocuments::describe(const CaseToKeep& kept, const DocumentAccount& document, bool is_main,
                                      int number) {
    const auto id = document.id.to_string();
    const auto& creator = who_in(kept.history.added_by, id, kept.history.created_by);
    ++counts_.descriptions;
    const xml::Element element{out_, "dokumentbeskrivelse"};
    out_.text("systemID", id);
    out_.text("dokumenttype", document_type(document.role));
    out_.text("dokumentstatus", "Dokumentet er ferdigstilt");
    out_.text("tittel", document.title);
    out_.text("opprettetDato", to_string(document.added_at));
    out_.text("opprettetAv", creator);
    out_.text("dokumentmedium", "Elektronisk arkiv");
    out_.text("tilknyttetRegistreringSom", is_main ? "Hoveddokument" : "Vedlegg");
    out_.text("dokumentnummer", std::to_string(number));
    out_.text("tilknyttetDato", to_string(document.added_at));
    out_.text("tilknyttetAv", creator);
    const auto ended = document.removed_at.value_or(document.added_at);
    const auto& remover = who_in(kept.history.removed_by, id, creator);
    write_note(out_, {"Dokumentfil", why_without_file(document), ended, remover});
    if (document.removed_at) {
        counts_.has_removed = true;
        const xml::Element removal{out_, "utfoertKassasjon"};
        out_.text("kassertDato", to_string(*document.removed_at));
        out_.text("kassertAv", remover);
    }
    if (document.shield) {
        counts_.has_shielded = true;
        write_shield_of_document(out_, *document.shield);
    }
    if (document.standing != DocumentStanding::available) return {};
    return copy(document, {id, document.media_type, document.added_at, creator, 1, is_archival(document.media_type)});
}

Result<void> NoarkDocuments::copy(const DocumentAccount& document, const NewFile& file) {
    const auto path = path_of(file);
    auto target = TRY(HashedFile::create(folder_ / path));
    TRY(source_.blobs().read(document.digest, [&](std::string_view piece) { return target.write(piece); }));
    const auto sha256 = TRY(target.finish());
    if (sha256 != document.digest.to_string()) return platform::blob_damaged.error();
    write_object(file, path, sha256, target.size());
    return {};
}

Result<void> NoarkDocuments::add_text(const NewFile& file, std::string_view bytes) {
    const auto path = path_of(file);
    auto target = TRY(HashedFile::create(folder_ / path));
    TRY(target.write(bytes));
    const auto sha256 = TRY(target.finish());
    write_object(file, path, sha256, target.size());
    return {};
}

void NoarkDocuments::write_object(const NewFile& file, const std::string& path, const std::string& sha256,
                                  std::uint64_t size) {
    ++counts_.objects;
    counts_.bytes += size;
    const xml::Element element{out_, "dokumentobjekt"};
    out_.text("systemID", derived_id("dokumentobjekt " + path));
    out_.text("versjonsnummer", std::to_string(file.version));
    out_.text("variantformat", file.is_archival ? "Arkivformat" : "Produksjonsformat");
    out_.text("format", format_of(file.media_type));
    out_.text("formatDetaljer", file.media_type);
    out_.text("opprettetDato", to_string(file.made_at));
    out_.text("opprettetAv", file.made_by);
    out_.text("referanseDokumentfil", path);
    out_.text("sjekksum", sha256);
    out_.text("sjekksumAlgoritme", "SHA-256");
    out_.text("filstoerrelse", std::to_string(size));
}

Result<void> NoarkDocuments::describe_minutes(const governance::MeetingAccount& meeting) {
    const auto& minutes = *meeting.minutes;
    const auto id = derived_id("protokoll " + meeting.id.to_string() + " " + std::to_string(minutes.number));
    ++counts_.descriptions;
    const xml::Element element{out_, "dokumentbeskrivelse"};
    out_.text("systemID", id);
    out_.text("dokumenttype", "Møteprotokoll");
    out_.text("dokumentstatus", "Dokumentet er ferdigstilt");
    out_.text("tittel", "Protokoll, møte " + meeting.number_text());
    out_.text("opprettetDato", to_string(minutes.published_at));
    out_.text("opprettetAv", minutes.signed_by);
    out_.text("dokumentmedium", "Elektronisk arkiv");
    out_.text("tilknyttetRegistreringSom", "Hoveddokument");
    out_.text("dokumentnummer", "1");
    out_.text("tilknyttetDato", to_string(minutes.published_at));
    out_.text("tilknyttetAv", minutes.signed_by);
    NewFile file{id, "text/plain", minutes.published_at, minutes.signed_by, minutes.number, true};
    TRY(add_text(file, minutes.plain_text));
    file.media_type = "application/json";
    file.is_archival = false;
    return add_text(file, minutes.sealed_text);
}

} // namespace archive
