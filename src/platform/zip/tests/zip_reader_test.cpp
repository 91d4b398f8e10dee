#include "platform/zip/zip_reader.hpp"

#include "platform/random.hpp"
#include "platform/zip/errors.hpp"
#include "platform/zip/zip_writer.hpp"

#include <gtest/gtest.h>

/// One after the other: the operands of + may be worked out in any order.
static std::string two_files() {
    zip::Writer writer;
    auto archive = writer.begin_file("en.txt", 3);
    archive += writer.add("en!");
    archive += writer.end_file();
    archive += writer.begin_file("mappe/to.txt", 100'000);
    archive += writer.add(std::string(100'000, 't'));
    archive += writer.end_file();
    archive += writer.finish();
    return archive;
}

TEST(ZipReader, ReadsWhatWasWritten) {
    const auto files = zip::read(two_files(), 1 << 20);
    ASSERT_TRUE(files) << describe(files.error());
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ(files->at(0).name, "en.txt");
    EXPECT_EQ(files->at(0).content, "en!");
    EXPECT_EQ(files->at(1).content, std::string(100'000, 't'));
}

TEST(ZipReader, RefusesMoreThanItMayUnpack) {
    const auto files = zip::read(two_files(), 50'000);
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, platform::zip_unreadable.name);
}

TEST(ZipReader, SurvivesWhateverIsDoneToAnArchive) {
    const auto whole = two_files();
    const auto chance = make_seeded_random(1);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(zip::read(std::string_view{whole}.substr(0, length), 1 << 20)) << length;
    for (int i = 0; i < 5000; ++i) {
        auto changed = whole;
        changed[chance->below(changed.size())] = static_cast<char>(chance->below(256));
        (void)zip::read(changed, 1 << 20);
    }
}
