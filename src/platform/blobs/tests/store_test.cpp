#include "platform/blobs/store.hpp"

#include "platform/blobs/reading.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"
#include "platform/random.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <thread>

namespace {

namespace fs = std::filesystem;

class BlobStore : public ::testing::Test {
protected:
    BlobStore() {
        logging::redirect([](std::string_view) {}); // Damage is made on purpose here.
        reopen();
    }
    ~BlobStore() override {
        store.reset();
        fs::remove_all(folder);
        logging::redirect({});
    }
    void reopen(std::uint64_t segment_length_max = 256 << 20) {
        store.reset();
        auto opened = blobs::open(folder, blobs::Use::alone, segment_length_max);
        ASSERT_TRUE(opened);
        store = std::move(*opened);
    }
    /// As after a kill: what the program writes when it ends well is not there.
    void reopen_without_indexes() {
        store.reset();
        for (const auto& file : files(".index"))
            fs::remove(file);
        reopen();
    }
    [[nodiscard]] std::vector<fs::path> files(std::string_view extension) const {
        std::vector<fs::path> out;
        for (const auto& entry : fs::directory_iterator{folder})
            if (entry.path().extension() == extension) out.push_back(entry.path());
        std::sort(out.begin(), out.end());
        return out;
    }
    std::string random_bytes(std::size_t length) {
        std::string bytes(length, '\0');
        random->fill(bytes.data(), length);
        return bytes;
    }

    std::unique_ptr<Random> random = make_seeded_random(3);
    std::string folder = (fs::temp_directory_path() / ("samband-blobs-" + make_system_random()->token(9))).string();
    std::unique_ptr<blobs::Store> store;
};

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream{path, std::ios::binary}.rdbuf();
    return out.str();
}

void set_bytes(const fs::path& path, std::string_view bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
}

TEST_F(BlobStore, GivesBackWhatWasPut) {
    for (const std::size_t length : {0, 1, 64, 65536, 65537, 262144, 262145, 1000000}) {
        const auto content = random_bytes(length);
        const auto digest = store->put(content);
        ASSERT_TRUE(digest);
        EXPECT_EQ(digest->bytes, crypto::sha256(content));
        EXPECT_EQ(*store->get(*digest), content);
        EXPECT_EQ(*store->size(*digest), length);
    }
}

TEST_F(BlobStore, GivesBackAfterAStartWhatWasPutBefore) {
    const auto small = random_bytes(1000);
    const auto large = random_bytes(700000);
    const auto small_digest = *store->put(small);
    const auto large_digest = *store->put(large);

    for (const auto has_index : {true, false}) {
        has_index ? reopen() : reopen_without_indexes();
        EXPECT_EQ(*store->get(small_digest), small);
        EXPECT_EQ(*store->get(large_digest), large);
    }
}

TEST_F(BlobStore, KeepsEachContentOnce) {
    const auto small = random_bytes(1000);
    const auto large = random_bytes(700000);
    ASSERT_TRUE(store->put(small));
    ASSERT_TRUE(store->put(large));
    const auto size_of_all = [&] {
        std::uintmax_t sum = 0;
        for (const auto& file : files(".segment"))
            sum += fs::file_size(file);
        return sum;
    };
    const auto before = size_of_all();

    ASSERT_TRUE(store->put(small));
    ASSERT_TRUE(store->put(large));

    EXPECT_EQ(size_of_all(), before);
}

TEST_F(BlobStore, TakesAContentInPieces) {
    const auto content = random_bytes(900001);
    auto writer = *store->begin();
    for (std::size_t at = 0; at < content.size(); at += 7919)
        ASSERT_TRUE(writer->write(std::string_view{content}.substr(at, 7919)));

    const auto digest = writer->finish();

    ASSERT_TRUE(digest);
    EXPECT_EQ(*store->get(*digest), content);
}

