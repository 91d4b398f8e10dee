#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"
#include "archive/domain/registrations.hpp"
#include "archive/views/linked.hpp"
#include "archive/views/linked_nodes.hpp"

namespace archive {

namespace {

using governance::CaseAccount;
using governance::DocumentAccount;
using governance::DocumentRole;

std::string_view linked_status(governance::CaseState state) {
    const auto words = case_status(state);
    if (words == "Avsluttet") return "arkiv:avsluttet";
    return words == "Utgår" ? "arkiv:utgår" : "arkiv:underBehandling";
}

std::string_view linked_journal_kind(DocumentRole kind) {
    if (kind == DocumentRole::saksframlegg) return "arkiv:saksframlegg";
    return kind == DocumentRole::hoeringssvar ? "arkiv:inngåendeDokument" : "arkiv:organinterntDokumentUtenOppfølging";
}

class LinkedCaseWriter {
public:
    LinkedCaseWriter(const CaseAccount& account, std::string_view public_url)
        : account_{account}, public_url_{public_url} {}

    std::string write() {
        folder();
        for (const auto& registration : registrations_of(account_.documents))
            entry(registration);
        return linked_text(std::move(graph_), public_url_, withdrawn_);
    }

private:
    void folder() {
        const auto id = account_.id.to_string();
        std::vector<std::string> shields;
        for (const auto& shield : account_.shields) {
            const auto made = add_shield_once(id, shield.legal_basis);
            if (!made.empty()) shields.push_back(made);
        }
        LinkedNode node{"Saksmappe", id};
        node.text("systemID", id)
            .open_title("offentligTittel", account_.title)
            .number("saksaar", account_.year)
            .number("sakssekvensnummer", account_.serial)
            .date("saksdato", norwegian_date(account_.planned_at))
            .link("saksstatus", linked_status(account_.state))
            .text("administrativEnhet",
                  account_.owner_body_name.empty() ? account_.owner_name : account_.owner_body_name)
            .text("saksansvarlig", account_.handler)
            .text("beskrivelse", account_.summary)
            .links("skjerming", shields);
        graph_.insert(graph_.begin(), node.value());
    }

    std::string add_shield_once(const std::string& of, const std::string& basis) {
        const auto size = graph_.size();
        const auto id = add_shield(graph_, of, basis);
        for (std::size_t i = 0; i < size; ++i) {
            if (graph_[i].text_of("@id") != id) continue;
            graph_.pop_back();
            return {};
        }
        return id;
    }

    void entry(const Registration& registration) {
        const auto& main = *registration.main;
        const auto id = derived_id("journalpost " + main.id.to_string());
        if (main.removed_at) {
            withdrawn_.push_back(json::Object{{"@id", id}, {"@type", "arkiv:Journalpost"}});
            return;
        }
        std::vector<std::string> described{describe(main, true, 1)};
        int number = 1;
        for (const auto* attachment : registration.attachments) {
            ++number;
            if (!attachment->removed_at) described.push_back(describe(*attachment, false, number));
        }
        const auto shield = main.shield ? add_shield(graph_, id, main.shield->legal_basis) : std::string{};
        const auto party = derived_id("korrespondansepart " + id);
        const bool from_outside = main.role == DocumentRole::hoeringssvar;
        graph_.push_back(LinkedNode{"Korrespondansepart", party}
                             .link("korrespondanseparttype", from_outside ? "arkiv:avsender" : "arkiv:internAvsender")
                             .open_title("korrespondansepartNavn", from_outside ? "Ikke oppgitt" : account_.owner_name)
                             .value());
        const auto entered = norwegian_date(main.added_at);
        graph_.push_back(LinkedNode{"Journalpost", id}
                             .text("systemID", id)
                             .link("parent", account_.id.to_string())
                             .open_title("offentligTittel", main.title)
                             .number("journalaar", static_cast<int>(entered.year()))
                             .number("journalpostnummer", registration.number)
                             .link("journalposttype", linked_journal_kind(main.role))
                             .link("journalstatus", "arkiv:journalført")
                             .date("journaldato", entered)
                             .date("dokumentetsDato", main.dated)
                             .link("korrespondansepart", party)
                             .link("skjerming", shield)
                             .links("dokumentbeskrivelse", described)
                             .value());
    }

    std::string describe(const DocumentAccount& document, bool is_main, int number) {
        const auto id = document.id.to_string();
        LinkedNode node{"Dokumentbeskrivelse", id};
        node.text("systemID", id)
            .open_title("tittel", document.title)
            .text("dokumenttype", document_type(document.role))
            .number("dokumentnummer", number)
            .link("tilknyttetRegistreringSom", is_main ? "arkiv:hoveddokument" : "arkiv:vedlegg");
        if (document.shield) node.link("skjerming", add_shield(graph_, id, document.shield->legal_basis));
        if (!document.path.empty()) {
            const auto object = derived_id("dokumentobjekt " + id);
            graph_.push_back(LinkedNode{"Dokumentobjekt", object}
                                 .text("format", format_of(document.media_type))
                                 .text("referanseDokumentfil", std::string{public_url_} + document.path)
                                 .text("sjekksum", document.digest.to_string())
                                 .text("sjekksumAlgoritme", "SHA-256")
                                 .text("filstoerrelse", std::to_string(document.size))
                                 .link("variantformat", "arkiv:arkivformat")
                                 .number("versjonsnummer", 1)
                                 .value());
            node.link("dokumentobjekt", object);
        }
        graph_.push_back(node.value());
        return id;
    }

    const CaseAccount& account_;
    std::string_view public_url_;
    json::Array graph_, withdrawn_;
};

} // namespace

std::string linked_case(const CaseAccount& account, std::string_view public_url) {
    return LinkedCaseWriter{account, public_url}.write();
}

} // namespace archive
