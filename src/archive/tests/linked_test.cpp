// Cases and meetings as JSON-LD: what is in it, and that nothing shielded is.
#include "archive/tests/archive_world.hpp"
#include "governance/testing/demonstration.hpp"

#include <set>

using namespace archive::tests;

class LinkedDocuments : public ArchiveWorld {
protected:
    static constexpr const char* secret = "kvitbjørn";
    json::Value linked(const std::string& path, const Principal& who = {}) {
        const auto response = get(path + ".jsonld", who);
        EXPECT_EQ(response.content_type, "application/ld+json");
        return good(json::parse(response.body));
    }
    static std::vector<const json::Value*> of_type(const json::Value& document, std::string_view type) {
        std::vector<const json::Value*> found;
        for (const auto& node : *document.find("@graph")->array())
            if (node.text_of("@type") == type) found.push_back(&node);
        return found;
    }
    /// What was decided and how it was voted, behind the word for the outcome that always stands first or last.
    static std::string decision_lines(const json::Value& document) {
        std::string lines;
        for (const auto* node : of_type(document, "arkiv:Vedtak")) {
            const auto text = node->text_of("arkiv:vedtakstekst");
            if (const auto end = text.find('\n'); end != std::string_view::npos) lines += text.substr(end);
        }
        for (const auto* node : of_type(document, "arkiv:Behandlingsprotokoll")) {
            const auto text = node->text_of("arkiv:tekstInnhold");
            if (const auto end = text.rfind('\n'); end != std::string_view::npos) lines += text.substr(0, end);
        }
        return lines;
    }
    static std::string all_fields_shielded(const std::string& until) {
        std::string shields;
        for (const auto* field : {"title", "summary", "background", "proposal", "handler"}) {
            shields += fmt::format(R"({}{{"field":"{}","legalBasis":"offl. § 23","until":"{}"}})",
                                   shields.empty() ? "" : ",", field, until);
        }
        return "[" + shields + "]";
    }
};
EACH_DATABASE(LinkedDocuments);

TEST_P(LinkedDocuments, TellOfACaseAndItsDocumentsInTheWordsOfTheStandard) {
    make_body();
    const auto matter = plan_case("Felles søknad");
    const auto paper = add_document(matter, "saksframlegg", "Saksframlegg", "Om saken");
    add_document(matter, "vedlegg", "Tall", "1;2;3");

    const auto document = linked(matter);

    const auto* context = document.find("@context");
    EXPECT_EQ(context->text_of("arkiv"), "http://www.arkivverket.no/standarder/noark5/arkivstruktur/");
    EXPECT_EQ(context->text_of("xsd"), "http://www.w3.org/2001/XMLSchema#");
    const auto folders = of_type(document, "arkiv:Saksmappe");
    ASSERT_EQ(folders.size(), 1U);
    EXPECT_EQ(folders[0]->text_of("arkiv:offentligTittel"), "Felles søknad");
    EXPECT_EQ(folders[0]->find("arkiv:saksaar")->text_of("@type"), "xsd:integer");
    EXPECT_EQ(folders[0]->find("arkiv:saksstatus")->text_of("@id"), "arkiv:underBehandling");
    const auto entries = of_type(document, "arkiv:Journalpost");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0]->find("arkiv:parent")->text_of("@id"), folders[0]->text_of("@id"));
    EXPECT_EQ(entries[0]->find("arkiv:journalposttype")->text_of("@id"), "arkiv:saksframlegg");
    EXPECT_EQ(of_type(document, "arkiv:Dokumentbeskrivelse").size(), 2U);
    const auto files = of_type(document, "arkiv:Dokumentobjekt");
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0]->text_of("arkiv:referanseDokumentfil"),
              "https://samband.example" + matter + "/documents/" + paper);
}

TEST_P(LinkedDocuments, HoldNothingThatIsShieldedWhoeverAsks) {
    make_body();
    const auto until = to_string(in_days(30));
    const auto matter = plan_case(std::string{secret} + " i tittelen", secret, all_fields_shielded(until));
    add_document(matter, "saksframlegg", std::string{secret} + "+saksframlegg", std::string{secret} + " i filen",
                 "&legalBasis=offl.+§+13&until=" + until, std::string{secret} + ".txt");

    for (const auto& who : {Principal{}, world.system}) {
        const auto text = get(matter + ".jsonld", who).body;
        EXPECT_EQ(text.find(secret), std::string::npos) << text;
        EXPECT_EQ(text.find("dokumentobjekt"), std::string::npos) << "no file and no digest of it";
    }
    const auto document = linked(matter);
    std::set<std::string> bases;
    for (const auto* shield : of_type(document, "arkiv:Skjerming")) {
        EXPECT_EQ(shield->find("arkiv:tilgangsrestriksjon")->text_of("@id"), "arkiv:unntattOffentlighet");
        bases.emplace(shield->text_of("arkiv:skjermingshjemmel"));
    }
    EXPECT_EQ(bases, (std::set<std::string>{"offl. § 13", "offl. § 23"}));
    EXPECT_EQ(of_type(document, "arkiv:Saksmappe")[0]->text_of("arkiv:offentligTittel"), "Skjermet");

    world.clock.advance(std::chrono::hours{24 * 30});
    EXPECT_NE(get(matter + ".jsonld").body.find(secret), std::string::npos) << "open from the day";
}

