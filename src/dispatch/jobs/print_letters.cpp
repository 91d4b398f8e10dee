#include "dispatch/jobs/print_letters.hpp"

#include "dispatch/actions/print_place.hpp"
#include "dispatch/actions/print_runs.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/jobs/set_print_run.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

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
    explicit Printing(const Office& office) : office_{office}, place_{print_place(office)} {}

    Result<void> work(bool is_handing_over) {
        TRY(change([](const Settling& settling) { return end_digital_wait(settling); }));
        if (!place_) return {};
        auto runs = TRY(open_runs());
        // No letter is taken for a printer that is not reached: until then its sender can still stop it.
        if (const auto ready = place_->prepare(); !ready) return all_stand_still(runs, ready.error());
        std::optional<Error> refusal;
        bool takes_new = is_handing_over;
        for (const auto& run : runs) {
            const auto done = go_on(run);
            if (done) continue;
            if (is_away(done.error())) return done;
            // What is refused for one run keeps no other, but there is no room for new ones where these find none.
            refusal = done.error();
            takes_new = takes_new && run.state != PrintRunState::begun;
        }
        if (takes_new) TRY(begin_new());
        return refusal ? Result<void>{*refusal} : Result<void>{};
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

    Result<void> begin_new() {
        for (int i = 0; i < runs_per_turn_max; ++i) {
            const auto run = TRY(change([](const Settling& settling) { return begin_print_run(settling); }));
            if (!run) return {};
            TRY(go_on(*run));
        }
        return {};
    }

    static bool is_away(const Error& error) {
        return error.code == platform::sftp_unreachable.name || error.code == platform::sftp_host_unknown.name ||
               error.code == platform::sftp_login_refused.name;
    }

    Result<void> go_on(const PrintRun& run) {
        const auto done = step(run);
        if (!done) TRY(tell(run, done.error()));
        return done;
    }

    Result<void> step(const PrintRun& run) {
        switch (run.state) {
        case PrintRunState::begun:
            return finish(run);
        case PrintRunState::handed_over:
            return read_receipt(run);
        case PrintRunState::acknowledged:
            break;
        }
        return clear(run);
    }

    Result<void> all_stand_still(const std::vector<PrintRun>& runs, const Error& error) {
        for (const auto& run : runs)
            TRY(tell(run, error));
        return error;
    }

    Result<void> tell(const PrintRun& run, const Error& error) {
        return tell(run, office_.services.texts.in(i18n::Language::nb).detail_of(error));
    }
    Result<void> tell(const PrintRun& run, const std::string& trouble) {
        if (run.trouble == trouble) return {};
        return change([&](const Settling& settling) { return tell_trouble(settling, run.id, trouble); });
    }

    Result<void> clear(const PrintRun& run) {
        TRY(place_->clear(run.name));
        return change([&](const Settling& settling) { return note_cleared(settling, run.id); });
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
        TRY(place_->put(run.name + ".pdf", set.file));
        TRY(place_->put(run.name + ".csv", manifest_table(manifest)));
        return place_->put(run.name + ".json", json::write(manifest));
    }

    Result<void> finish(PrintRun run) {
        auto set = TRY(set_print_run(office_, run, TRY(letters_of(run))));
        for (auto& out : set.left_out) {
            TRY(change([&](const Settling& settling) { return leave_out(settling, out.first, out.second); }));
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
        const auto now =
            TRY(change([&](const Settling& settling) { return take_acknowledgement(settling, run.id, said); }));
        return now.state == PrintRunState::acknowledged ? clear(now) : Result<void>{};
    }

    Result<void> read_receipt(const PrintRun& run) {
        const auto text = TRY(place_->receipt(run.name));
        if (!text) return tell(run, std::string{});
        const auto said = read_acknowledgement(*text, run, TRY(letters_of(run)));
        return said ? settle(run, *said) : tell(run, said.error());
    }

    const Office& office_;
    std::unique_ptr<PrintPlace> place_;
};

} // namespace

Result<void> print_letters(const Office& office) {
    return Printing{office}.work(is_print_window(office.services.clock.now()));
}

Result<void> print_at_once(const Office& office) {
    return Printing{office}.work(true);
}

} // namespace dispatch