TEST_F(BlobStore, KeepsNothingOfAWriterThatWasDropped) {
    const auto content = random_bytes(900000);
    {
        auto writer = *store->begin();
        ASSERT_TRUE(writer->write(content));
    }
    const auto digest = blobs::Digest{crypto::sha256(content)};

    EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
    reopen_without_indexes();
    EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
    for (const auto& file : files(".segment"))
        EXPECT_EQ(fs::file_size(file), 0U);
}

TEST_F(BlobStore, GivesPartsForRanges) {
    const auto content = random_bytes(300000);
    const auto digest = *store->put(content);

    EXPECT_EQ(*store->read_part(digest, 0, 10), content.substr(0, 10));
    EXPECT_EQ(*store->read_part(digest, 299990, 100), content.substr(299990));
    EXPECT_EQ(*store->read_part(digest, 300000, 100), "");
}

TEST_F(BlobStore, StopsReadingWhenTheReceiverFails) {
    const auto digest = *store->put(random_bytes(300000));
    int pieces = 0;

    const auto read = store->read(digest, [&](std::string_view) -> Result<void> {
        return ++pieces == 2 ? Result<void>{platform::bad_value.error()} : Result<void>{};
    });

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, platform::bad_value.name);
    EXPECT_EQ(pieces, 2);
}

TEST_F(BlobStore, BeginsANewSegmentWhenOneIsFull) {
    reopen(10000);
    std::vector<blobs::Digest> digests;
    for (int i = 0; i < 30; ++i)
        digests.push_back(*store->put(random_bytes(3000)));
    EXPECT_GE(files(".segment").size(), 7U);

    reopen(10000);

    for (const auto& digest : digests)
        EXPECT_TRUE(store->get(digest));
}

TEST_F(BlobStore, TakesContentsFromManyThreadsAtOnce) {
    reopen(200000);
    std::vector<std::vector<std::pair<blobs::Digest, std::string>>> kept(8);
    std::vector<std::jthread> threads;
    for (std::size_t number = 0; number < kept.size(); ++number)
        threads.emplace_back([&, number] {
            const auto chance = make_seeded_random(number);
            for (int i = 0; i < 25; ++i) {
                std::string content(i % 5 == 0 ? 300000 : chance->below(5000), '\0');
                chance->fill(content.data(), content.size());
                const auto digest = store->put(content);
                if (digest) kept[number].emplace_back(*digest, std::move(content));
            }
        });
    threads.clear();

    reopen_without_indexes();

    for (const auto& of_one : kept) {
        EXPECT_EQ(of_one.size(), 25U);
        for (const auto& [digest, content] : of_one)
            EXPECT_EQ(*store->get(digest), content);
    }
}

TEST_F(BlobStore, IsForOneProcess) {
    const auto second = blobs::open(folder);

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, platform::blob_store_taken.name);
}

