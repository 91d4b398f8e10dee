#include "platform/journal/verification.hpp"

#include "platform/errors.hpp"
#include "platform/journal/tests/builders.hpp"
#include "platform/texts.hpp"

#include <filesystem>
#include <fstream>

namespace {

using journal::Flaw;
using journal::Visibility;
using journal::testing::append;
using journal::testing::planned;

class SomeJournal {
protected:
    /// Seven events in five batches, two of them not for everybody.
    explicit SomeJournal(db::Dialect dialect) : world{dialect} {
        append_together({planned("A"), planned("B"), planned("A", Visibility::internal)});
        append(world, kari, planned("A"));
        append(world, kari, planned("B", Visibility::operators));
        append(world, kari, planned("C"));
        append(world, kari, planned("A"));
    }
    void append_together(const std::vector<journal::Event>& events) {
        const auto written = world.database->write([&](db::Transaction& transaction) -> Result<void> {
            for (const auto& event : events)
                TRY(world.journal->append(transaction, kari, event, world.clock.now()));
            return {};
        });
        EXPECT_TRUE(written);
    }
    std::string exported(Visibility widest = Visibility::everybody) {
        std::string all;
        const auto done = journal::export_lines(**world.database->reader(), widest, world.journal->signing_key(),
                                                world.clock.now(), [&](std::string_view lines) -> Result<void> {
                                                    all += lines;
                                                    return {};
                                                });
        EXPECT_TRUE(done);
        return all;
    }
    std::string bundled(std::string id = "A") {
        return *journal::bundle(**world.database->reader(), {"case", std::move(id)}, world.journal->signing_key(),
                                world.clock.now());
    }
    void damage(std::string_view sql) {
        ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        }));
    }
    journal::Verification verified() { return *journal::verify_database(**world.database->reader()); }
    void expect_flaw(Flaw flaw, std::int64_t sequence) {
        const auto report = verified();
        ASSERT_TRUE(report.flaw);
        EXPECT_EQ(*report.flaw, flaw);
        EXPECT_EQ(report.sequence, sequence);
    }

    const Principal kari = world::World::person("Kari", {});
    world::World world;
};

class Verification : public SomeJournal, public ::testing::TestWithParam<db::Dialect> {
protected:
    Verification() : SomeJournal{GetParam()} {}
};
EACH_DATABASE(Verification);

/// Files are the same whatever database they come from.
class FileVerification : public SomeJournal, public ::testing::Test {
protected:
    FileVerification() : SomeJournal{db::Dialect::sqlite} {}
};

TEST_P(Verification, HoldsForAJournalThatNobodyTouched) {
    const auto report = verified();

    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.events, 7);
    EXPECT_EQ(report.batches, 5);
    EXPECT_EQ(report.head_sequence, 7);
}

TEST_P(Verification, HoldsForManyBatches) {
    for (int i = 0; i < 300; ++i)
        append(world, kari, planned("D"));

    EXPECT_TRUE(verified().holds());
    EXPECT_TRUE(journal::verify_bytes(exported()).holds());
    EXPECT_TRUE(journal::verify_bytes(bundled()).holds());
    EXPECT_LT(bundled().size(), 20'000U); // Far fewer links than batches.
}

TEST_P(Verification, FindsAnEventThatWasAltered) {
    damage("UPDATE platform_journal_event SET authority = 'mayor' WHERE sequence = 4");
    expect_flaw(Flaw::event_altered, 4);
}

TEST_P(Verification, FindsASubjectThatWasAltered) {
    damage("UPDATE platform_journal_subject SET subject_id = 'Z' WHERE sequence = 2");
    expect_flaw(Flaw::event_altered, 2);
}

TEST_P(Verification, FindsAnEventThatWasRemoved) {
    damage("DELETE FROM platform_journal_subject WHERE sequence = 2");
    damage("DELETE FROM platform_journal_event WHERE sequence = 2");
    expect_flaw(Flaw::event_missing, 2);
}

TEST_P(Verification, FindsAnEventThatWasRewrittenWithItsLeaf) {
    auto record = **journal::store::find(**world.database->reader(), 4);
    record.type = "governance.case_adopted";
    const auto leaf = crypto::sha256(std::string{'\0'} + *journal::canonical(record));
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("UPDATE platform_journal_event SET type = $1, leaf = $2 WHERE sequence = 4",
                                {record.type, db::Bytes{leaf.begin(), leaf.end()}}));
        return {};
    }));
    expect_flaw(Flaw::root_differs, 4);
}

