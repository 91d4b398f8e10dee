#include "governance/actions/documents.hpp"
#include "governance/domain/errors.hpp"
#include "governance/tests/case_calls.hpp"
#include "platform/errors.hpp"

using namespace governance;
using namespace governance::tests;

class CaseDocuments : public CaseCalls {
protected:
    Result<DocumentId> add(CaseId id, std::string content, Scanning scanning = Scanning::off,
                           DocumentKind kind = DocumentKind::vedlegg, std::uint64_t size = 0) {
        const auto digest = *world.blobs->put(content);
        NewDocument sent;
        sent.kind = kind;
        sent.title = std::string{"Vedlegg om økonomi"};
        sent.dated = today();
        return write([&](db::Transaction& transaction) {
            return add_document(transaction, world.services, world.system, id, sent,
                                {"økonomi.txt", "text/plain; charset=utf-8", size == 0 ? content.size() : size, digest},
                                scanning, now());
        });
    }

    Result<void> judge(DocumentId id, const std::optional<Verdict>& verdict) {
        return write([&](db::Transaction& transaction) {
            return judge_document(transaction, world.services, world.system, id, verdict, now());
        });
    }

    Result<void> remove(CaseId id, DocumentId document) {
        return write([&](db::Transaction& transaction) {
            return remove_document(transaction, world.services, world.system, id, document,
                                   {Line<500>{std::string{"Lagt til feil sak."}}}, now());
        });
    }

    Document document(CaseId id) { return file(id).documents.front(); }
    static std::string path(DocumentId id) { return "/cases/26-00001/documents/" + id.to_string(); }
};
EACH_DATABASE(CaseDocuments);

TEST_P(CaseDocuments, AreReadWithTheirNameAndNothingElse) {
    const auto id = *add(plan(), "Tall og tabeller.\n");
    const auto response = *get(path(id));

    EXPECT_EQ(whole(response), "Tall og tabeller.\n");
    EXPECT_EQ(response.content_type, "text/plain; charset=utf-8");
    EXPECT_EQ(response.header("x-content-type-options"), "nosniff");
    EXPECT_TRUE(response.header("content-security-policy")->starts_with("sandbox"));
    EXPECT_NE(response.header("content-disposition")->find("filename"), std::string::npos);
}

TEST_P(CaseDocuments, WaitForTheScannerWhenThereIsOne) {
    const auto matter = plan();
    const auto id = *add(matter, "Rent.", Scanning::on);

    EXPECT_EQ(get(path(id)).error().code, document_not_ready.name);
    ASSERT_TRUE(judge(id, std::nullopt).has_value());
    EXPECT_EQ(document(matter).state, DocumentState::held);
    ASSERT_TRUE(judge(id, Verdict{.is_clean = true, .finding = {}}).has_value());
    EXPECT_EQ(document(matter).state, DocumentState::available);
    EXPECT_EQ(whole(*get(path(id))), "Rent.");
    ASSERT_TRUE(judge(id, std::nullopt).has_value());
    EXPECT_EQ(document(matter).state, DocumentState::available);
}

TEST_P(CaseDocuments, AreRefusedWithTheReasonWhenInfected) {
    const auto matter = plan();
    const auto id = *add(matter, "X5O!P%@AP", Scanning::on);
    ASSERT_TRUE(judge(id, Verdict{.is_clean = false, .finding = "Eicar-Test-Signature"}).has_value());

    EXPECT_EQ(get(path(id)).error().code, document_not_ready.name);
    EXPECT_NE(body("/cases/26-00001").find("Eicar-Test-Signature"), std::string::npos);
}

TEST_P(CaseDocuments, LeaveATombstoneWhenRemoved) {
    const auto matter = plan();
    const auto id = *add(matter, "Feil sak.");
    ASSERT_TRUE(remove(matter, id).has_value());

    EXPECT_EQ(get(path(id)).error().code, document_gone.name);
    EXPECT_EQ(remove(matter, id).error().code, document_gone.name);
    const auto page = body("/cases/26-00001");
    EXPECT_NE(page.find("Vedlegg om økonomi"), std::string::npos);
    EXPECT_NE(page.find("Lagt til feil sak."), std::string::npos);
    EXPECT_EQ(page.find(id.to_string()), std::string::npos);
}

