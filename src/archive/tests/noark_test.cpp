// A body's records as a Noark 5 package: whole, the same each time, and tried byte by byte.
#include "archive/tests/archive_world.hpp"
#include "governance/testing/demonstration.hpp"
#include "platform/xml/reader.hpp"

#include <cstdlib>
#include <set>

using namespace archive;
using namespace archive::tests;

class NoarkPackage : public ArchiveWorld {
protected:
    /// A closed case with a case paper, an attachment and a shielded note.
    void one_closed_case() {
        make_body();
        matter = plan_case("Felles søknad");
        paper = add_document(matter, "saksframlegg", "Saksframlegg", "Om saken");
        attachment = add_document(matter, "vedlegg", "Tall", "1;2;3");
        shielded = add_document(matter, "notat", "Hemmelig+notat", "Kvitbjørn",
                                "&legalBasis=offl.+§+13&until=" + to_string(in_days(400)));
        withdraw(matter);
    }
    NoarkReport extract() { return good(try_extract(place())); }
    std::string file(std::string_view name) { return read_file(place() + "/" + std::string{name}); }
    std::string matter, paper, attachment, shielded;
};
EACH_DATABASE(NoarkPackage);

TEST_P(NoarkPackage, HoldsTheCaseItsRegistrationsAndEveryByteOfItsDocuments) {
    one_closed_case();
    const auto report = extract();
    EXPECT_EQ(report.cases, 1);
    EXPECT_EQ(report.registrations, 2) << "the attachment goes with the case paper";
    EXPECT_EQ(report.documents, 3);
    EXPECT_EQ(file("dokumenter/" + paper + ".txt"), "Om saken");
    EXPECT_EQ(file("dokumenter/" + shielded + ".txt"), "Kvitbjørn");
    const auto structure = file("arkivstruktur.xml");
    for (const auto* words :
         {"<mappeID>26/00001</mappeID>", "<saksstatus>Utgår</saksstatus>",
          "<sjekksumAlgoritme>SHA-256</sjekksumAlgoritme>", "<skjermingshjemmel>offl. § 13</skjermingshjemmel>",
          "<tilknyttetRegistreringSom>Vedlegg</tilknyttetRegistreringSom>",
          "<kassasjonsvedtak>Bevares</kassasjonsvedtak>", "<klasseID>familie-og-barn</klasseID>",
          "<journalposttype>Saksframlegg</journalposttype>", "<filstoerrelse>8</filstoerrelse>"})
        EXPECT_NE(structure.find(words), std::string::npos) << words;
    const auto verified = verify_noark(place());
    EXPECT_TRUE(verified.holds()) << words(verified, world.texts.in(i18n::Language::nb));
    EXPECT_EQ(verified.documents, 3);
}

TEST_P(NoarkPackage, KeepsShieldedTitlesOutOfTheOpenJournal) {
    one_closed_case();
    extract();
    EXPECT_EQ(file("offentligJournal.xml").find("Hemmelig"), std::string::npos);
    EXPECT_NE(file("offentligJournal.xml").find("offl. § 13"), std::string::npos);
    EXPECT_NE(file("loependeJournal.xml").find("Hemmelig notat"), std::string::npos);
    EXPECT_NE(file("arkivuttrekk.xml").find("inneholderSkjermetInformasjon"), std::string::npos);
}

TEST_P(NoarkPackage, IsTheSameTwiceAndIsNotWrittenAgain) {
    one_closed_case();
    const auto first = extract();
    const auto events = [&] {
        return good((*world.database->reader())
                        ->query("SELECT id FROM platform_journal_event WHERE type = 'archive.records_extracted'"))
            .size();
    };
    EXPECT_EQ(events(), 1U);
    const auto second = extract();
    EXPECT_TRUE(second.was_there_before);
    EXPECT_EQ(second.sha256, first.sha256);
    EXPECT_EQ(events(), 1U);
    EXPECT_EQ(good(try_extract(place("annet"))).sha256, first.sha256);
}

TEST_P(NoarkPackage, LeavesAloneAFolderThatHoldsSomethingElse) {
    one_closed_case();
    std::filesystem::create_directories(place());
    std::ofstream{place() + "/brev.txt"} << "mitt";
    const auto refused = try_extract(place());
    EXPECT_EQ(code_of(refused), folder_taken.name);
    EXPECT_EQ(file("brev.txt"), "mitt");
    EXPECT_EQ(code_of(try_extract("/dev/null/uttrekk")), folder_unavailable.name);
}