TEST_P(LinkedDocuments, WithdrawWhatWasRemovedInTheFormOfEInnsyn) {
    make_body();
    const auto matter = plan_case("Felles søknad");
    const auto paper = add_document(matter, "notat", "Notat", "Om saken");
    post(matter + "/documents/" + paper + "/removal", "reason=Feil+fil");

    const auto document = linked(matter);

    EXPECT_TRUE(of_type(document, "arkiv:Journalpost").empty());
    EXPECT_EQ(document.find("@context")->text_of("einnsyn"), "http://data.einnsyn.no/");
    const auto& graph = *document.find("@graph")->array();
    const auto& about = graph.back();
    EXPECT_EQ(about.text_of("@id"), "einnsyn:graf/meta");
    const auto& withdrawal = graph[graph.size() - 2];
    EXPECT_EQ((*withdrawal.find("@graph")->array())[0].text_of("@type"), "arkiv:Journalpost");
    EXPECT_EQ((*about.find("@graph")->array())[0].text_of("@type"), "einnsyn:graftype/TrekkeTilbakeGraf");
    EXPECT_EQ((*about.find("@graph")->array())[0].text_of("@id"), withdrawal.text_of("@id"));
}

TEST_P(LinkedDocuments, TellNothingOfWhatIsSaidBehindClosedDoorsBeforeTheMinutes) {
    governance::demonstration(world);
    const auto list = good(json::parse(get("/meetings.json").body));
    int closed = 0;
    for (const auto& row : *list.find("meetings")->array()) {
        const std::string path{row.text_of("url")};
        if (row.text_of("state") != "closed") continue;
        ASSERT_FALSE(decision_lines(linked(path)).empty());
        const auto meeting = good(json::parse(get(path + ".json").body));
        for (const auto& item : *meeting.find("items")->array()) {
            post(fmt::format("{}/items/{}/description", path, item.text_of("id")),
                 "isClosed=true&closedBasis=kommuneloven+§+11-5");
        }
        ++closed;
        const auto document = linked(path);
        EXPECT_EQ(decision_lines(document), "");
        EXPECT_FALSE(of_type(document, "arkiv:Skjerming").empty()) << "that it is kept back, and why, is told";
    }
    EXPECT_GT(closed, 0);
}

TEST_P(LinkedDocuments, TellHowEachVotedInTheMeetingsOfTheDemonstration) {
    governance::demonstration(world);
    const auto list = good(json::parse(get("/meetings.json").body));
    int with_ballots = 0, with_minutes = 0, asked = 0;
    for (const auto& row : *list.find("meetings")->array()) {
        const auto document = linked(std::string{row.text_of("url")});
        ++asked;
        ASSERT_EQ(of_type(document, "arkiv:Moetemappe").size(), 1U);
        EXPECT_EQ(of_type(document, "arkiv:Utvalg").size(), 1U);
        for (const auto* vote : of_type(document, "arkiv:Votering")) {
            ++with_ballots;
            const auto word = vote->text_of("arkiv:stemme");
            EXPECT_TRUE(word == "Ja" || word == "Nei" || word == "Blankt") << word;
            EXPECT_NE(vote->text_of("arkiv:moetedeltaker"), "");
        }
        with_minutes += static_cast<int>(of_type(document, "arkiv:Møtedokumentregistrering").size());
        EXPECT_EQ(of_type(document, "arkiv:Vedtak").size(), of_type(document, "arkiv:Behandlingsprotokoll").size());
    }
    EXPECT_GT(asked, 3);
    EXPECT_GT(with_ballots, 0);
    EXPECT_GT(with_minutes, 0);
}

TEST_P(LinkedDocuments, AreNamedOnThePages) {
    make_body();
    const auto matter = plan_case("Felles søknad");
    EXPECT_NE(get(matter).body.find(matter + ".jsonld"), std::string::npos);
}
