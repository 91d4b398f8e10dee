// From a letter that nobody reads to the printer's word: deadlines, runs, what lies in the folder, and what can go
// wrong.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/example_pdf.hpp"
#include "dispatch/domain/print_run.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/jobs/print_letters.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/print_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/testing/pdf_words.hpp"
#include "platform/testing/test_files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace {

using std::chrono::hours;

Instant at(std::string_view text) {
    return *parse_instant(text);
}

class Print : public post::Office {
protected:
    Print() : folder_{world::new_test_folder()} { office.print_folder = folder_ + "/print"; }
    ~Print() override { world::remove_test_folder(folder_); }

    void turn() {
        const auto done = dispatch::print_letters(office);
        EXPECT_TRUE(done) << describe(done.error());
    }
    std::string notified(std::string_view title, std::string_view more = {}) {
        const auto id = sent(title, more);
        work();
        EXPECT_EQ(status_of(id), "VARSLET");
        return id;
    }
    std::vector<dispatch::PrintRun> runs() {
        const auto reader = *world.database->reader();
        return *dispatch::store::newest_print_runs(*reader, 100);
    }
    [[nodiscard]] std::string path(const std::string& name) const { return office.print_folder + "/" + name; }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{path(name), std::ios::binary};
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    void acknowledge(const std::string& run, const std::string& text) const {
        std::ofstream{path("receipts/" + run + ".json")} << text;
    }
    dispatch::PrintManifest manifest(const std::string& run) const {
        const auto told = json::read<dispatch::PrintManifest>(read(run + ".json"));
        EXPECT_TRUE(told) << describe(told.error());
        return *told;
    }
    /// A PDF of so many pages.
    std::string pages(int count) {
        pdf::Book book{"x", "nb", Instant{}};
        for (int i = 1; i <= count; ++i)
            book.paragraph(fmt::format("Side nummer {}", i)).page();
        return *office.workshop->bind(book)->file.bytes();
    }
    /// A letter to an address on paper, with one document.
    std::string on_paper(const std::string& title, const std::string& content, const std::string& country,
                         const std::string& code, std::string_view document = {}, std::string_view more = {}) {
        const auto json = fmt::format(
            R"({{"tittel":"{}","mottaker":{{"postAdresse":{{"navn":"Per Papir","adresse1":"Veien 2","postNummer":"{}",)"
            R"("postSted":"STED","land":"{}"}}}},"dokumenter":[{{"filnavn":"brev.pdf","mimeType":"application/pdf"{}}}]{}}})",
            title, code, country, document, more);
        const auto answer = send({post::metadata(json), post::file("brev.pdf", content)});
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        const auto id = std::string{json::parse(answer.body)->text_of("id")};
        EXPECT_EQ(status_of(id), "AKSEPTERT");
        return id;
    }

    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};

private:
    std::string folder_;
};
EACH_DATABASE(Print);

} // namespace

TEST_P(Print, UnreadPastTheDeadlineIsPrinted) {
    const auto id = notified("Vedtak om plass"); // Wednesday 4 March 2026, ten o'clock.
    world.clock.advance(hours{39});
    turn();
    EXPECT_EQ(status_of(id), "VARSLET");
    world.clock.set(at("2026-03-06T09:00:00Z"));
    turn();
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
    ASSERT_EQ(runs().size(), 1U);
    const auto run = runs().front();
    EXPECT_EQ(run.state, dispatch::PrintRunState::handed_over);

    const auto told = manifest(run.name);
    const auto bytes = read(run.name + ".pdf");
    EXPECT_EQ(told.sha256, crypto::to_hex(crypto::view(crypto::sha256(bytes))));
    EXPECT_EQ(told.pages, 2);
    ASSERT_EQ(told.letters.size(), 1U);
    EXPECT_EQ(told.letters[0].id, id);
    EXPECT_EQ(told.letters[0].documents.at(0), crypto::to_hex(crypto::view(crypto::sha256(post::a_pdf()))));
    const auto words = testing_pdf::words_in(bytes);
    for (const auto* wanted : {"Kari Eksempel", "Gata 1", "0010 OSLO", "avsender", "Vedtak om plass", "En side."})
        EXPECT_NE(words.find(wanted), std::string::npos) << wanted << "\n" << words;
    EXPECT_NE(read(run.name + ".csv").find(id), std::string::npos);
    EXPECT_EQ(read(run.name + ".json").find("Kari"), std::string::npos);

    acknowledge(run.name, fmt::format(R"({{"run":"{}","letters":[{{"id":"{}","outcome":"printed"}}]}})", run.name, id));
    turn();
    EXPECT_EQ(status_of(id), "PRINTET");
    EXPECT_EQ(runs().front().state, dispatch::PrintRunState::acknowledged);
    EXPECT_FALSE(std::filesystem::exists(path(run.name + ".pdf")));
    const auto history = ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/historikk").body;
    EXPECT_NE(history.find("Sendt til utskrift"), std::string::npos) << history;
    EXPECT_NE(history.find("Skrevet ut"), std::string::npos);
}