TEST_P(NoarkPackage, LeavesNothingThatLooksWholeWhenADocumentIsMissing) {
    one_closed_case();
    auto elsewhere = good(blobs::open_for_reading(place("ingen-filer")));
    const auto failed =
        extract_noark(world.services, *elsewhere, {.body = "kommit", .folder = place(), .retention = {}});
    EXPECT_EQ(code_of(failed), "platform.blob_missing");
    EXPECT_FALSE(std::filesystem::exists(place()));
    EXPECT_FALSE(std::filesystem::exists(place() + ".partial"));
    // What a kill left is swept away by the next run.
    std::filesystem::create_directories(place() + ".partial");
    std::ofstream{place() + ".partial/arkivstruktur.xml"} << "<arkiv>";
    extract();
    EXPECT_TRUE(verify_noark(place()).holds());
}

TEST_P(NoarkPackage, IsNotKeptWhenItDoesNotHoldInTheEnd) {
    one_closed_case();
    const auto spoil = [&](std::string_view step, int, int) {
        if (step == "saker") std::ofstream{place() + ".partial/dokumenter/" + paper + ".txt"} << "Ombytta";
    };
    const auto failed =
        extract_noark(world.services, *world.blobs, {.body = "kommit", .folder = place(), .retention = {}}, spoil);
    EXPECT_EQ(code_of(failed), package_faulty.name);
    EXPECT_FALSE(std::filesystem::exists(place()));
}

TEST_P(NoarkPackage, IsRefusedWhereNothingIsClosed) {
    make_body();
    plan_case("Under arbeid");
    const auto refused = try_extract(place());
    EXPECT_EQ(code_of(refused), nothing_to_extract.name);
    EXPECT_EQ(code_of(extract_noark(world.services, *world.blobs,
                                    {.body = "finnes-ikke", .folder = place(), .retention = {}})),
              "governance.body_not_found");
}

TEST_P(NoarkPackage, FollowsARetentionPlanAndNamesAllItsFaults) {
    one_closed_case();
    const auto plan = R"({"rules":[{"theme":"*","decision":"preserve","years":0,"basis":"x"},)"
                      R"({"theme":"familie-og-barn","decision":"destroy","years":10,"basis":"plan av 2026"}]})";
    good(try_extract(place(), plan));
    EXPECT_NE(file("arkivstruktur.xml").find("<kassasjonsvedtak>Kasseres</kassasjonsvedtak>"), std::string::npos);
    EXPECT_NE(file("arkivstruktur.xml").find("<kassasjonsdato>2036-03-04</kassasjonsdato>"), std::string::npos);

    const auto faulty = try_extract(
        place("b"),
        R"({"rules":[{"theme":"a","decision":"destroy","years":0,"basis":"x"},{"theme":"a","decision":"preserve","years":0,"basis":"x"}]})");
    ASSERT_EQ(code_of(faulty), retention_faulty.name);
    EXPECT_EQ(faulty.error().faults.size(), 3U) << describe(faulty.error());
    EXPECT_EQ(code_of(try_extract(place("c"), "{")), retention_faulty.name);
}

TEST_P(NoarkPackage, IsFoundOutByOneChangedByteInAnyFile) {
    one_closed_case();
    extract();
    int tried = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{place()}) {
        if (entry.is_directory()) continue;
        const auto path = entry.path().string();
        const auto whole = read_file(path);
        auto changed = whole;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        std::ofstream{path, std::ios::binary} << changed;
        EXPECT_FALSE(verify_noark(place()).holds()) << path;
        std::ofstream{path, std::ios::binary} << whole;
        ++tried;
    }
    EXPECT_EQ(tried, 9);
    EXPECT_TRUE(verify_noark(place()).holds());
}

