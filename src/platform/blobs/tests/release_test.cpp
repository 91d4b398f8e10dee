// What passes gives its space back, and what stays is never touched by that.
#include "platform/blobs/reading.hpp"
#include "platform/blobs/tests/a_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"

#include <atomic>
#include <cstdlib>
#include <sys/stat.h>
#include <thread>

namespace {

using namespace std::chrono_literals;
constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h};

blobs::Digest keep_passing(blobs::Store& store, std::string_view content, Instant at = noon) {
    auto writer = *store.begin_passing(at);
    EXPECT_TRUE(writer->write(content));
    return *writer->finish();
}

/// What the segments take on the disk.
std::int64_t bytes_on_disk(const std::string& folder) {
    std::int64_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        struct stat status;
        const bool is_segment = entry.path().extension() == ".segment";
        if (is_segment && ::stat(entry.path().c_str(), &status) == 0) bytes += std::int64_t{status.st_blocks} * 512;
    }
    return bytes;
}

class ReleasedBlobs : public BlobStore {
protected:
    [[nodiscard]] std::int64_t bytes_on_disk() const { return ::bytes_on_disk(folder); }
};

TEST_F(ReleasedBlobs, GiveTheirSpaceBack) {
    for (const std::size_t length : {100'000U, 3'000'000U}) {
        const auto digest = keep_passing(*store, random_bytes(length));
        const auto before = bytes_on_disk();

        const auto bytes = store->release({digest});

        ASSERT_TRUE(bytes);
        EXPECT_GE(*bytes, length - 8192);
        EXPECT_LE(bytes_on_disk(), before - static_cast<std::int64_t>(length) + 16'384);
        EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
        EXPECT_EQ(store->read_part(digest, 0, 10).error().code, platform::blob_missing.name);
        EXPECT_EQ(store->size(digest).error().code, platform::blob_missing.name);
        EXPECT_EQ(*store->release({digest}), 0U) << "again does nothing";
    }
}

TEST_F(ReleasedBlobs, LeaveTheirNeighboursAlone) {
    std::vector<std::pair<blobs::Digest, std::string>> staying;
    std::vector<blobs::Digest> passing;
    for (int i = 0; i < 40; ++i) {
        const auto content = random_bytes(static_cast<std::size_t>(i * 997 % 20'000));
        staying.emplace_back(*store->put(content), content);
        passing.push_back(keep_passing(*store, random_bytes(static_cast<std::size_t>(1 + i * 1999 % 30'000))));
    }

    ASSERT_TRUE(store->release(passing));

    const auto expect_all = [&] {
        for (const auto& [digest, content] : staying)
            EXPECT_EQ(*store->get(digest), content);
        for (const auto& digest : passing)
            EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
    };
    expect_all();
    reopen();
    expect_all();
    reopen_without_indexes();
    expect_all();
    const auto reading = *blobs::open_for_reading(folder);
    EXPECT_EQ(*reading->get(staying.back().first), staying.back().second);
    EXPECT_EQ(reading->get(passing.front()).error().code, platform::blob_missing.name);
}

TEST_F(ReleasedBlobs, AreNoDamageToWhoReadsTheSegmentAnew) {
    std::vector<std::string> told;
    logging::redirect([&](std::string_view line) { told.emplace_back(line); });
    const auto digest = keep_passing(*store, random_bytes(50'000)); // The last one, whose content would be checked.
    ASSERT_TRUE(store->release({digest}));
    const auto length = std::filesystem::file_size(files(".segment").front());

    reopen_without_indexes();

    EXPECT_TRUE(told.empty()) << told.front();
    EXPECT_EQ(std::filesystem::file_size(files(".segment").front()), length);
    const auto after = random_bytes(500);
    EXPECT_EQ(*store->get(*store->put(after)), after);
}

TEST_F(ReleasedBlobs, AreOnlyThoseThatPass) {
    const auto content = random_bytes(10'000);
    const auto staying = *store->put(content);

    EXPECT_EQ(*store->release({staying, blobs::Digest{}}), 0U);
    EXPECT_EQ(*store->get(staying), content);

    // Whoever keeps the same content for good has it, whatever becomes of the one that passes, and in either order.
    const auto other = random_bytes(10'000);
    const auto passing = keep_passing(*store, other);
    EXPECT_EQ(*store->put(other), passing);
    EXPECT_EQ(keep_passing(*store, content), staying);
    ASSERT_TRUE(store->release({passing, staying}));
    EXPECT_EQ(*store->get(passing), other);
    EXPECT_EQ(*store->get(staying), content);
    reopen_without_indexes();
    EXPECT_EQ(*store->get(passing), other);
    EXPECT_EQ(*store->get(staying), content);
}

TEST_F(ReleasedBlobs, AreFoundByTheTimeTheyBegan) {
    const auto old = keep_passing(*store, random_bytes(100), noon - 48h);
    const auto young = keep_passing(*store, random_bytes(300'000), noon);
    ASSERT_TRUE(store->put(random_bytes(100)));

    for (const bool has_index : {true, false}) {
        has_index ? reopen() : reopen_without_indexes();
        EXPECT_EQ(*store->passing(Instant{}, noon), std::vector{old});
        EXPECT_EQ(*store->passing(noon, noon + 1min), std::vector{young});
    }
    ASSERT_TRUE(store->release({old}));
    EXPECT_TRUE(store->passing(Instant{}, noon)->empty());
}

TEST_F(ReleasedBlobs, AreMissingForOtherProcessesToo) {
    store.reset();
    auto first = *blobs::open(folder, blobs::Use::shared);
    auto second = *blobs::open(folder, blobs::Use::shared);
    const auto content = random_bytes(400'000);
    const auto staying = *first->put(content);
    const auto digest = keep_passing(*first, random_bytes(400'000));
    ASSERT_TRUE(second->get(digest));
    const auto before = bytes_on_disk();

    ASSERT_TRUE(second->release({digest})) << "a segment that the first one writes";

    EXPECT_LT(bytes_on_disk(), before - 380'000);
    EXPECT_EQ(first->get(digest).error().code, platform::blob_missing.name);
    EXPECT_EQ(first->read_part(digest, 0, 10).error().code, platform::blob_missing.name);
    EXPECT_EQ(*first->get(staying), content);
    const auto more = random_bytes(400'000);
    EXPECT_EQ(*second->get(*first->put(more)), more);
    first.reset(); // Writes an index of what it knows.
    second.reset();
    reopen();
    EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
    EXPECT_EQ(*store->get(staying), content);
}

TEST_F(ReleasedBlobs, GoWhileOthersReadAndWrite) {
    const auto content = random_bytes(70'000);
    const auto staying = *store->put(content);
    std::vector<std::jthread> threads;
    for (int number = 0; number < 3; ++number)
        threads.emplace_back([&, number] {
            auto chance = make_seeded_random(static_cast<std::uint64_t>(number) + 40);
            for (int i = 0; i < 60; ++i) {
                std::string fresh(i % 20 == 7 ? 300'000 : 9'000, '\0');
                chance->fill(fresh.data(), fresh.size());
                const auto digest = keep_passing(*store, fresh);
                ASSERT_EQ(*store->get(digest), fresh);
                ASSERT_TRUE(store->release({digest}));
                ASSERT_FALSE(store->get(digest));
                ASSERT_EQ(*store->get(staying), content);
            }
        });
    threads.clear();
    reopen_without_indexes();
    EXPECT_EQ(*store->get(staying), content);
    EXPECT_TRUE(store->passing(Instant{}, noon + 1h)->empty());
}

TEST_F(ReleasedBlobs, GoFromSegmentsThatAnotherProcessIsWriting) {
    store.reset();
    auto writing = *blobs::open(folder, blobs::Use::shared, 400'000); // Segments change hands often.
    auto releasing = *blobs::open(folder, blobs::Use::shared, 400'000);
    std::vector<std::pair<blobs::Digest, std::string>> staying;
    std::atomic<bool> is_done = false;
    {
        const std::jthread other{[&] {
            while (!is_done)
                ASSERT_TRUE(releasing->release(*releasing->passing(Instant{}, noon + 1h)));
        }};
        for (int i = 0; i < 150; ++i) {
            const auto content = random_bytes(i % 30 == 7 ? 300'000 : 5'000);
            staying.emplace_back(*writing->put(content), content);
            keep_passing(*writing, random_bytes(i % 40 == 9 ? 300'000 : 9'000));
        }
        is_done = true;
    }
    const auto expect_all = [&](blobs::Store& in) {
        for (const auto& [digest, content] : staying)
            EXPECT_EQ(*in.get(digest), content);
    };
    expect_all(*writing);
    expect_all(*releasing);
    ASSERT_TRUE(releasing->release(*releasing->passing(Instant{}, noon + 1h)));
    for (const auto& digest : *writing->passing(Instant{}, noon + 1h))
        EXPECT_EQ(writing->get(digest).error().code, platform::blob_missing.name);
    releasing.reset();
    writing.reset();
    reopen_without_indexes();
    expect_all(*store);
    EXPECT_TRUE(store->passing(Instant{}, noon + 1h)->empty());
}

/// The child of a death test begins its test anew, with the same contents in the same folder.
class ReleaseCrashDeathTest : public ::testing::Test { // gtest runs suites of such a name before there are threads
protected:
    ReleaseCrashDeathTest() {
        GTEST_FLAG_SET(death_test_style, "threadsafe");
        logging::redirect([](std::string_view) {});
        constexpr auto name = "SAMBAND_TEST_RELEASE_FOLDER";
        if (const char* given = std::getenv(name)) {
            folder = given;
            return;
        }
        auto pattern = (std::filesystem::temp_directory_path() / "samband-release-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) folder = pattern;
        ::setenv(name, folder.c_str(), 1);
    }
    ~ReleaseCrashDeathTest() override {
        ::unsetenv("SAMBAND_TEST_RELEASE_FOLDER");
        std::filesystem::remove_all(folder);
        logging::redirect({});
    }
    /// Two that stay around one that passes.
    void fill() {
        auto store = *blobs::open(folder);
        ASSERT_TRUE(store->put(std::string(5'000, 'a')));
        digest = keep_passing(*store, std::string(500'000, 'b'));
        ASSERT_TRUE(store->put(std::string(5'000, 'c')));
    }
    void release_and_die_at(const char* point) {
        ::setenv("CRASH_AT", point, 1);
        fill();
        auto store = *blobs::open(folder);
        EXPECT_FALSE(store->release({digest})) << "nobody lives to hear this";
    }
    void expect_neighbours_alone() const {
        auto store = *blobs::open(folder);
        EXPECT_TRUE(store->passing(Instant{}, noon + 1h)->empty());
        const blobs::Digest of_first{crypto::sha256(std::string(5'000, 'a'))};
        const blobs::Digest of_last{crypto::sha256(std::string(5'000, 'c'))};
        EXPECT_EQ(*store->get(of_first), std::string(5'000, 'a'));
        EXPECT_EQ(*store->get(of_last), std::string(5'000, 'c'));
        store.reset();
        EXPECT_LT(::bytes_on_disk(folder), 60'000);
    }
    std::string folder;
    blobs::Digest digest;
};

TEST_F(ReleaseCrashDeathTest, BeforeTheMarkLeavesItWhole) {
    EXPECT_EXIT(release_and_die_at("blobs.before_gone"), ::testing::ExitedWithCode(137), "");

    auto store = *blobs::open(folder);
    const auto all = *store->passing(Instant{}, noon + 1h);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(*store->get(all.front()), std::string(500'000, 'b'));
    ASSERT_TRUE(store->release(all));
    store.reset();
    expect_neighbours_alone();
}

TEST_F(ReleaseCrashDeathTest, BeforeTheHolesIsMadeGoodAtTheNextStart) {
    EXPECT_EXIT(release_and_die_at("blobs.marked_gone"), ::testing::ExitedWithCode(137), "");

    expect_neighbours_alone();
}

TEST_F(ReleaseCrashDeathTest, AfterTheHolesNothingIsLeftToDo) {
    EXPECT_EXIT(release_and_die_at("blobs.holes_made"), ::testing::ExitedWithCode(137), "");

    expect_neighbours_alone();
}

} // namespace
