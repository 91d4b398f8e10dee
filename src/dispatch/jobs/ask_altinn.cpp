#include "dispatch/jobs/ask_altinn.hpp"

#include "dispatch/actions/altinn.hpp"
#include "platform/log/log.hpp"
#include "registers/errors.hpp"

namespace dispatch {

static constexpr int asked_at_once_max = 300;

template <class Change>
static Result<void> settle_answer(const Office& office, Change&& change) {
    const auto by = the_program(std::string{altinn_carrier.name});
    const auto now = office.services.clock.now();
    return office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        return change(Settling{transaction, office, by, now});
    });
}

static Result<void> ask_about(const Office& office, const AltinnMessage& message) {
    const auto state = TRY(office.altinn->state(message.message_id));
    return settle_answer(office,
                         [&](const Settling& settling) { return settle_altinn_state(settling, message, state); });
}

static Result<void> put_off(const Office& office, const AltinnMessage& message) {
    static constexpr auto pause = std::chrono::hours{1};
    return settle_answer(office, [&](const Settling& settling) {
        return store::set_altinn_question(settling.transaction, message.dispatch_id, settling.now + pause);
    });
}

static bool is_about_one(const Error& error) {
    return error.kind != ErrorKind::unavailable || error.code == registers::answer_unreadable.name;
}

Result<void> ask_altinn(const Office& office) {
    if (!office.altinn) return {};
    auto reader = TRY(office.services.database.reader());
    const auto messages = TRY(store::altinn_questions(*reader, office.services.clock.now(), asked_at_once_max));
    reader.reset();
    for (const auto& message : messages) {
        const auto done = ask_about(office, message);
        if (done) continue;
        logging::warning("post.altinn_unanswered", done.error());
        if (!is_about_one(done.error())) return {};
        TRY(put_off(office, message));
    }
    return {};
}

} // namespace dispatch
