// What is set and bound, read back with tools of others; and what happens to files that were made to do harm.
#include "platform/errors.hpp"
#include "platform/pdf/shutting_in.hpp"
#include "platform/pdf/workshop.hpp"
#include "platform/testing/pdf_words.hpp"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace {

constexpr Instant noon{std::chrono::hours{500'000}};

pdf::Workshop& workshop() {
    static pdf::Workshop shop;
    return shop;
}

pdf::Book book() {
    return {"Møtepapirer", "nb", noon};
}

std::string bytes_of(const pdf::Book& made) {
    const auto bound = workshop().bind(made);
    EXPECT_TRUE(bound) << describe(bound.error());
    return bound ? *bound->file.bytes() : std::string{};
}

pdf::Look look_at(const std::string& bytes, pdf::Workshop& shop = workshop()) {
    auto file = pdf::File::of(bytes);
    const auto look = shop.look(*file);
    EXPECT_TRUE(look);
    return *look;
}

std::shared_ptr<pdf::File> file_of(const std::string& bytes) {
    return std::make_shared<pdf::File>(*pdf::File::of(bytes));
}

/// The objects written behind each other with a table that is right.
std::string pdf_of(const std::vector<std::string>& objects, const std::string& more = {}) {
    std::string file = "%PDF-1.5\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", file.size());
        file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto begin = file.size();
    return file +
           fmt::format("xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R {2} >>\nstartxref\n"
                       "{3}\n%%EOF\n",
                       objects.size() + 1, table, more, begin);
}

std::string page_of(const std::string& more) {
    return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                   "<< /Type /Page /Parent 2 0 R /Resources << >> " + more + " >>"});
}

} // namespace

TEST(Book, IsReadBackWithItsWordsBookmarksAndLanguage) {
    auto made = book();
    made.footer("Side {page} av {pages}").title("Møtepapirer").contents(1);
    made.page().heading(1, "1/2026 Čálliid lágádus").paragraph("Et avsnitt.\n\nOg ett til.").points({"Ett", "To"});
    made.heading(2, "Bakgrunn")
        .markdown("# Hode\n\nTekst med **fet** skrift.\n\n- punkt")
        .notice("Unntatt offentlighet");
    made.table({2, 1}, {{"Navn", "Tall"}, {"Oslo", "5"}});
    const auto bytes = bytes_of(made);
    const auto look = look_at(bytes);
    EXPECT_EQ(look.finding, pdf::Finding::readable);
    EXPECT_EQ(look.pages.size(), 2U);
    EXPECT_EQ(look.language, "nb");
    EXPECT_TRUE(look.is_tagged);
    EXPECT_FALSE(look.is_encrypted);
    ASSERT_EQ(look.bookmarks.size(), 2U);
    EXPECT_EQ(look.bookmarks[0].title, "1/2026 Čálliid lágádus");
    EXPECT_EQ(look.bookmarks[0].page, 2);
    EXPECT_EQ(look.bookmarks[1].level, 2);
    const auto words = testing_pdf::words_in(bytes);
    for (const auto* wanted : {"Čálliid lágádus", "Og ett til.", "Bakgrunn", "Tekst med fet skrift.", "Oslo",
                               "Unntatt offentlighet", "Side 1 av 2", "Side 2 av 2"}) {
        EXPECT_NE(words.find(wanted), std::string::npos) << wanted << "\n" << words;
    }
}

TEST(Book, IsTheSameBytesForTheSameWords) {
    const auto once = bytes_of(book().heading(1, "Sak").paragraph("Tekst"));
    EXPECT_EQ(once, bytes_of(book().heading(1, "Sak").paragraph("Tekst")));
}

TEST(Book, RunsOverleafAndCountsItsPages) {
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += fmt::format("Setning nummer {} i en lang tekst om samarbeid. ", i);
    auto made = book();
    made.footer("side {page}").paragraph(text).mark().heading(1, "Slutten");
    const auto bound = workshop().bind(made);
    ASSERT_TRUE(bound);
    EXPECT_GT(bound->pages, 3);
    EXPECT_EQ(bound->marks, std::vector{bound->pages});
    const auto words = testing_pdf::words_in(*bound->file.bytes());
    for (int page = 1; page <= bound->pages; ++page)
        EXPECT_NE(words.find(fmt::format("side {}\n", page)), std::string::npos) << page;
    EXPECT_NE(words.find("nummer 399"), std::string::npos);
}