TEST_P(Verification, FindsABatchThatWasRemovedOrMadeAnew) {
    damage("UPDATE platform_journal_batch SET sealed_at = sealed_at + 1 WHERE number = 3");
    expect_flaw(Flaw::seal_differs, 5);
    damage("DELETE FROM platform_journal_batch WHERE number >= 3");
    expect_flaw(Flaw::event_unsealed, 5);
}

TEST_P(Verification, HoldsForAnEmptyJournal) {
    const world::World empty{GetParam()};
    std::string all;
    ASSERT_TRUE(journal::export_lines(**empty.database->reader(), Visibility::everybody, empty.journal->signing_key(),
                                      empty.clock.now(), [&](std::string_view lines) -> Result<void> {
                                          all += lines;
                                          return {};
                                      }));

    EXPECT_TRUE(journal::verify_database(**empty.database->reader())->holds());
    EXPECT_TRUE(journal::verify_bytes(all).holds());
}

TEST_P(Verification, HoldsForAnExportFromTheFileAlone) {
    const auto report = journal::verify_bytes(exported());

    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.kind, journal::Verification::Kind::exported);
    EXPECT_EQ(report.events, 5);
    EXPECT_EQ(report.closed, 2);
    EXPECT_EQ(report.batches, 5);
    EXPECT_EQ(report.fingerprint, world.journal->signing_key().public_key().fingerprint());
    EXPECT_EQ(journal::verify_bytes(exported(Visibility::operators)).closed, 0);
}

TEST_F(FileVerification, KeepsFromAnExportWhatIsNotForEverybody) {
    const auto file = exported();

    EXPECT_EQ(file.find("internal"), std::string::npos);
    EXPECT_EQ(file.find("operators"), std::string::npos);
    EXPECT_EQ(file.find("\"Kari\""), std::string::npos);
}

TEST_F(FileVerification, FindsEveryChangedByteOfAnExport) {
    const auto file = exported();

    for (std::size_t at = 0; at < file.size(); ++at)
        for (const int change : {1, 0x20}) {
            auto changed = file;
            changed[at] = static_cast<char>(changed[at] ^ change);
            ASSERT_FALSE(journal::verify_bytes(changed).holds()) << at << " " << file.substr(at, 20);
        }
}

TEST_F(FileVerification, FindsWhatIsMissingOrTooMuchInAnExport) {
    const auto file = exported();

    for (std::size_t length = 0; length < file.size(); ++length)
        ASSERT_FALSE(journal::verify_bytes(file.substr(0, length)).holds()) << length;
    EXPECT_FALSE(journal::verify_bytes(file + "\n").holds());
    EXPECT_FALSE(journal::verify_bytes(file + file).holds());
}

TEST_F(FileVerification, NamesTheFirstBrokenEventOfAnExport) {
    auto file = exported();
    const auto at = file.find("\"sequence\":4");
    file.replace(file.find("governance.case_planned", at), 23, "governance.case_adopted");

    const auto report = journal::verify_bytes(file);

    EXPECT_EQ(report.flaw, Flaw::root_differs);
    EXPECT_EQ(report.sequence, 4);
    EXPECT_EQ(report.batch, 2);
}

TEST_P(Verification, HoldsForABundleFromTheFileAlone) {
    const auto report = journal::verify_bytes(bundled());

    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.kind, journal::Verification::Kind::bundle);
    EXPECT_EQ(report.events, 3);
}

TEST_F(FileVerification, FindsEveryChangedByteOfABundle) {
    const auto file = bundled();

    for (std::size_t at = 0; at < file.size(); ++at)
        for (const int change : {1, 0x20}) {
            auto changed = file;
            changed[at] = static_cast<char>(changed[at] ^ change);
            ASSERT_FALSE(journal::verify_bytes(changed).holds()) << at << " " << file.substr(at, 20);
        }
}

TEST_F(FileVerification, FindsAnEventThatWasTakenOutOfABundle) {
    auto file = bundled();
    const auto begin = file.find("\n{\"batch\":1") + 1;
    file.erase(begin, file.find('\n', begin) + 1 - begin);

    EXPECT_EQ(journal::verify_bytes(file).flaw, Flaw::content_differs);
}

