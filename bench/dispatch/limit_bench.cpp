// The limit: the same bytes, in groups as large as those who wait, each group written and synced before anybody is
// answered. No format, no index, no sealing; nothing that keeps letters safely can be faster on this disk.
//
// Usage: limit_bench FOLDER CONNECTIONS 0 SECONDS DOCUMENT-FILE
#include "measuring.hpp"

#include <condition_variable>
#include <fcntl.h>
#include <unistd.h>

namespace {

class SyncedFile {
public:
    explicit SyncedFile(const std::string& path)
        : file_{::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600)} {
        if (file_ < 0) bench::give_up("could not write in " + path);
        writer_ = std::jthread{[this](const std::stop_token& stop) { write_groups(stop); }};
    }
    ~SyncedFile() {
        writer_.request_stop();
        wake_.notify_all();
        writer_.join();
        ::close(file_);
    }
    SyncedFile(const SyncedFile&) = delete;
    SyncedFile& operator=(const SyncedFile&) = delete;

    void keep(std::string_view bytes) {
        std::unique_lock lock{mutex_};
        waiting_.append(bytes);
        const auto group = group_;
        wake_.notify_all();
        written_.wait(lock, [&] { return last_written_ >= group; });
    }

private:
    void write_groups(const std::stop_token& stop) {
        std::unique_lock lock{mutex_};
        while (!stop.stop_requested()) {
            wake_.wait(lock, [&] { return stop.stop_requested() || !waiting_.empty(); });
            std::string group;
            group.swap(waiting_);
            const auto number = group_++;
            lock.unlock();
            for (std::string_view rest = group; !rest.empty();) {
                const auto written = ::write(file_, rest.data(), rest.size());
                if (written < 0) bench::give_up("the disk refused");
                rest.remove_prefix(static_cast<std::size_t>(written));
            }
            if (::fdatasync(file_) != 0) bench::give_up("the disk did not sync");
            lock.lock();
            last_written_ = number;
            written_.notify_all();
        }
    }

    int file_;
    std::mutex mutex_;
    std::condition_variable wake_, written_;
    std::string waiting_;
    std::int64_t group_ = 1, last_written_ = 0;
    std::jthread writer_;
};

} // namespace

int main(int count, char** values) {
    const auto order = bench::order_from({values, static_cast<std::size_t>(count)});
    SyncedFile file{order.target + "/limit"};
    bench::Ledger ledger;
    bench::run(order, ledger,
               {.send =
                    [&](const std::atomic<bool>& goes_on) {
                        while (goes_on) {
                            const auto since = bench::SteadyClock::now();
                            file.keep(order.document);
                            ledger.accepted({}, since);
                        }
                    },
                .fetch = {}});
}