TEST_P(Print, NothingGoesOutInWeekendsAtNightOrWhenItIsRead) {
    world.clock.set(at("2026-04-01T08:00:00Z")); // Wednesday before Easter; the next working day is Tuesday 7 April.
    const auto id = notified("Påskebrev");
    const auto other = notified("Lest");
    const auto read = browser.post("/mailbox/" + other + "/opening", {}, [&] {
        const auto made = world.database->write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return directory::register_person(
                transaction, doer, office.person_key,
                {.name = "Kari", .identity_number = std::string{post::kari}, .is_invented = true});
        });
        auto somebody = world::World::person("Kari", {});
        somebody.id = made->to_string();
        somebody.assurance = "substantial";
        return somebody;
    }());
    EXPECT_EQ(read.status, 303);
    world.clock.set(at("2026-04-07T10:00:00Z"));
    turn();
    EXPECT_EQ(status_of(id), "VARSLET"); // Fourteen hours of Wednesday and twelve of Tuesday.
    world.clock.set(at("2026-04-08T02:00:00Z"));
    turn();
    EXPECT_EQ(status_of(id), "VARSLET"); // Its time is out, but it is four in the morning.
    world.clock.set(at("2026-04-08T06:00:00Z"));
    turn();
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
    EXPECT_EQ(status_of(other), "LEST");
}

TEST_P(Print, WhatMayOnlyGoDigitallyEndsThere) {
    const auto id = notified("Bare digitalt", R"(,"kunDigitalLevering":true)");
    world.clock.set(at("2026-03-06T12:00:00Z"));
    office.print_folder.clear();
    turn();
    EXPECT_EQ(status_of(id), "SENDT_DIGITALT");
    EXPECT_TRUE(runs().empty());
}

TEST_P(Print, ALetterSaysWhereItGoesBackTo) {
    const auto write = [&](std::string_view address) {
        ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_account SET return_address = $1", {address});
        }));
    };
    const auto words_of_one_more = [&](const std::string& title, std::string_view more = {}) {
        on_paper(title, pages(1), "Norge", "0050", {}, more);
        turn();
        return testing_pdf::words_in(read(runs().at(0).name + ".pdf"));
    };
    EXPECT_EQ(words_of_one_more("Uten").find("Servicegata"), std::string::npos);
    write("Servicegata 1\r\n\r\n0040 OSLO\n");
    world.clock.advance(std::chrono::minutes{5});
    const auto words = words_of_one_more("Med");
    EXPECT_LT(words.find("avsender"), words.find("Servicegata")) << words;
    EXPECT_NE(words.find("0040"), std::string::npos);
    world.clock.advance(std::chrono::minutes{5});
    EXPECT_EQ(words_of_one_more("Svar til andre", R"(,"svarSendesTil":{"postAdresse":{"navn":"Servicetorget",)"
                                                  R"("postNummer":"0040","postSted":"OSLO"}})")
                  .find("Servicegata"),
              std::string::npos);
}

