#include "oparl/tests/oparl_world.hpp"

#include "platform/search/search.hpp"

using namespace oparl;
using namespace oparl::tests;
using Codes = std::vector<std::string>;

class ImportOparl : public OparlWorld {};
EACH_DATABASE(ImportOparl);

TEST_P(ImportOparl, TakesAFolderApartIntoOneObjectForEachId) {
    put_file("system.json", object("System", "system", R"("name":"Drawn")"));
    put_file("papers/1.json",
             page({object("Paper", "paper/1",
                          fmt::format(R"("name":"Fibre","mainFile":{},"consultation":[{}])",
                                      object("File", "file/1", R"("fileName":"a.pdf","size":7)"),
                                      object("Consultation", "consultation/1", R"("authoritative":true)")))}));

    const auto report = import_files();

    EXPECT_EQ(report.added, 4);
    EXPECT_EQ(report.refused, 0);
    EXPECT_TRUE(report.is_complete);
    const auto paper = *json::parse(graph().at(home + "/paper/1"));
    EXPECT_EQ(paper.text_of("mainFile"), home + "/file/1");
    EXPECT_EQ(*paper.find("consultation")->array()->front().text(), home + "/consultation/1");
    EXPECT_EQ(count("oparl_reference"), 2);
}

TEST_P(ImportOparl, WritesNothingTheSecondTime) {
    put_system();
    put_file("1.json", page({object("Paper", "paper/9"), "7"}));
    const auto first = import_pages();
    import_folder(folder_ + "/in", "folder");
    const auto before = world.journal->head();

    const auto second = import_pages();
    const auto folder = import_folder(folder_ + "/in", "folder");

    EXPECT_EQ(first.added, 5);
    EXPECT_EQ(second.written(), 0);
    EXPECT_EQ(second.transactions, 0);
    EXPECT_EQ(folder.transactions, 0);
    EXPECT_EQ(folder.refused, 1);
    const auto after = world.journal->head();
    EXPECT_EQ(after, before);
}

TEST_P(ImportOparl, AsksOnlyForWhatIsNewAndTakesTheTombstone) {
    put_system();
    import_pages();
    asked.clear();
    pages[home + "/papers"] = page({fmt::format(
        R"({{"id":"{}/paper/1","type":"https://schema.oparl.org/1.1/Paper","created":"2025-01-01T00:00:00Z","modified":"2026-02-02T00:00:00Z","deleted":true,"name":"gone"}})",
        home)});

    const auto report = import_pages();

    EXPECT_EQ(report.removed, 1);
    EXPECT_NE(std::ranges::find(asked, home + "/papers?modified_since=2026-01-01T00:00:00.000Z"), asked.end());
    EXPECT_EQ(graph().at(home + "/paper/1").find("gone"), std::string::npos);
    EXPECT_EQ(graph().size(), 5u);
}

TEST_P(ImportOparl, GoesOnWhereItStopped) {
    put_system();
    std::vector<std::string> papers;
    for (int i = 1; i <= 3; ++i) {
        pages[i == 1 ? home + "/papers" : fmt::format("{}/papers?page={}", home, i)] = page(
            {object("Paper", fmt::format("paper/{}", i))}, i == 3 ? "" : fmt::format("{}/papers?page={}", home, i + 1));
    }
    auto lost = pages.extract(home + "/papers?page=3");

    const auto first = import_pages();
    pages.insert(std::move(lost));
    asked.clear();
    const auto second = import_pages();

    EXPECT_FALSE(first.is_complete);
    EXPECT_EQ(codes(first), Codes{"oparl.answer_refused"});
    EXPECT_TRUE(second.is_complete);
    EXPECT_TRUE(second.was_resumed);
    EXPECT_EQ(second.added, 1);
    EXPECT_EQ(std::ranges::count(asked, home + "/papers?page=2"), 0);
    EXPECT_EQ(count("oparl_position"), 0);
    EXPECT_EQ(import_pages().transactions, 0);
}

TEST_P(ImportOparl, KeepsItsPlaceWhenTheFolderIsTooMuchForOneRun) {
    for (int i = 1; i <= 5; ++i)
        put_file(fmt::format("{}.json", i), page({object("Paper", fmt::format("paper/{}", i))}));
    ImportRequest few{.place = folder_ + "/in", .slug = "drawn", .batch_objects = 1, .objects_max = 2};

    const auto first = good(import_source(world.services, world.system, few));
    const auto second = good(import_source(world.services, world.system, few));
    const auto third = good(import_source(world.services, world.system, few));

    EXPECT_EQ(codes(first), Codes{"oparl.too_many_objects"});
    EXPECT_EQ(first.added, 2);
    EXPECT_EQ(second.added, 2);
    EXPECT_EQ(third.added, 1);
    EXPECT_TRUE(third.is_complete);
    EXPECT_EQ(graph().size(), 5u);
}

TEST_P(ImportOparl, LetsTheCopyThatStandsAloneCountWhateverComesFirst) {
    const auto inside =
        object("Paper", "paper/1", fmt::format(R"("mainFile":{})", object("File", "file/1", R"("size":7)")));
    const auto alone = object("File", "file/1", fmt::format(R"("size":7,"paper":[{}])", link("paper/1")));
    put_file("1.json", page({inside}));
    put_file("2.json", page({alone}));
    put_file("3.json", page({inside}));

    const auto report = import_files();

    EXPECT_EQ(report.added, 2);
    EXPECT_EQ(report.refused, 0);
    EXPECT_NE(graph().at(home + "/file/1").find("\"paper\""), std::string::npos);
    EXPECT_EQ(import_files().transactions, 0);
}

