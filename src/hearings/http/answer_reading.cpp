// What was answered: what of it the reader may see, how often each option was chosen, and who may still answer.
#include "hearings/domain/errors.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/rights.hpp"

#include <algorithm>
#include <map>

namespace hearings {

bool sees_words_of(const Principal& principal, const Answer& answer, bool sees_withheld) {
    return !answer.legal_basis || sees_withheld || principal.may(right::answer, answer.organisation.to_string());
}

static void count_choice(QuestionView& question, const Answer& answer,
                         const std::map<directory::OrganisationId, std::int64_t>& inhabitants) {
    const auto reply = std::ranges::find(answer.replies, question.number, &Reply::question);
    if (answer.legal_basis || reply == answer.replies.end() || !reply->option) return;
    const auto behind = inhabitants.find(answer.organisation);
    question.options[static_cast<std::size_t>(*reply->option - 1)].chosen.add(
        behind == inhabitants.end() ? 0 : behind->second);
}

std::vector<QuestionView> questions_counted(const Hearing& hearing, const std::vector<Addressee>& all,
                                            const std::vector<Answer>& answers) {
    std::vector<QuestionView> questions;
    std::map<directory::OrganisationId, std::int64_t> inhabitants;
    for (const auto& one : all)
        if (one.is_municipality) inhabitants[one.organisation] = one.inhabitants;
    int number = 0;
    for (const auto& question : hearing.questions) {
        QuestionView shown{++number, question.text, {}};
        for (const auto& option : question.options)
            shown.options.push_back({option, {}});
        for (const auto& answer : answers)
            count_choice(shown, answer, inhabitants);
        questions.push_back(std::move(shown));
    }
    return questions;
}

Result<AnswerPageView> read_answer(const http::Query& query, const Hearing& hearing) {
    const auto key = query.request.path_value("organisation");
    const auto missing = [&] { return answer_not_found.error({{"organisation", std::string{key.substr(0, 40)}}}); };
    const auto organisation = directory::find_organisation_by_key(query.reader, key);
    if (!organisation) return missing();
    auto whole = TRY(read_hearing(query, hearing));
    const auto found = std::ranges::find(whole.addressees, organisation->id, &AddresseeView::id);
    if (found == whole.addressees.end() || !found->answer) return missing();
    return AnswerPageView{whole.key, whole.url, whole.title, std::move(*found), std::move(whole.questions)};
}

Result<std::vector<VoiceView>> read_voices(const http::Query& query, const Hearing& hearing) {
    std::vector<VoiceView> views;
    for (const auto& voice : TRY(voices_in(query.reader, query.principal, hearing, query.today()))) {
        const auto one = TRY(directory::find_organisation(query.reader, voice.organisation, query.request.language));
        const auto addressee = TRY(find_addressee(query.reader, hearing.id, voice.organisation));
        VoiceView view{{one.name, one.url}, one.slug, {}, addressee->stance, addressee->speaks_for_itself};
        if (voice.network) {
            const auto network =
                TRY(directory::find_organisation(query.reader, *voice.network, query.request.language));
            view.network = NamedLink{network.name, network.url};
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace hearings
