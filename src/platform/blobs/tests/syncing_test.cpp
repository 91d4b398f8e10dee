#include "platform/blobs/tests/a_store.hpp"
#include "platform/errors.hpp"

#include <array>
#include <atomic>
#include <charconv>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

/// The number under which this process has a file open.
int number_of(const fs::path& path) {
    for (const auto& entry : fs::directory_iterator{"/proc/self/fd"}) {
        std::error_code gone;
        if (fs::read_symlink(entry.path(), gone) != path) continue;
        const auto name = entry.path().filename().string();
        int number = -1;
        std::from_chars(name.data(), name.data() + name.size(), number);
        return number;
    }
    return -1;
}

/// A disk that fails: under the file's number stands a device that cannot be synced.
class FailingDisk {
public:
    explicit FailingDisk(const fs::path& path) : number_{number_of(path)}, file_{::dup(number_)} {
        const int zeros = ::open("/dev/zero", O_RDWR | O_CLOEXEC);
        ::dup2(zeros, number_);
        ::close(zeros);
    }
    ~FailingDisk() {
        ::dup2(file_, number_);
        ::close(file_);
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

private:
    int number_, file_;
};

TEST_F(BlobStore, GivesAContentBackBeforeItIsSynced) {
    const auto content = random_bytes(100);
    const auto digest = *store->put(content);

    EXPECT_EQ(*store->get(digest), content);
    EXPECT_TRUE(store->sync());
    EXPECT_TRUE(store->sync()) << "nothing is left to do";
    EXPECT_EQ(*store->get(digest), content);
}

TEST_F(BlobStore, WritesAnewWhatASegmentCouldNotSync) {
    const auto synced = random_bytes(100);
    const auto kept = *store->put(synced);
    ASSERT_TRUE(store->sync());
    const auto first = random_bytes(100);
    const auto second = random_bytes(70'000);
    const auto digests = std::pair{*store->put(first), *store->put(second)};
    {
        const FailingDisk disk{files(".segment").front()};
        EXPECT_FALSE(store->sync());
        EXPECT_FALSE(store->sync()) << "what was promised to somebody is not forgotten";
    }
    EXPECT_TRUE(store->sync());

    EXPECT_EQ(files(".segment").size(), 2U) << "the segment that failed takes nothing more";
    reopen_without_indexes();
    EXPECT_EQ(*store->get(kept), synced);
    EXPECT_EQ(*store->get(digests.first), first);
    EXPECT_EQ(*store->get(digests.second), second);
}

TEST_F(BlobStore, GoesOnInAnotherSegmentAfterOneHasFailed) {
    const auto before = *store->put("before");
    {
        const FailingDisk disk{files(".segment").front()};
        EXPECT_FALSE(store->sync());
    }
    const auto after = *store->put("after");
    EXPECT_TRUE(store->sync());
    EXPECT_EQ(*store->put("before"), before);
    EXPECT_TRUE(store->sync());

    reopen();
    EXPECT_EQ(*store->get(before), "before");
    EXPECT_EQ(*store->get(after), "after");
}

TEST_F(BlobStore, SyncsTheSegmentsThatGrewFullSinceTheLastTime) {
    reopen(1000);
    std::vector<std::pair<blobs::Digest, std::string>> contents;
    for (int i = 0; i < 5; ++i) {
        const auto content = random_bytes(800);
        contents.emplace_back(*store->put(content), content);
    }
    EXPECT_TRUE(store->sync());

    EXPECT_GE(files(".segment").size(), 3U);
    EXPECT_EQ(files(".index").size(), files(".segment").size() - 1) << "of those that take nothing more";
    reopen_without_indexes();
    for (const auto& [digest, content] : contents)
        EXPECT_EQ(*store->get(digest), content);
}

TEST_F(BlobStore, KeepsWhatManyThreadsPutWhileSegmentsGrowFullAndAreSynced) {
    reopen(4000); // Each takes four or five contents: there is always one that grows full.
    std::atomic<bool> goes_on = true;
    std::jthread syncing{[&] {
        while (goes_on)
            EXPECT_TRUE(store->sync());
    }};
    std::array<std::vector<std::pair<blobs::Digest, std::string>>, 4> put;
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < put.size(); ++thread)
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 50; ++i) {
                    const auto content = std::string(800, static_cast<char>('a' + thread)) + std::to_string(i);
                    put[thread].emplace_back(*store->put(content), content);
                }
            });
    }
    goes_on = false;
    syncing.join();

    EXPECT_TRUE(store->sync());
    reopen_without_indexes();
    for (const auto& of_thread : put)
        for (const auto& [digest, content] : of_thread)
            EXPECT_EQ(*store->get(digest), content);
}

} // namespace
