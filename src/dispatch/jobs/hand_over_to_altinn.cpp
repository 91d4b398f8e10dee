#include "dispatch/jobs/hand_over_to_altinn.hpp"

#include "dispatch/actions/altinn.hpp"
#include "dispatch/jobs/handing_over.hpp"
#include "dispatch/texts.hpp"
#include "registers/errors.hpp"

namespace dispatch {

namespace {

class HandingOverToAltinn : HandingOver {
public:
    HandingOverToAltinn(const Office& office, Dispatch dispatch, std::int64_t attempt)
        : HandingOver{office, altinn_carrier, std::move(dispatch), attempt} {}

    Result<void> run() {
        const auto letter = letter_of(TRY(read()));
        const auto begun = TRY(begin());
        if (begun == Begun::not_wanted) return {};
        if (begun == Begun::again) {
            const auto known = office_.altinn->find(letter.id, letter.is_confidential);
            if (!known) return end(known.error());
            if (*known) return settle(**known);
        }
        const auto message = office_.altinn->send(letter);
        return message ? settle(*message) : end(message.error());
    }

private:
    [[nodiscard]] registers::AltinnLetter letter_of(Content content) const {
        const auto& t = office_.services.texts.in(i18n::Language::nb);
        const auto& sender = content.sender_name;
        registers::AltinnLetter letter;
        letter.id = dispatch_.id.to_string();
        letter.sender_name = sender;
        letter.organisation_number = content.envelope.recipient.organisation_number;
        letter.identity_number = content.envelope.recipient.identity_number;
        letter.is_confidential = content.envelope.is_confidential;
        letter.title = content.envelope.title;
        letter.body = t(text::altinn_body({.sender = sender}));
        letter.notice = {t(text::altinn_notice_subject({.sender = sender})),
                         t(text::altinn_notice_mail({.sender = sender})),
                         t(text::altinn_notice_text_message({.sender = sender}))};
        for (std::size_t i = 0; i < content.documents.size(); ++i) {
            const auto& name = content.envelope.documents[i].name;
            letter.documents.push_back({name, i == 0 ? content.envelope.title : name, std::move(content.documents[i])});
        }
        return letter;
    }

    /// From here on the sender cannot stop it.
    Result<Begun> begin() {
        return write([&](const Settling& settling) -> Result<Begun> {
            const auto found = TRY(store::find(settling.transaction, dispatch_.id));
            if (!found || !waits_for(carrier_, *found)) return Begun::not_wanted;
            const auto known = TRY(store::altinn_message(settling.transaction, dispatch_.id));
            TRY(store::begin_altinn_message(settling.transaction, dispatch_.id, settling.now));
            return known ? Begun::again : Begun::first;
        });
    }

    Result<void> settle(const std::string& message) {
        return write([&](const Settling& settling) { return settle_altinn_message(settling, dispatch_.id, message); });
    }

    Result<void> end(const Error& why) {
        if (why.code == registers::altinn_recipient_reserved.name) return leave(HappeningKind::reserved, true);
        return why.code == registers::altinn_refused.name ? refuse(why) : hold(why);
    }
};

} // namespace

Result<void> hand_over_to_altinn(const Office& office, Dispatch dispatch, std::int64_t attempt) {
    return HandingOverToAltinn{office, std::move(dispatch), attempt}.run();
}

} // namespace dispatch