TEST(Book, TakesInPagesOfOthersAndTellsWhereTheyStand) {
    const auto two = file_of(bytes_of(book().paragraph("Vedlegg, første side").page().paragraph("Andre side")));
    auto made = book();
    made.heading(1, "Sak 1").insert(two, {0, 2}, pdf::Fit::as_is, 2, "Vedlegg.pdf").heading(1, "Sak 2");
    const auto bytes = bytes_of(made);
    const auto look = look_at(bytes);
    EXPECT_EQ(look.pages.size(), 4U);
    ASSERT_EQ(look.bookmarks.size(), 3U);
    EXPECT_EQ(look.bookmarks[1].title, "Vedlegg.pdf");
    EXPECT_EQ(look.bookmarks[1].page, 2);
    EXPECT_EQ(look.bookmarks[2].page, 4);
    EXPECT_NE(testing_pdf::words_in(bytes).find("Andre side"), std::string::npos);
    const auto beyond = workshop().bind(book().insert(two, {1, 2}, pdf::Fit::as_is));
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, platform::pdf_not_bound.name);
}

TEST(Book, TurnsAndShrinksForTheSheetAndBeginsOnItsFront) {
    const auto wide = file_of(page_of("/MediaBox [0 0 1191 842]"));
    const auto turned = file_of(page_of("/MediaBox [0 0 595 842] /Rotate 90"));
    auto made = book();
    made.paragraph("Brev").sheet().mark().insert(wide, {0, 1}, pdf::Fit::a4).insert(turned, {0, 1}, pdf::Fit::a4);
    const auto bound = workshop().bind(made);
    ASSERT_TRUE(bound) << describe(bound.error());
    EXPECT_EQ(bound->pages, 4);
    EXPECT_EQ(bound->marks, std::vector{3});
    for (const auto& size : look_at(*bound->file.bytes()).pages) {
        EXPECT_NEAR(size.width_mm, 210, 1);
        EXPECT_NEAR(size.height_mm, 297, 1);
    }
}

TEST(Book, LeavesOutWhatActsByItself) {
    const auto acting =
        page_of("/MediaBox [0 0 595 842] /AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >> "
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x) >> >> "
                "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://ks.no) >> >>]");
    const auto bytes = bytes_of(book().insert(file_of(acting), {0, 1}, pdf::Fit::as_is));
    const auto plain = testing_pdf::unpacked(bytes);
    EXPECT_EQ(plain.find("JavaScript"), std::string::npos);
    EXPECT_EQ(plain.find("/Launch"), std::string::npos);
    EXPECT_NE(plain.find("https://ks.no"), std::string::npos);
}

TEST(Look, TellsSizesAsTheyAreSeen) {
    const auto look = look_at(page_of("/MediaBox [0 0 595 842] /CropBox [0 0 300 600] /Rotate 90 /UserUnit 2"));
    ASSERT_EQ(look.pages.size(), 1U);
    EXPECT_NEAR(look.pages[0].width_mm, 423.3, 0.1);
    EXPECT_NEAR(look.pages[0].height_mm, 211.7, 0.1);
    EXPECT_FALSE(look.is_tagged);
}