TEST_P(ImportOparl, TakesTheNewerOfTwoCopiesAndRefusesAnEquallyNewOne) {
    put_file("1.json", page({object("Paper", "paper/1", R"("name":"A")"), object("Paper", "paper/1", R"("name":"B")"),
                             object("Paper", "paper/2", R"("name":"C")")}));
    auto newer = object("Paper", "paper/2", R"("name":"D")");
    newer.replace(newer.find("2026"), 4, "2027");
    put_file("2.json", page({newer}));

    const auto report = import_files();

    EXPECT_EQ(codes(report), Codes{"oparl.copies_differ"});
    EXPECT_NE(graph().at(home + "/paper/1").find("\"A\""), std::string::npos);
    EXPECT_NE(graph().at(home + "/paper/2").find("\"D\""), std::string::npos);
    EXPECT_EQ(import_files().transactions, 0);
}

TEST_P(ImportOparl, FindsWhatItTookByName) {
    put_system();
    import_pages();
    auto reader = good(world.database->reader());
    const auto found = good(search::find(*reader, {.words = "fibre", .kind = "oparl"}));
    ASSERT_EQ(found.hits.size(), 1u);
    EXPECT_EQ(found.hits.front().title, "Fibre to the school");
}

TEST_P(ImportOparl, RefusesAnObjectWhoseKeyIsTaken) {
    put_file("1.json", page({object("Paper", "paper/1")}));
    import_files();
    good(world.database->write([&](db::Transaction& transaction) -> Result<void> {
        return transaction.enqueue("UPDATE oparl_object SET id = 'https://ris.example/other'");
    }));

    const auto report = import_files();

    EXPECT_EQ(codes(report), Codes{std::string{id_taken.name}});
    EXPECT_EQ(report.written(), 0);
}

TEST_P(ImportOparl, RefusesASourceOfTheSameNameFromElsewhere) {
    put_system();
    import_pages();
    auto other = request();
    other.place = home + "/other";
    const auto refused = import_source(world.services, world.system, other);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, source_taken.name);
}

TEST_P(ImportOparl, RefusesWhatIsNeitherSystemNorFolder) {
    const auto folder = import_source(world.services, world.system, {.place = folder_ + "/nowhere"});
    pages[home + "/system"] = page({object("Paper", "paper/1")});
    const auto address = import_source(world.services, world.system, request());
    pages.clear();
    const auto missing = import_source(world.services, world.system, request());
    for (const auto* each : {&folder, &address, &missing}) {
        ASSERT_FALSE(each->has_value());
        EXPECT_EQ(each->error().code, source_unreadable.name);
    }
}

TEST_P(ImportOparl, KeepsWhatWasRefusedAndForgetsItWhenItIsMended) {
    put_file("1.json", page({object("Paper", "paper/1", R"("name":7)")}));
    import_files();
    {
        auto reader = good(world.database->reader());
        const auto kept = good(store::refusals(*reader, source().number));
        ASSERT_EQ(kept.size(), 1u);
        EXPECT_EQ(kept.front().place, "1.json");
        EXPECT_EQ(kept.front().object, home + "/paper/1");
        EXPECT_EQ(kept.front().fault.code, property_type_wrong.name);
        EXPECT_EQ(kept.front().fault.pointer, "#/data/0/name");
    }
    put_file("1.json", page({object("Paper", "paper/1", R"("name":"7")")}));
    import_files();
    auto reader = good(world.database->reader());
    EXPECT_TRUE(good(store::refusals(*reader, source().number)).empty());
}

TEST_P(ImportOparl, ReadsItsOwnExportBackToTheSameGraph) {
    put_system();
    pages[home + "/papers"] = page(
        {object("Paper", "paper/1",
                fmt::format(
                    R"("name":"Æøå","mainFile":{},"location":[{{"description":"Here"}}],"x:own":[{{"b":1,"a":null}}])",
                    object("File", "file/1", fmt::format(R"("size":7,"paper":[{}])", link("paper/1"))))),
         object("Paper", "paper/2", R"("deleted":true)")});
    import_pages();

    const auto report = good(export_source(world.services, "drawn", folder_ + "/out"));
    import_folder(folder_ + "/out", "again");

    EXPECT_EQ(report.objects, 7);
    EXPECT_EQ(graph("again"), graph("drawn"));
    const auto again = good(export_source(world.services, "again", folder_ + "/out2"));
    EXPECT_EQ(again.bytes, report.bytes);
}

TEST_P(ImportOparl, ExportsOnlyWhatItHoldsAndOnlyIntoAnEmptyFolder) {
    const auto unknown = export_source(world.services, "nobody", folder_ + "/out");
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, source_not_found.name);
    put_file("1.json", page({object("Paper", "paper/1")}));
    import_files();
    const auto full = export_source(world.services, "drawn", folder_ + "/in");
    ASSERT_FALSE(full.has_value());
    EXPECT_EQ(full.error().code, folder_unwritable.name);
}
