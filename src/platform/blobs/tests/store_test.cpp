#include "platform/blobs/reading.hpp"
#include "platform/blobs/tests/a_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"

#include <thread>

namespace {

namespace fs = std::filesystem;

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
