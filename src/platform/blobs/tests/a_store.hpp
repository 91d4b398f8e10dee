#pragma once
// A blob store in a folder of its own, which can be opened again as after an end and as after a kill.
#include "platform/blobs/store.hpp"
#include "platform/log/log.hpp"
#include "platform/random.hpp"

#include <gtest/gtest.h>

#include <filesystem>

class BlobStore : public ::testing::Test {
protected:
    BlobStore() {
        logging::redirect([](std::string_view) {}); // Damage is made on purpose here.
        reopen();
    }
    ~BlobStore() override {
        store.reset();
        std::filesystem::remove_all(folder);
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
            std::filesystem::remove(file);
        reopen();
    }
    [[nodiscard]] std::vector<std::filesystem::path> files(std::string_view extension) const {
        std::vector<std::filesystem::path> out;
        for (const auto& entry : std::filesystem::directory_iterator{folder})
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
    std::string folder =
        (std::filesystem::temp_directory_path() / ("samband-blobs-" + make_system_random()->token(9))).string();
    std::unique_ptr<blobs::Store> store;
};