TEST_P(Print, LettersAreSortedAndSetAsTheirSendersAsked) {
    const auto abroad = on_paper("Utenlands", pages(1), "Japan", "100");
    const auto duplex = on_paper(
        "Tosidig", pages(3), "Norge", "0050", R"(,"giroarkSider":[2])",
        R"(,"konteringsKode":"1234-økonomi","utskriftsKonfigurasjon":{"tosidig":true,"utskriftMedFarger":false},)"
        R"("svarSendesTil":{"postAdresse":{"navn":"Servicetorget","postNummer":"0040","postSted":"OSLO"}})");
    const auto plain = on_paper("Enkel", pages(1), "NORGE", "9990", R"(,"giroarkSider":[1])");
    const auto hidden = on_paper("Uten vedlegget", pages(1), "Norge", "0001", R"(,"ekskluderesFraUtskrift":true)");
    turn();
    const auto run = runs().at(0);
    const auto letters = manifest(run.name).letters;
    ASSERT_EQ(letters.size(), 4U);
    std::vector<std::string> order;
    for (const auto& letter : letters)
        order.push_back(letter.id);
    EXPECT_EQ(order, (std::vector<std::string>{hidden, plain, duplex, abroad}));
    EXPECT_EQ(letters[0].pages, 1);
    EXPECT_TRUE(letters[0].documents.empty());
    EXPECT_EQ(letters[1].giro_pages, std::vector<std::int64_t>{letters[1].first_page + 1});
    // Front page; page one behind it; the giro page on a sheet of its own with an empty back; page three.
    EXPECT_TRUE(letters[2].is_on_both_sides);
    EXPECT_EQ(letters[2].accounting_code, "1234-økonomi");
    EXPECT_EQ(letters[1].accounting_code, "");
    EXPECT_EQ(letters[1].account, stored(plain)->account_id.to_string());
    EXPECT_NE(read(run.name + ".csv").find("1234-økonomi"), std::string::npos);
    EXPECT_EQ(letters[2].first_page % 2, 1);
    EXPECT_EQ(letters[2].giro_pages, std::vector<std::int64_t>{letters[2].first_page + 2});
    EXPECT_EQ(letters[2].pages, 5);
    EXPECT_EQ(letters[2].sheets, 3);
    EXPECT_EQ(letters[3].postage, dispatch::Postage::world);
    const auto words = testing_pdf::words_in(read(run.name + ".pdf"));
    EXPECT_NE(words.find("Servicetorget"), std::string::npos);
    EXPECT_NE(words.find("Japan"), std::string::npos);
    EXPECT_EQ(words.find("Norge"), std::string::npos);
}

TEST_P(Print, AFaultyWordFromThePrinterIsShownAndAFailedLetterComesAgain) {
    const auto id = on_paper("Brev", pages(1), "Norge", "0001");
    turn();
    const auto run = runs().at(0);
    acknowledge(run.name, R"({"run":"another"})");
    turn();
    EXPECT_NE(runs().at(0).trouble.find("#/run"), std::string::npos);
    const auto letters = std::vector<dispatch::PrintLetter>{};
    EXPECT_EQ(dispatch::read_acknowledgement("{", run, letters).error().code, dispatch::acknowledgement_faulty.name);

    for (int failures = 1; failures <= 3; ++failures) {
        const auto newest = runs().at(0);
        EXPECT_EQ(status_of(id), "SENDT_PRINT");
        acknowledge(newest.name,
                    fmt::format(R"({{"run":"{}","letters":[{{"id":"{}","outcome":"failed","reason":"papirstopp"}}]}})",
                                newest.name, id));
        world.clock.advance(std::chrono::minutes{5});
        turn();
    }
    EXPECT_EQ(status_of(id), "IKKE_LEVERT");
    EXPECT_EQ(runs().size(), 3U);
    EXPECT_TRUE(runs().at(0).trouble.empty());
}

TEST_P(Print, ACrashBetweenBeginningAndHandingOverChangesNothing) {
    const auto id = on_paper("Brev", pages(1), "Norge", "0001");
    const auto usual = office.print_folder;
    std::ofstream{usual + "-in-the-way"} << "x";
    office.print_folder = usual + "-in-the-way/print";
    const auto refused = dispatch::print_letters(office);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, dispatch::print_folder_unavailable.name);
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    office.print_folder = usual;
    turn();
    const auto run = runs().at(0);
    const auto first = read(run.name + ".pdf"), list = read(run.name + ".json");
    // As if the program had died before it could say that the files lie there.
    const auto undone = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_print_run SET state = 'begun', handed_over_at = NULL", {});
    });
    ASSERT_TRUE(undone);
    turn();
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs().at(0).state, dispatch::PrintRunState::handed_over);
    EXPECT_EQ(manifest(run.name).letters.at(0).id, id);
    EXPECT_EQ(read(run.name + ".pdf"), first);
    EXPECT_EQ(read(run.name + ".json"), list);
}

TEST_P(Print, ALetterThatCannotBeSetStopsNoOther) {
    const auto lost = on_paper("Tapt", pages(1), "Norge", "0001");
    const auto whole = on_paper("Hel", pages(1), "Norge", "0002");
    const auto damaged = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_document SET blob = $2 WHERE dispatch_id = $1",
                                   {lost, std::string(64, '0')});
    });
    ASSERT_TRUE(damaged);
    turn();
    EXPECT_EQ(status_of(lost), "IKKE_LEVERT");
    EXPECT_EQ(status_of(whole), "SENDT_PRINT");
    const auto run = runs().at(0);
    ASSERT_EQ(manifest(run.name).letters.size(), 1U);
    acknowledge(run.name, fmt::format(R"({{"run":"{}"}})", run.name));
    turn();
    EXPECT_EQ(status_of(whole), "PRINTET");
    EXPECT_EQ(status_of(lost), "IKKE_LEVERT");
    const auto told = *json::parse(ask("GET", "/dispatches/" + lost).body);
    EXPECT_EQ(told.find("failure")->text_of("cause"), "print_failed") << "not that it could not be reached digitally";
}

