#pragma once
// Where PDFs are read and made: in processes of their own with little memory and little time, so that a file made to
// break its reader breaks that process and nothing else.
#include "platform/pdf/book.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace pdf {

/// As seen on a screen or a sheet: turned the way the page says.
struct PageSize {
    double width_mm = 0, height_mm = 0;
};

struct Bookmark {
    int level = 1;
    int page = 0; ///< From 1; 0 when it leads nowhere.
    std::string title;
};

/// What was found when a file was opened.
enum class Finding : std::uint8_t {
    readable,
    damaged,        ///< No PDF, or past mending.
    needs_password, ///< Cannot be opened without one.
    too_heavy,      ///< More memory, time or pages than any honest letter takes.
};

struct Look {
    Finding finding = Finding::damaged;
    bool is_encrypted = false; ///< True also when it opens without a password.
    std::vector<PageSize> pages;
    std::vector<Bookmark> bookmarks; ///< At most 1000.
    std::string language;            ///< As the file says; empty when it does not.
    bool is_tagged = false;
};

struct Bound {
    File file;
    int pages = 0;
    std::vector<int> marks; ///< The page each stands on, from 1.
};

struct Limits {
    std::uint64_t memory_bytes = 1ULL << 30;
    std::chrono::seconds processor_time{20};
    std::chrono::seconds time{60}; ///< By the clock on the wall; a machine may be busy with other things.
    std::uint64_t output_bytes = 1ULL << 30;
    int processes_max = 2;
    int turns_max = 500; ///< Then a process is replaced: what it may have lost of itself does not add up.
};

/// Threads may ask at the same time; those above processes_max wait for their turn.
class Workshop {
public:
    explicit Workshop(Limits = {});
    ~Workshop();
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    /// Never fails for what the file holds: that is the finding. Fails with platform.pdf_workshop_unavailable when no
    /// process can be had. The file is sealed.
    Result<Look> look(File&);
    /// Fails with platform.pdf_not_bound when one of the files cannot be read or the whole breaks a limit, and with
    /// platform.pdf_workshop_unavailable. The files are sealed.
    Result<Bound> bind(const Book&);

private:
    class Process;
    class Turn;
    Result<std::unique_ptr<Process>> take();
    void give_back(std::unique_ptr<Process>);

    Limits limits_;
    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Process>> idle_;
    int taken_ = 0;
};

} // namespace pdf
