#include "platform/blobs/tests/a_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"

#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream{path, std::ios::binary}.rdbuf();
    return out.str();
}

void set_bytes(const fs::path& path, std::string_view bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
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
    ASSERT_TRUE(store->sync()); // The next record tells that this one was on disk.
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

} // namespace
