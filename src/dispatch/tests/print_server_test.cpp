// Print runs that are brought to the printer's own machine, and what happens when it is not there, not itself, or full.
#include "dispatch/jobs/print_letters.hpp"
#include "dispatch/store/print_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"
#include "platform/testing/ssh_server.hpp"
#include "platform/testing/test_files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

class PrintServerRuns : public post::Office {
protected:
    PrintServerRuns() : folder_{world::new_test_folder()} { office.print_server = printer.target(folder_); }
    ~PrintServerRuns() override { world::remove_test_folder(folder_); }

    std::string on_paper(std::string_view title = "Brev") {
        const auto answer =
            send({post::metadata(fmt::format(
                      R"({{"tittel":"{}","mottaker":{{"postAdresse":{{"navn":"Per Papir","adresse1":"Veien 2",)"
                      R"("postNummer":"0001","postSted":"OSLO"}}}},"dokumenter":[{{"filnavn":"brev.pdf",)"
                      R"("mimeType":"application/pdf"}}]}})",
                      title)),
                  post::file("brev.pdf", post::a_pdf())});
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        return std::string{json::parse(answer.body)->text_of("id")};
    }
    std::vector<dispatch::PrintRun> runs() {
        const auto reader = *world.database->reader();
        return *dispatch::store::newest_print_runs(*reader, 100);
    }
    [[nodiscard]] fs::path path(const std::string& name) const { return fs::path{folder_} / name; }
    void acknowledge(const std::string& run) const {
        std::ofstream{path("receipts/" + run + ".json")} << fmt::format(R"({{"run":"{}"}})", run);
    }

    world::SshServer printer;

private:
    std::string folder_;
};
EACH_DATABASE(PrintServerRuns);

TEST_P(PrintServerRuns, AreBroughtAcknowledgedAndClearedAway) {
    const auto id = on_paper();
    const auto turned = dispatch::print_letters(office);
    ASSERT_TRUE(turned) << describe(turned.error());
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
    const auto run = runs().at(0);
    EXPECT_EQ(fs::file_size(path(run.name + ".pdf")), static_cast<std::uintmax_t>(run.bytes));
    EXPECT_TRUE(fs::exists(path(run.name + ".csv")));
    EXPECT_TRUE(fs::exists(path(run.name + ".json")));

    acknowledge(run.name);
    ASSERT_TRUE(dispatch::print_letters(office));
    EXPECT_EQ(status_of(id), "PRINTET");
    EXPECT_FALSE(fs::exists(path(run.name + ".pdf")));
    EXPECT_TRUE(fs::is_empty(path("receipts")));
    EXPECT_TRUE(runs().at(0).cleared_at);
    EXPECT_EQ(printer.connections(), 2) << "one line for each turn";
}

TEST_P(PrintServerRuns, TakeNoLetterForAPrinterThatIsNotItself) {
    const auto id = on_paper();
    printer.change_host_key();
    const auto refused = dispatch::print_letters(office);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, platform::sftp_host_unknown.name);
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    EXPECT_TRUE(runs().empty());
}

TEST_P(PrintServerRuns, GoOnUnderTheSameNameAfterTheLineWasCut) {
    const auto id = on_paper();
    // Past what it takes to be let in, and before the first file is whole.
    printer.cut_after(10'000);
    const auto cut = dispatch::print_letters(office);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, platform::sftp_broken_off.name) << describe(cut.error());
    const auto run = runs().at(0);
    EXPECT_EQ(run.state, dispatch::PrintRunState::begun);
    EXPECT_FALSE(run.trouble.empty());
    EXPECT_FALSE(fs::exists(path(run.name + ".pdf")));

    printer.cut_after(0);
    ASSERT_TRUE(dispatch::print_letters(office));
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs().at(0).name, run.name);
    EXPECT_EQ(runs().at(0).state, dispatch::PrintRunState::handed_over);
    EXPECT_TRUE(runs().at(0).trouble.empty());
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
}

TEST_P(PrintServerRuns, BeginNoneWhileThereIsNoRoomForTheFirst) {
    const auto first = on_paper();
    printer.set_read_only(true);
    EXPECT_EQ(dispatch::print_letters(office).error().code, platform::sftp_refused.name);
    const auto second = on_paper("Et annet brev");
    EXPECT_EQ(dispatch::print_letters(office).error().code, platform::sftp_refused.name);
    EXPECT_EQ(status_of(second), "AKSEPTERT");
    EXPECT_EQ(runs().size(), 1U);

    printer.set_read_only(false);
    ASSERT_TRUE(dispatch::print_letters(office));
    EXPECT_EQ(status_of(first), "SENDT_PRINT");
    EXPECT_EQ(status_of(second), "SENDT_PRINT");
    for (const auto& run : runs())
        EXPECT_TRUE(fs::exists(path(run.name + ".json")));

    // The printer lets nothing be removed: told again and again, and no other run waits for it.
    for (const auto& run : runs())
        acknowledge(run.name);
    printer.set_read_only(true);
    EXPECT_EQ(dispatch::print_letters(office).error().code, platform::sftp_refused.name);
    EXPECT_EQ(status_of(first), "PRINTET");
    EXPECT_EQ(status_of(second), "PRINTET");
    printer.set_read_only(false);
    ASSERT_TRUE(dispatch::print_letters(office));
    for (const auto& run : runs())
        EXPECT_TRUE(run.cleared_at && run.trouble.empty());
}

} // namespace