TEST_P(NoarkPackage, SaysWhatIsWrongWithIt) {
    one_closed_case();
    extract();
    const auto kinds = [&] {
        std::set<PackageFault::Kind> found;
        for (const auto& fault : verify_noark(place()).faults)
            found.insert(fault.kind);
        return found;
    };
    std::ofstream{place() + "/dokumenter/ukjent.txt"} << "x";
    EXPECT_EQ(kinds(), std::set{PackageFault::Kind::unlisted});
    std::filesystem::remove(place() + "/dokumenter/ukjent.txt");
    std::ofstream{place() + "/dokumenter/" + paper + ".txt", std::ios::app} << "mer";
    EXPECT_EQ(kinds(), std::set{PackageFault::Kind::size_differs});
    std::filesystem::remove(place() + "/dokumenter/" + paper + ".txt");
    EXPECT_EQ(kinds(), std::set{PackageFault::Kind::missing});
    std::ofstream{place() + "/endringslogg.xml"} << "<endringslogg/>";
    EXPECT_TRUE(kinds().contains(PackageFault::Kind::unreadable));
    EXPECT_TRUE(kinds().contains(PackageFault::Kind::digest_differs));
    EXPECT_NE(words(verify_noark(place()), world.texts.in(i18n::Language::nb)).find("mangler"), std::string::npos);
}

TEST_P(NoarkPackage, KeepsATombstoneOfARemovedDocument) {
    make_body();
    matter = plan_case("Felles søknad");
    paper = add_document(matter, "saksframlegg", "Saksframlegg", "Om saken");
    post(matter + "/documents/" + paper + "/removal", "reason=Feil+fil");
    withdraw(matter);
    EXPECT_EQ(extract().documents, 0);
    const auto structure = file("arkivstruktur.xml");
    EXPECT_NE(structure.find("<utfoertKassasjon>"), std::string::npos);
    EXPECT_NE(structure.find("Fjernet: Feil fil"), std::string::npos);
    EXPECT_NE(file("endringslogg.xml").find("<nyVerdi>Fjernet</nyVerdi>"), std::string::npos);
}

/// The names of the elements of a file.
static std::set<std::string> element_names(const std::string& path) {
    std::set<std::string> names;
    good(xml::read_file(path, {.began = {},
                               .ended = [&](const xml::Path& where, std::string_view) { names.insert(where.back()); },
                               .grammar = {}}));
    return names;
}

TEST_P(NoarkPackage, HoldsTheMeetingsOfTheDemonstrationWithMinutesAndVotes) {
    governance::demonstration(world);
    const auto report =
        good(extract_noark(world.services, *world.blobs, {.body = "kommit-radet", .folder = place(), .retention = {}}));
    EXPECT_GT(report.meetings, 1);
    const auto structure = file("arkivstruktur.xml");
    for (const auto* words :
         {R"(<mappe xsi:type="moetemappe">)", "<moetedeltakerNavn>", "<merknadstype>Votering</merknadstype>",
          "<moeteregistreringstype>Møteprotokoll</moeteregistreringstype>", "<referanseForrigeMoete>"})
        EXPECT_NE(structure.find(words), std::string::npos) << words;
    EXPECT_TRUE(verify_noark(place()).holds());
}

TEST_P(NoarkPackage, FollowsTheSchemasOfTheStandardWhereTheyAreAtHand) {
    // The standard's own schemas have no licence, so they are not among our files.
    const char* schemas = std::getenv("SAMBAND_NOARK_SCHEMAS");
    if (schemas == nullptr)
        GTEST_SKIP() << "SAMBAND_NOARK_SCHEMAS names no folder with arkivstruktur.xsd; all other tests hold it against "
                        "our own grammar";
    one_closed_case();
    extract();
    const auto schema = read_file(std::string{schemas} + "/arkivstruktur.xsd");
    const std::set<std::string> dropped_by_fiks{
        "korrespondansepart", "moeteregistreringstype", "referanseSekundaerKlassifikasjon",
        "moetedeltakerNavn",  "moetedeltakerFunksjon",  "saksbehandler",
        "skjermingDokument",  "skjermingMetadata"};
    const bool is_noark = schema.find("www.arkivverket.no") != std::string::npos;
    for (const auto& name : element_names(place() + "/arkivstruktur.xml")) {
        if (!is_noark && dropped_by_fiks.contains(name)) continue;
        EXPECT_NE(schema.find("name=\"" + name + "\""), std::string::npos) << name;
    }
    if (is_noark) {
        for (const auto* name : {"arkivstruktur", "loependeJournal", "offentligJournal", "endringslogg"}) {
            const auto path = place() + "/" + name + ".xml";
            if (!std::filesystem::exists(path)) continue;
            const auto valid = xml::check_against_schema(path, std::string{schemas} + "/" + name + ".xsd");
            EXPECT_TRUE(valid) << describe(valid.error());
        }
    }
}
