#include "registers/domain/document_package.hpp"

#include "platform/zip/zip_writer.hpp"
#include "registers/domain/package_signature.hpp"

#include <fmt/format.h>

namespace registers {

/// Documents go under plain names, since theirs stand in addresses; what the sender calls them is the title.
static std::string packaged_name(std::size_t position) {
    return fmt::format("dokument-{}.pdf", position + 1);
}

static std::string manifest_of(const MailboxLetter& letter, std::string_view language) {
    auto xml = fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>)"
                           "\n"
                           R"(<manifest xmlns="http://begrep.difi.no/sdp/schema_v10"><mottaker><person>)"
                           R"(<postkasseadresse>{}</postkasseadresse></person></mottaker><avsender>)"
                           R"(<organisasjon authority="iso6523-actorid-upis">0192:{}</organisasjon></avsender>)",
                           xml_text(letter.mailbox.address), xml_text(letter.sender_number));
    for (std::size_t i = 0; i < letter.documents.size(); ++i) {
        const auto& document = letter.documents[i];
        xml += fmt::format(R"(<{0} href="{1}" mime="{2}"><tittel lang="{3}">{4}</tittel></{0}>)",
                           i == 0 ? "hoveddokument" : "vedlegg", packaged_name(i), document.media_type, language,
                           xml_text(document.title));
    }
    return xml + "</manifest>";
}

std::string document_package(const MailboxLetter& letter, const crypto::BusinessKey& key, Instant now) {
    std::vector<PackagedFile> files;
    for (std::size_t i = 0; i < letter.documents.size(); ++i)
        files.push_back({packaged_name(i), letter.documents[i].media_type, letter.documents[i].content});
    files.push_back({"manifest.xml", "application/xml", manifest_of(letter, letter.language)});
    const auto signature = package_signature(files, key, now);
    files.push_back({"META-INF/signatures.xml", "application/xml", signature});
    zip::Writer archive;
    std::string package;
    for (const auto& file : files) {
        package += archive.begin_file(file.name, file.content.size());
        package += archive.add(file.content);
        package += archive.end_file();
    }
    return package + archive.finish();
}

} // namespace registers
