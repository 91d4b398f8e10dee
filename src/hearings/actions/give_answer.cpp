#include "hearings/actions/give_answer.hpp"

#include "hearings/actions/speaking.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/store/hearing_store.hpp"
#include "hearings/store/opened_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

static bool fits(const NewReply& reply, const Hearing& hearing) {
    if (reply.question < 1 || reply.question > static_cast<int>(hearing.questions.size())) return false;
    const auto options =
        static_cast<int>(hearing.questions[static_cast<std::size_t>(reply.question - 1)].options.size());
    return !reply.option || (*reply.option >= 1 && *reply.option <= options);
}

static std::vector<Fault> faults_in(const Hearing& hearing, const NewAnswer& sent) {
    std::vector<Fault> faults;
    if (sent.stance == Stance::support_if && sent.text.empty()) faults.push_back(condition_missing.at("#/text"));
    std::vector<int> seen;
    for (std::size_t i = 0; i < sent.replies.size(); ++i) {
        const bool is_twice = std::ranges::find(seen, sent.replies[i].question) != seen.end();
        if (is_twice || !fits(sent.replies[i], hearing))
            faults.push_back(reply_faulty.at(fmt::format("#/replies/{}", i)));
        seen.push_back(sent.replies[i].question);
    }
    return faults;
}

static Answer answer_from(const Acting& acting, const NewAnswer& sent, const Voice& voice) {
    Answer answer;
    answer.organisation = voice.organisation;
    answer.stance = sent.stance;
    answer.text = sent.text;
    answer.network = voice.network;
    answer.given_by = acting.principal.id;
    if (sent.legal_basis) answer.legal_basis = *sent.legal_basis;
    answer.answered_at = answer.changed_at = acting.now;
    for (const auto& reply : sent.replies) {
        if (reply.option || !reply.text.empty()) answer.replies.push_back({reply.question, reply.option, reply.text});
    }
    return answer;
}

static Result<void> keep(const Acting& acting, const Hearing& hearing, const Spoken& spoken, Answer answer) {
    const auto before = TRY(find_answer(acting.transaction, hearing.id, answer.organisation));
    if (before) {
        answer.answered_at = before->answered_at;
        answer.version = before->version + 1;
    }
    TRY(put_answer(acting.transaction, hearing.id, answer));
    TRY(mark_opened(acting.transaction, hearing.id, answer.organisation, acting.now));
    TRY(mark_case_opened(acting.transaction, hearing.case_id, answer.organisation, acting.now));
    if (!answer.network) TRY(mark_speaking_for_itself(acting.transaction, hearing.id, answer.organisation));
    journal::Body facts;
    facts.text("organisation", spoken.organisation.name).text("stance", json::name_of(answer.stance));
    std::vector<journal::Subject> others{{"organisation", answer.organisation.to_string()}};
    if (answer.network) others.push_back({"organisation", answer.network->to_string()});
    TRY(acting.tell(before ? "hearings.answer_changed" : "hearings.answer_given", hearing, std::move(facts),
                    std::move(others)));
    return {};
}

Result<void> give_answer(const Acting& acting, const Hearing& hearing, const NewAnswer& sent) {
    auto faults = faults_in(hearing, sent);
    const auto all = TRY(everyone_spoken_for(acting, hearing, sent.organisations, faults));
    TRY(require_open(acting, hearing));
    TRY(none_of(std::move(faults)));
    for (const auto& spoken : all)
        TRY(keep(acting, hearing, spoken, answer_from(acting, sent, spoken.voice)));
    return {};
}

Result<void> withdraw_answer(const Acting& acting, const Hearing& hearing, directory::OrganisationId id) {
    const auto addressee = TRY(find_addressee(acting.transaction, hearing.id, id));
    const auto voice = TRY(voice_for(acting.transaction, acting.principal, id, acting.today()));
    if (!voice) TRY(acting.principal.require(right::answer, id.to_string()));
    if (!addressee || !addressee->stance) return answer_not_found.error({{"organisation", id.to_string()}});
    const auto organisation = TRY(directory::find_organisation(acting.transaction, id));
    if (voice->network && addressee->speaks_for_itself) {
        return speaks_for_itself.error({{"organisation", organisation.name}});
    }
    TRY(require_open(acting, hearing));
    TRY(detach_all(acting.transaction, hearing.id, id));
    TRY(remove_answer(acting.transaction, hearing.id, id));
    if (!voice->network) TRY(mark_speaking_for_itself(acting.transaction, hearing.id, id));
    journal::Body facts;
    facts.text("organisation", organisation.name);
    TRY(acting.tell("hearings.answer_withdrawn", hearing, std::move(facts), {{"organisation", id.to_string()}}));
    return {};
}

} // namespace hearings