TEST_P(Print, TheDeadlineIsTheAccountsOwn) {
    const auto shortened = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_account SET read_deadline_h = 3", {});
    });
    ASSERT_TRUE(shortened);
    const auto id = notified("Haster");
    const auto reader = world.database->reader();
    EXPECT_EQ((*dispatch::store::account(**reader, stored(id)->account_id))->read_deadline, hours{3});
    world.clock.advance(std::chrono::minutes{179});
    turn();
    EXPECT_EQ(status_of(id), "VARSLET");
    world.clock.advance(std::chrono::minutes{1});
    turn();
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
}

TEST_P(Print, StaffFollowsRunsWithoutNamesAndConfirmsByHand) {
    const auto id = on_paper("Brev", pages(1), "Norge", "0001");
    turn();
    const auto run = runs().at(0);
    const auto operator_ = world::World::person("Drift", {dispatch::right::tend_print});
    const auto list = browser.get("/print-runs", operator_);
    EXPECT_EQ(list.status, 200);
    EXPECT_NE(list.body.find(run.name), std::string::npos);
    const auto address = "/print-runs/" + run.id.to_string();
    const auto page = browser.get(address, operator_);
    EXPECT_NE(page.body.find(id), std::string::npos);
    EXPECT_EQ(page.body.find("Per Papir"), std::string::npos);
    EXPECT_EQ(browser.get(address, world::World::person("Annen", {})).status, 403);
    const auto unknown = browser.get("/print-runs/" + id + ".json", operator_);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_NE(unknown.body.find(dispatch::print_run_not_found.name), std::string::npos);

    EXPECT_EQ(browser.post(address + "/acknowledgement", {}, operator_).status, 303);
    EXPECT_EQ(status_of(id), "PRINTET");
    const auto again = browser.post(address + "/acknowledgement", {}, operator_);
    EXPECT_EQ(again.status, 409) << dispatch::print_run_settled.name;
}

TEST(WorkingTime, KnowsTheHolidays) {
    EXPECT_EQ(to_string(dispatch::easter_sunday(2026)), "2026-04-05");
    EXPECT_EQ(to_string(dispatch::easter_sunday(2038)), "2038-04-25");
    EXPECT_EQ(to_string(dispatch::easter_sunday(2285)), "2285-03-22");
    for (const auto* free : {"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
                             "2026-05-25", "2027-05-17", "2026-12-25", "2026-03-07", "2026-03-08"})
        EXPECT_FALSE(dispatch::is_working_day(*parse_date(free))) << free;
    for (const auto* busy : {"2026-04-01", "2026-04-07", "2026-05-15", "2026-12-24", "2026-12-31"})
        EXPECT_TRUE(dispatch::is_working_day(*parse_date(busy))) << busy;
    EXPECT_EQ(to_string(dispatch::after_working_hours(at("2026-03-04T09:00:00Z"), hours{40})),
              "2026-03-06T01:00:00.000Z");
    // Over a weekend in which the clocks go forward.
    EXPECT_EQ(to_string(dispatch::after_working_hours(at("2026-03-27T09:00:00Z"), hours{40})),
              "2026-03-31T00:00:00.000Z");
}

RC_GTEST_PROP(WorkingTime, PassesHourByHour, ()) {
    const auto from = at("2026-01-01T00:00:00Z") + std::chrono::minutes{*rc::gen::inRange(0, 1'000'000)};
    const auto wanted = *rc::gen::inRange(0, 90);
    auto plain = from;
    for (int left = wanted * 60; left > 0; plain += std::chrono::minutes{1}) {
        if (dispatch::is_working_day(norwegian_date(plain))) --left;
    }
    RC_ASSERT(dispatch::after_working_hours(from, hours{wanted}) == plain || wanted == 0);
}

TEST(PrintRun, GoesByPostageKnownInBothLanguagesAndByLetters) {
    using enum dispatch::Postage;
    for (const auto* name : {"", "Norge", "NOREG", "no", "Norway"})
        EXPECT_EQ(dispatch::postage_to(name), norway) << name;
    for (const auto* name : {"Sverige", "ØSTERRIKE", "Austerrike", "DE", "Færøyene"})
        EXPECT_EQ(dispatch::postage_to(name), europe) << name;
    for (const auto* name : {"Japan", "US", "Atlantis"})
        EXPECT_EQ(dispatch::postage_to(name), world) << name;
}