TEST_F(FileVerification, FindsASignatureOfAnotherKey) {
    const auto random = make_seeded_random(4);
    const auto other = crypto::SigningKey::from_seed(crypto::Key::make(*random));
    auto file = exported();
    const auto head_at = file.rfind("\n", file.size() - 2) + 1;
    auto head = *journal::head_from(*json::parse(file.substr(head_at)));
    head.public_key = other.public_key();

    const auto report = journal::verify_bytes(file.substr(0, head_at) + json::to_string(journal::form_of(head)) + "\n");

    EXPECT_EQ(report.flaw, Flaw::signature_differs);
}

TEST_P(Verification, HasNoBundleOfWhatNothingPublicHappenedTo) {
    const auto bundle =
        journal::bundle(**world.database->reader(), {"case", "Z"}, world.journal->signing_key(), world.clock.now());

    ASSERT_FALSE(bundle);
    EXPECT_EQ(bundle.error().code, platform::event_not_found.name);
}

TEST_F(FileVerification, HasNoBundleOfMoreEventsThanItsReadersTake) {
    const auto reader = *world.database->reader();
    const auto with_limit = [&](int events_max) {
        return journal::bundle(*reader, {"case", "A"}, world.journal->signing_key(), world.clock.now(), events_max);
    };

    EXPECT_TRUE(with_limit(3));
    EXPECT_EQ(with_limit(2).error().code, platform::bundle_too_large.name);
}

TEST_P(Verification, ProvesOneEvent) {
    const auto proof = *journal::proof(**world.database->reader(), 2);

    EXPECT_EQ(proof.batch.number, 1);
    EXPECT_EQ(proof.index, 1U);
    EXPECT_EQ(proof.path.size(), 2U);
    EXPECT_FALSE(journal::proof(**world.database->reader(), 8));
    EXPECT_FALSE(journal::proof(**world.database->reader(), 0));
}

TEST_F(FileVerification, ReadsFiles) {
    const auto path = std::filesystem::temp_directory_path() / ("samband-" + make_system_random()->token(9));
    for (const auto& content : {exported(), bundled()}) {
        std::ofstream{path, std::ios::binary} << content;
        EXPECT_TRUE(journal::verify_file(path.string())->holds());
        std::ofstream{path, std::ios::binary} << content.substr(0, content.size() - 1);
        EXPECT_FALSE(journal::verify_file(path.string())->holds());
    }
    std::filesystem::remove(path);
    EXPECT_FALSE(journal::verify_file(path.string()));
}

TEST_P(Verification, TellsPeopleWhatItFound) {
    const i18n::Library texts{{&platform::text::catalogue}};
    const auto& nb = texts.in(i18n::Language::nb);
    EXPECT_NE(journal::words(verified(), nb).find("Alt stemmer."), std::string::npos);
    damage("UPDATE platform_journal_event SET authority = 'mayor' WHERE sequence = 4");

    const auto said = journal::words(verified(), nb);

    EXPECT_NE(said.find("endret etter at den ble forseglet"), std::string::npos) << said;
    EXPECT_NE(said.find("Første hendelse med feil: 4."), std::string::npos) << said;
}

TEST(VerifyBytes, FindsNothingInWhatIsNoFileOfOurs) {
    for (const std::string_view bytes : {"", "\n", "{}", "{}\n", "hello", R"({"samband":"journal bundle"})",
                                         R"({"samband":"journal bundle","subject":["a","b"],"events":[],"chain":[]})",
                                         R"({"samband":"journal export","version":1,"widest":"everybody"})"})
        EXPECT_EQ(journal::verify_bytes(bytes).flaw.has_value(), true) << bytes;
}

} // namespace

TEST_F(FileVerification, ABundleForThoseInsideSaysSoAndHolds) {
    const auto reader = *world.database->reader();
    const auto key = [&]() -> const crypto::SigningKey& { return world.journal->signing_key(); };
    const auto file = *journal::bundle(*reader, {"case", "A"}, key(), world.clock.now(), journal::bundle_events_max, {},
                                       Visibility::internal);

    EXPECT_TRUE(journal::verify_bytes(file).holds());
    EXPECT_EQ(journal::events_of(file).size(), 4U);
    EXPECT_EQ(journal::events_of(bundled()).size(), 3U);
    auto narrowed = file;
    const std::string_view widest{R"(,"widest":"internal")"};
    narrowed.erase(narrowed.find(widest), widest.size());
    EXPECT_EQ(journal::verify_bytes(narrowed).flaw, Flaw::subject_differs);
    EXPECT_TRUE(journal::events_of("[]").empty());
}