TEST_P(CaseDocuments, AreMarkedWhenTheyComeAfterTheDeadline) {
    const auto strict = make_body("strengt", "Strengt utvalg", {.paper_days_min = 7});
    auto sent = a_case();
    sent.steps = {{strict, in_days(8)}};
    const auto matter = plan(sent);
    ASSERT_TRUE(add(matter, "I tide.").has_value());
    world.clock.advance(std::chrono::hours{48});
    ASSERT_TRUE(add(matter, "For sent.").has_value());
    ASSERT_TRUE(add(matter, "Protokoll.", Scanning::off, DocumentKind::protokoll).has_value());

    const auto documents = file(matter).documents;
    ASSERT_EQ(documents.size(), 3U);
    EXPECT_FALSE(documents[0].is_late);
    EXPECT_TRUE(documents[1].is_late);
    EXPECT_FALSE(documents[2].is_late);
    EXPECT_NE(body("/cases/26-00001").find("kom etter fristen"), std::string::npos);
}

TEST_P(CaseDocuments, AreRefusedWhenEmptyTooLargeOrTooMany) {
    const auto matter = plan();
    EXPECT_EQ(add(matter, "").error().code, document_empty.name);
    EXPECT_EQ(add(matter, "x", Scanning::off, DocumentKind::vedlegg, document_bytes_max + 1).error().code,
              document_too_large.name);
    for (std::size_t i = 0; i < documents_max; ++i) {
        ASSERT_TRUE(add(matter, "x").has_value());
    }
    EXPECT_EQ(add(matter, "x").error().code, documents_too_many.name);
}

TEST_P(CaseDocuments, OfOtherCasesAreNotFound) {
    const auto id = *add(plan(), "Min.");
    plan();
    EXPECT_EQ(get("/cases/26-00002/documents/" + id.to_string()).error().code, document_not_found.name);
    EXPECT_EQ(get("/cases/26-00002/documents/ukjent").error().code, document_not_found.name);
}

TEST_P(CaseDocuments, ComeByFormWithTheFileAsAPart) {
    plan();
    const auto secretary = world::World::person("Kari", {governance::right::prepare_case});
    auto sent = request(http::Method::post, "/cases/26-00001/documents");
    sent.form = *http::Form::parse("kind=saksframlegg&title=Framlegg&language=nn&dated=2026-03-01");
    const auto missing = answer(sent, secretary);
    ASSERT_TRUE(missing.has_value());
    EXPECT_EQ(missing->status, 422);
    EXPECT_NE(missing->body.find("Velg filen"), std::string::npos);

    http::UploadedFile upload;
    upload.field = "file";
    upload.name = "framlegg.exe";
    upload.first_bytes = std::string{"MZ\x90\0\3\0\0\0", 8};
    upload.size = 8;
    upload.digest = *world.blobs->put(upload.first_bytes);
    sent.files = {upload};
    EXPECT_EQ(answer(sent, secretary)->status, 422);

    sent.files.front().first_bytes = "%PDF-1.7\n";
    const auto added = answer(sent, secretary);
    ASSERT_TRUE(added.has_value());
    EXPECT_EQ(added->status, 303);
    EXPECT_EQ(file(*CaseNumber::parse("26/00001")).documents.front().media_type, "application/pdf");
}

TEST_P(CaseDocuments, TellMachinesWhatIsWrongWithTheFile) {
    plan();
    const auto secretary = world::World::person("Kari", {governance::right::prepare_case});
    auto sent = request(http::Method::post, "/cases/26-00001/documents");
    sent.format = http::Format::json;
    sent.form = *http::Form::parse("kind=notat&title=Notat&language=nb&dated=2026-03-01");
    EXPECT_EQ(code_of(answer(sent, secretary).error()), file_missing.name);

    http::UploadedFile upload;
    upload.field = "file";
    upload.name = "notat.html";
    upload.first_bytes = "<!doctype html><script>alert(1)</script>";
    upload.size = upload.first_bytes.size();
    upload.digest = *world.blobs->put(upload.first_bytes);
    sent.files = {upload};
    EXPECT_EQ(code_of(answer(sent, secretary).error()), document_type_not_allowed.name);
}