TEST_F(BlobStore, IsSharedByThoseWhoAgreeToShareIt) {
    EXPECT_EQ(blobs::open(folder, blobs::Use::shared).error().code, platform::blob_store_taken.name);
    const auto before = *store->put("from the time of one process");
    store.reset();

    auto first = *blobs::open(folder, blobs::Use::shared);
    auto second = *blobs::open(folder, blobs::Use::shared);
    EXPECT_EQ(blobs::open(folder).error().code, platform::blob_store_taken.name);
    EXPECT_EQ(*first->get(before), "from the time of one process");
    EXPECT_EQ(*second->get(before), "from the time of one process");

    const auto large = random_bytes(700'000);
    const auto streamed = *first->put(large);
    EXPECT_EQ(*second->get(streamed), large);
    for (int i = 0; i < 50; ++i) {
        auto& writing = i % 2 == 0 ? first : second;
        auto& reading = i % 2 == 0 ? second : first;
        const auto content = random_bytes(100 + static_cast<std::size_t>(i));
        const auto digest = *writing->put(content);
        EXPECT_EQ(*reading->size(digest), content.size());
        EXPECT_EQ(*reading->get(digest), content);
        EXPECT_EQ(*reading->read_part(digest, 10, 20), content.substr(10, 20));
    }
    EXPECT_EQ(second->get(blobs::Digest{}).error().code, platform::blob_missing.name);

    // What one has given up by dying, the next takes; what the other writes is not touched.
    const auto of_second = *second->put("of the second");
    second.reset();
    auto third = *blobs::open(folder, blobs::Use::shared);
    EXPECT_EQ(*third->get(of_second), "of the second");
    EXPECT_EQ(*first->get(*third->put("of the third")), "of the third");
    EXPECT_EQ(*third->get(*first->put("of the first")), "of the first");
}

TEST_F(BlobStore, IsWrittenBySeveralAtOnceWhileOthersRead) {
    store.reset();
    constexpr int processes = 3, contents = 120;
    std::vector<std::unique_ptr<blobs::Store>> stores;
    for (int i = 0; i < processes; ++i)
        stores.push_back(*blobs::open(folder, blobs::Use::shared, 20'000)); // Segments change hands often.
    std::vector<std::jthread> threads;
    for (int number = 0; number < processes; ++number)
        threads.emplace_back([&, number] {
            auto chance = make_seeded_random(static_cast<std::uint64_t>(number) + 20);
            auto& own = stores[static_cast<std::size_t>(number)];
            auto& neighbour = stores[static_cast<std::size_t>((number + 1) % processes)];
            for (int i = 0; i < contents; ++i) {
                std::string content(i % 40 == 7 ? 300'000 : 500, '\0');
                chance->fill(content.data(), content.size());
                const auto digest = own->put(content);
                ASSERT_TRUE(digest);
                const auto read = neighbour->get(*digest);
                ASSERT_TRUE(read) << describe(read.error());
                ASSERT_EQ(*read, content);
            }
        });
}

TEST_F(BlobStore, LosesOnlyTheRecordThatAKillCutShort) {
    const auto first = random_bytes(100);
    const auto last = random_bytes(50);
    const auto first_digest = *store->put(first);
    const auto end_of_first = fs::file_size(files(".segment").front());
    const auto last_digest = *store->put(last);
    store.reset();
    const auto segment = files(".segment").front();
    const auto whole = bytes_of(segment);

    for (auto length = end_of_first; length < whole.size(); ++length) {
        set_bytes(segment, std::string_view{whole}.substr(0, length));
        fs::remove(files(".index").front());
        reopen();
        EXPECT_EQ(*store->get(first_digest), first) << length;
        EXPECT_EQ(store->get(last_digest).error().code, platform::blob_missing.name) << length;
        EXPECT_EQ(fs::file_size(segment), end_of_first) << length;
        EXPECT_EQ(*store->put(last), last_digest);
        EXPECT_EQ(*store->get(last_digest), last);
        store.reset();
    }
}

TEST_F(BlobStore, ForgetsALastRecordWhoseContentNeverReachedTheDisk) {
    const auto content = random_bytes(50);
    const auto digest = *store->put(content);
    store.reset();
    const auto segment = files(".segment").front();
    auto bytes = bytes_of(segment);
    bytes.replace(64, 50, std::string(50, '\0')); // A power cut between the two parts of one write.
    set_bytes(segment, bytes);

    fs::remove(files(".index").front());
    reopen();

    EXPECT_EQ(store->get(digest).error().code, platform::blob_missing.name);
    EXPECT_EQ(*store->put(content), digest);
    EXPECT_EQ(*store->get(digest), content);
}

TEST_F(BlobStore, FindsEveryChangedByteOfAContent) {
    const auto content = random_bytes(40);
    const auto digest = *store->put(content);
    ASSERT_TRUE(store->put(random_bytes(40)));
    store.reset();
    const auto segment = files(".segment").front();
    const auto whole = bytes_of(segment);

    for (std::size_t at = 64; at < 64 + content.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x20);
        set_bytes(segment, changed);
        reopen();
        EXPECT_EQ(store->get(digest).error().code, platform::blob_damaged.name);
        EXPECT_EQ(store->get(digest).error().code, platform::blob_damaged.name);
        EXPECT_EQ(*store->put(content), digest); // Sent again, it is whole again.
        reopen();
        EXPECT_EQ(*store->get(digest), content);
        store.reset();
    }
}

TEST_F(BlobStore, KeepsWhatStandsBehindADamagedHeader) {
    const auto first = *store->put(random_bytes(100));
    const auto second = *store->put(random_bytes(100));
    const auto third_content = random_bytes(100);
    const auto third = *store->put(third_content);
    store.reset();
    const auto segment = files(".segment").front();
    auto bytes = bytes_of(segment);
    bytes[164 + 20] ^= 1;
    set_bytes(segment, bytes);

    fs::remove(files(".index").front());
    reopen();

    EXPECT_TRUE(store->get(first));
    EXPECT_FALSE(store->get(second));
    EXPECT_EQ(*store->get(third), third_content);
    EXPECT_EQ(fs::file_size(segment), bytes.size());
}

TEST_F(BlobStore, ReadsTheSegmentsWhenAnIndexIsDamagedOrOfAnotherSegment) {
    const auto content = random_bytes(100);
    const auto digest = *store->put(content);
    store.reset();
    const auto index = files(".index").front();
    const auto whole = bytes_of(index);

    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] ^= 1;
        set_bytes(index, changed);
        reopen();
        EXPECT_EQ(*store->get(digest), content) << at;
        store.reset();
    }
}

TEST_F(BlobStore, SaysSoWhenTheDiskIsFullAndGoesOnAfterwards) {
    std::signal(SIGXFSZ, SIG_IGN);
    const auto before = *store->put(random_bytes(1000));
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small{50000, limit.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const auto refused = store->put(random_bytes(60000));
    const auto refused_stream = store->put(random_bytes(600000));

    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, platform::blob_store_unavailable.name);
    EXPECT_FALSE(refused_stream);
    const auto after = random_bytes(60000);
    const auto after_digest = store->put(after);
    ASSERT_TRUE(after_digest);
    reopen_without_indexes();
    EXPECT_EQ(*store->get(*after_digest), after);
    EXPECT_TRUE(store->get(before));
}

TEST_F(BlobStore, IsReadBesideTheProcessThatHasIt) {
    const auto small = *store->put("small");
    const auto large_bytes = random_bytes(700'000);
    const auto large = *store->put(large_bytes);

    const auto reading = blobs::open_for_reading(folder);

    ASSERT_TRUE(reading);
    EXPECT_EQ(*(*reading)->get(small), "small");
    EXPECT_EQ(*(*reading)->get(large), large_bytes);
    EXPECT_EQ(*(*reading)->size(large), large_bytes.size());
    EXPECT_EQ((*reading)->put("new").error().code, platform::blob_store_unavailable.name);
    EXPECT_EQ((*reading)->get(blobs::Digest{}).error().code, platform::blob_missing.name);
    EXPECT_TRUE(store->put("and goes on")) << "the other is not disturbed";
    const auto nothing = blobs::open_for_reading(folder + "/none");
    ASSERT_TRUE(nothing);
    EXPECT_EQ((*nothing)->get(small).error().code, platform::blob_missing.name);
}

TEST(BlobDigest, IsReadFromItsOwnTextOnly) {
    const blobs::Digest digest{crypto::sha256("abc")};

    EXPECT_EQ(*blobs::Digest::parse(digest.to_string()), digest);
    EXPECT_FALSE(blobs::Digest::parse("abc"));
    EXPECT_FALSE(blobs::Digest::parse(digest.to_string() + "00"));
}

} // namespace
