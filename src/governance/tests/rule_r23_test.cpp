// R23: nothing disappears without a trace: what is removed leaves a tombstone, and the journal says so.
#include "governance/actions/documents.hpp"
#include "governance/tests/case_calls.hpp"
#include "platform/json/value.hpp"

namespace governance::tests {

class RuleR23 : public CaseCalls {
protected:
    DocumentId add(CaseId id) {
        const std::string content = "Hemmelige tall.";
        NewDocument sent;
        sent.kind = DocumentKind::vedlegg;
        sent.title = std::string{"Vedlegg om økonomi"};
        sent.dated = today();
        const auto digest = *world.blobs->put(content);
        return *write([&](db::Transaction& transaction) {
            return add_document(transaction, world.services, world.system, id, sent,
                                {"tall.txt", "text/plain; charset=utf-8", content.size(), digest}, Scanning::off,
                                now());
        });
    }
    Result<void> remove(CaseId id, DocumentId document) {
        return write([&](db::Transaction& transaction) {
            return remove_document(transaction, world.services, world.system, id, document,
                                   {Line<500>{std::string{"Lagt til feil sak."}}}, now());
        });
    }
    std::int64_t rows_of(DocumentId id) {
        return *read([&](db::Reader& reader) -> Result<std::int64_t> {
            const auto row = TRY(reader.find("SELECT COUNT(*) FROM governance_document WHERE id = $1", {id}));
            return row->number(0);
        });
    }
};
EACH_DATABASE(RuleR23);

TEST_P(RuleR23, LeavesATombstoneWithTitleAndReasonWhereADocumentWas) {
    const auto matter = plan();
    const auto document = add(matter);

    ASSERT_TRUE(remove(matter, document));

    const auto json = body("/cases/26-00001.json");
    for (const auto* left : {"Vedlegg om økonomi", "Lagt til feil sak.", R"("state":"removed")"})
        EXPECT_NE(json.find(left), std::string::npos) << left;
    EXPECT_EQ(get("/cases/26-00001/documents/" + document.to_string()).error().code, "governance.document_gone");
    EXPECT_EQ(rows_of(document), 1) << "the row stays";
    const auto events = *read([&](db::Reader& reader) {
        return world.journal->about(reader, {"case", matter.to_string()}, world.system, 50);
    });
    EXPECT_EQ(std::ranges::count(events, "governance.document_removed", &journal::StoredEvent::type), 1);
}

TEST_P(RuleR23, RefusesToRemoveTwice) {
    const auto matter = plan();
    const auto document = add(matter);
    ASSERT_TRUE(remove(matter, document));

    EXPECT_EQ(remove(matter, document).error().code, "governance.document_gone");
}

} // namespace governance::tests
