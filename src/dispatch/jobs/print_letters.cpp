#include "dispatch/jobs/print_letters.hpp"

#include "dispatch/actions/print_folder.hpp"
#include "dispatch/actions/print_runs.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/jobs/set_print_run.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

namespace dispatch {

namespace {

/// More than this in one turn would keep the job from its other work; the next turn comes soon.
constexpr int runs_per_turn_max = 20;
constexpr std::size_t summed_piece_size = 1 << 20;

class Printing {
    // First, because what it gives is told by its body.
    template <class Change>
    auto change(Change&& action) {
        const auto by = the_program("utskrift");
        const auto now = office_.services.clock.now();
        return office_.services.database.write([&](db::Transaction& transaction) {
            return action(Settling{transaction, office_, by, now});
        });
    }

public:
    explicit Printing(const Office& office) : office_{office}, folder_{office.print_folder} {}

    Result<void> work(bool is_handing_over) {
        TRY(change([](const Settling& settling) { return end_digital_wait(settling); }));
        if (office_.print_folder.empty()) return {};
        TRY(folder_.prepare());
        for (auto& run : TRY(open_runs())) {
            if (run.state == PrintRunState::begun) {
                TRY(finish(std::move(run)));
            } else {
                TRY(read_receipt(std::move(run)));
            }
        }
        if (!is_handing_over) return {};
        for (int i = 0; i < runs_per_turn_max; ++i) {
            auto run = TRY(change([](const Settling& settling) { return begin_print_run(settling); }));
            if (!run) return {};
            TRY(finish(*std::move(run)));
        }
        return {};
    }

private:
    Result<std::vector<PrintRun>> open_runs() {
        const auto reader = TRY(office_.services.database.reader());
        return store::open_print_runs(*reader);
    }

    Result<std::vector<PrintLetter>> letters_of(const PrintRun& run) {
        const auto reader = TRY(office_.services.database.reader());
        return store::print_letters(*reader, run.id);
    }

    static Result<std::string> sum_of(const pdf::File& file) {
        crypto::Sha256 sum;
        for (std::uint64_t offset = 0;;) {
            const auto piece = TRY(file.part(offset, summed_piece_size));
            if (piece.empty()) break;
            sum.update(std::string_view{piece});
            offset += piece.size();
        }
        const auto digest = sum.finish();
        return crypto::to_hex(crypto::view(digest));
    }

    /// The list comes last: whoever sees it finds the rest whole.
    Result<void> put(PrintRun& run, const SetRun& set) {
        PrintManifest manifest;
        manifest.run = run.name;
        manifest.file = run.name + ".pdf";
        manifest.sha256 = TRY(sum_of(set.file));
        manifest.bytes = static_cast<std::int64_t>(set.file.size());
        manifest.pages = set.pages;
        manifest.made_at = run.begun_at;
        for (const auto& letter : set.letters)
            manifest.letters.push_back(letter.told);
        run.sha256 = manifest.sha256;
        run.bytes = manifest.bytes;
        run.pages = manifest.pages;
        TRY(folder_.put(run.name + ".pdf", set.file));
        TRY(folder_.put(run.name + ".csv", manifest_table(manifest)));
        return folder_.put(run.name + ".json", json::write(manifest));
    }

    Result<void> finish(PrintRun run) {
        auto set = TRY(set_print_run(office_, run, TRY(letters_of(run))));
        for (auto& [letter, reason] : set.left_out) {
            TRY(change([&](const Settling& settling) { return leave_out(settling, letter, reason); }));
        }
        if (!set.letters.empty()) TRY(put(run, set));
        std::vector<PrintLetter> letters;
        for (const auto& one : set.letters)
            letters.push_back(one.letter);
        TRY(change([&](const Settling& settling) { return hand_over(settling, run, letters); }));
        if (!letters.empty()) return {};
        // Every letter fell out, so there is nothing that a printer could tell of.
        return settle(run, PrintAcknowledgement{run.name, std::nullopt});
    }

    Result<void> settle(const PrintRun& run, const PrintAcknowledgement& said) {
        auto reader = TRY(office_.services.database.reader());
        auto kept = TRY(store::print_run(*reader, run.id));
        reader.reset();
        const auto now =
            TRY(change([&](const Settling& settling) { return take_acknowledgement(settling, *kept, said); }));
        if (now.state == PrintRunState::acknowledged) folder_.clear(now.name);
        return {};
    }

    Result<void> read_receipt(PrintRun run) {
        const auto text = TRY(folder_.receipt(run.name));
        if (!text) return {};
        const auto said = read_acknowledgement(*text, run, TRY(letters_of(run)));
        if (said) return settle(run, *said);
        const auto trouble = office_.services.texts.in(i18n::Language::nb).detail_of(said.error());
        return change([&](const Settling& settling) { return tell_trouble(settling, run, trouble); });
    }

    const Office& office_;
    PrintFolder folder_;
};

} // namespace

Result<void> print_letters(const Office& office) {
    return Printing{office}.work(is_print_window(office.services.clock.now()));
}

Result<void> print_at_once(const Office& office) {
    return Printing{office}.work(true);
}

} // namespace dispatch