TEST(Look, KnowsWhatIsNoPdf) {
    for (const auto* bytes : {"", "%PDF-1.4\nEksempel\n%%EOF\n", "PK\x03\x04 something else"})
        EXPECT_EQ(look_at(bytes).finding, pdf::Finding::damaged) << bytes;
    EXPECT_EQ(look_at(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"})).finding,
              pdf::Finding::damaged);
}

TEST(Look, KnowsAPassword) {
    const auto locked = testing_pdf::locked(bytes_of(book().paragraph("Hemmelig")), "passord");
    const auto look = look_at(locked);
    EXPECT_EQ(look.finding, pdf::Finding::needs_password);
    EXPECT_TRUE(look.is_encrypted);
    const auto open = look_at(testing_pdf::locked(bytes_of(book().paragraph("Låst for endring")), ""));
    EXPECT_EQ(open.finding, pdf::Finding::readable);
    EXPECT_TRUE(open.is_encrypted);
}

TEST(Look, SurvivesFilesMadeToDoHarm) {
    pdf::Limits limits;
    limits.memory_bytes = 400 << 20;
    limits.processor_time = std::chrono::seconds{1};
    pdf::Workshop narrow{limits};
    // A tree of pages that contains itself; a million pages in few bytes; an object that unpacks to gigabytes.
    const auto circle =
        pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"});
    EXPECT_NE(look_at(circle, narrow).finding, pdf::Finding::readable);
    std::vector<std::string> many{"<< /Type /Catalog /Pages 2 0 R >>"};
    std::string kids;
    for (int level = 0; level < 6; ++level) {
        kids.clear();
        for (int i = 0; i < 10; ++i)
            kids += fmt::format("{} 0 R ", level + 3);
        many.push_back(fmt::format("<< /Type /Pages /Kids [{}] /Count 1000000 >>", kids));
    }
    many.emplace_back("<< /Type /Page /MediaBox [0 0 9 9] >>");
    EXPECT_NE(look_at(pdf_of(many), narrow).finding, pdf::Finding::readable);
    const auto bomb = testing_pdf::bomb();
    EXPECT_LT(bomb.size(), 4U << 20);
    EXPECT_NE(look_at(bomb, narrow).finding, pdf::Finding::readable);
    EXPECT_EQ(look_at(bytes_of(book().paragraph("Etterpå")), narrow).finding, pdf::Finding::readable);
}

TEST(Workshop, GivesUpOnWhatTakesTooLongAndGoesOn) {
    pdf::Limits limits;
    limits.time = std::chrono::seconds{0};
    limits.processes_max = 1;
    pdf::Workshop hurried{limits};
    auto file = pdf::File::of(page_of("/MediaBox [0 0 595 842]"));
    EXPECT_EQ(hurried.look(*file)->finding, pdf::Finding::too_heavy);
    EXPECT_EQ(hurried.look(*file)->finding, pdf::Finding::too_heavy);
    EXPECT_EQ(hurried.bind(book().paragraph("x")).error().code, platform::pdf_not_bound.name);
}

TEST(Workshop, ReplacesAProcessThatHasDoneItsTurns) {
    pdf::Limits limits;
    limits.turns_max = 1;
    pdf::Workshop frugal{limits};
    for (int i = 0; i < 3; ++i) {
        auto file = pdf::File::of(page_of("/MediaBox [0 0 595 842]"));
        EXPECT_EQ(frugal.look(*file)->finding, pdf::Finding::readable);
    }
}

TEST(ShutIn, LeavesNoWayToKeysNetworkOrOtherProcesses) {
    const auto child = ::fork();
    if (child == 0) {
        pdf::shut_in();
        const auto shut = pdf::what_is_shut();
        int open_ways = 0;
        if (shut.files && ::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0) open_ways |= 1;
        if (shut.files && ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC) >= 0) open_ways |= 2;
        if (shut.files && ::open("/tmp/shut-in-test", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0) open_ways |= 4;
        if (shut.files && ::open("/usr/share/fonts", O_RDONLY | O_DIRECTORY | O_CLOEXEC) < 0) open_ways |= 8;
        if (shut.calls && ::socket(AF_INET, SOCK_STREAM, 0) >= 0) open_ways |= 16;
        if (shut.calls && ::kill(::getppid(), 0) == 0) open_ways |= 32;
        ::_exit(open_ways);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(File, IsNotChangedOnceItIsSealed) {
    auto file = pdf::File::of("abc");
    ASSERT_TRUE(file->seal());
    EXPECT_TRUE(file->seal());
    const auto refused = file->append("d");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, platform::pdf_workshop_unavailable.name);
    EXPECT_EQ(*file->part(1, 9), "bc");
    EXPECT_EQ(*file->part(9, 9), "");
}
