#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"
#include "archive/views/linked.hpp"
#include "archive/views/linked_nodes.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace archive {

namespace {

using governance::ItemAccount;
using governance::MeetingAccount;

class LinkedMeetingWriter {
public:
    LinkedMeetingWriter(const MeetingAccount& meeting, std::string_view public_url)
        : meeting_{meeting}, public_url_{public_url} {}

    std::string write() {
        folder();
        for (const auto& each : meeting_.items)
            item(each);
        if (meeting_.minutes) minutes();
        return linked_text(std::move(graph_), public_url_);
    }

private:
    void folder() {
        const auto id = meeting_.id.to_string();
        std::vector<std::string> present;
        for (const auto& attendee : meeting_.attendees) {
            if (attendee.was_present) present.push_back(attendee.name);
        }
        graph_.push_back(LinkedNode{"Moetemappe", id}
                             .text("systemID", id)
                             .time("moetedato", meeting_.starts_at)
                             .text("moetenummer", meeting_.number_text())
                             .text("moetested", meeting_.place)
                             .open_title("offentligTittel", "Møte i " + meeting_.body_name)
                             .text("utvalg", meeting_.body_name)
                             .link("utvalgsobjekt", meeting_.body.to_string())
                             .link("referanseForrigeMoete", meeting_.previous ? meeting_.previous->to_string() : "")
                             .link("referanseNesteMoete", meeting_.next ? meeting_.next->to_string() : "")
                             .texts("moetedeltaker", present)
                             .value());
        const auto body = meeting_.body.to_string();
        graph_.push_back(LinkedNode{"Utvalg", body}.text("systemID", body).text("tittel", meeting_.body_name).value());
    }

    void item(const ItemAccount& item) {
        const auto id = item.id.to_string();
        LinkedNode node{"Møtesaksregistrering", id};
        node.text("systemID", id)
            .link("parent", meeting_.id.to_string())
            .open_title("offentligTittel", title_of(item))
            .text("administrativEnhet", meeting_.body_name)
            .link("møtesakstype", "arkiv:" + std::string{linked_item_type(item.kind)});
        if (item.number) node.number("møtesaksår", *item.year).number("møtesakssekvensnummer", *item.number);
        const auto& basis = item.shielded_by.empty() ? item.closed_basis : item.shielded_by;
        if (!basis.empty()) node.link("skjerming", add_shield(graph_, id, basis));
        node.link("referanseTilMøtesak", case_paper_of(item));
        if (item.case_id) node.link("saksmappe", item.case_id->to_string());
        if (item.outcome) node.link("vedtak", decision(item));
        graph_.push_back(node.value());
    }

    static std::string title_of(const ItemAccount& item) {
        if (!item.title.empty() || item.case_id) return item.title;
        return std::string{meeting_item_type(item.kind)};
    }

    /// The journal entry of the case paper, as the case's own document names it.
    static std::string case_paper_of(const ItemAccount& item) {
        for (const auto& paper : item.papers) {
            if (paper.document.role == governance::DocumentRole::saksframlegg && !paper.document.removed_at)
                return derived_id("journalpost " + paper.document.id.to_string());
        }
        return {};
    }

    std::string decision(const ItemAccount& item) {
        const auto id = derived_id("vedtak " + item.id.to_string());
        std::string words{outcome_word(*item.outcome)};
        for (std::size_t i = 0; i < item.decision.size(); ++i)
            words += fmt::format("\n{}. {}", i + 1, item.decision[i]);
        std::vector<std::string> votes;
        for (const auto& vote : item.votes) {
            if (item.decided_by == vote.id) votes = ballots(vote);
        }
        const auto record = derived_id("behandlingsprotokoll " + item.id.to_string());
        graph_.push_back(LinkedNode{"Behandlingsprotokoll", record}.text("tekstInnhold", treatment(item)).value());
        graph_.push_back(LinkedNode{"Vedtak", id}
                             .text("vedtakstekst", words)
                             .date("dato", norwegian_date(item.decided_at.value_or(meeting_.starts_at)))
                             .links("votering", votes)
                             .link("behandlingsprotokoll", record)
                             .value());
        return id;
    }

    std::vector<std::string> ballots(const governance::VoteAccount& vote) {
        std::vector<std::string> ids;
        for (const auto& ballot : vote.ballots) {
            const auto id = derived_id(fmt::format("votering {} {}", vote.id.to_string(), ids.size()));
            graph_.push_back(LinkedNode{"Votering", id}
                                 .text("moetedeltaker", ballot.name)
                                 .text("stemme", ballot_word(ballot.choice))
                                 .text("representerer", ballot.on_behalf_of)
                                 .value());
            ids.push_back(id);
        }
        return ids;
    }

    static std::string treatment(const ItemAccount& item) {
        std::string words;
        for (const auto& vote : item.votes)
            words += fmt::format("Votering: {} for, {} mot, {} blanke.\n", vote.in_favour, vote.against, vote.blank);
        for (const auto& dissent : item.dissents) {
            if (!dissent.text.empty())
                words += fmt::format("Protokolltilførsel fra {}: {}\n", dissent.name, dissent.text);
        }
        words += outcome_word(*item.outcome);
        return words;
    }

    void minutes() {
        const auto id = derived_id("møteprotokoll " + meeting_.id.to_string());
        const auto described = derived_id("dokumentbeskrivelse " + id);
        const auto object = derived_id("dokumentobjekt " + id);
        const auto title = "Protokoll, møte " + meeting_.number_text();
        graph_.push_back(LinkedNode{"Møtedokumentregistrering", id}
                             .text("systemID", id)
                             .link("parent", meeting_.id.to_string())
                             .open_title("offentligTittel", title)
                             .link("møtedokumentregistreringstype", "arkiv:protokoll")
                             .link("dokumentbeskrivelse", described)
                             .value());
        graph_.push_back(LinkedNode{"Dokumentbeskrivelse", described}
                             .text("systemID", described)
                             .open_title("tittel", title)
                             .number("dokumentnummer", 1)
                             .link("tilknyttetRegistreringSom", "arkiv:hoveddokument")
                             .link("dokumentobjekt", object)
                             .value());
        graph_.push_back(LinkedNode{"Dokumentobjekt", object}
                             .text("format", "html")
                             .text("referanseDokumentfil", std::string{public_url_} + meeting_.minutes->path)
                             .link("variantformat", "arkiv:produksjonsformat")
                             .number("versjonsnummer", meeting_.minutes->number)
                             .value());
    }

    const MeetingAccount& meeting_;
    std::string_view public_url_;
    json::Array graph_;
};

} // namespace

std::string linked_meeting(const MeetingAccount& meeting, std::string_view public_url) {
    return LinkedMeetingWriter{meeting, public_url}.write();
}

} // namespace archive
