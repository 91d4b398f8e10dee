#include "hearings/jobs/hearing_stage.hpp"

#include "hearings/actions/attach.hpp"
#include "hearings/actions/change_hearing.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/actions/reach.hpp"
#include "hearings/domain/invented_turnout.hpp"
#include "hearings/store/hearing_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings::demonstration {

using namespace std::chrono_literals;

static Principal speaker_for(const directory::OrganisationSummary& organisation) {
    Principal speaker;
    speaker.kind = PrincipalKind::client;
    speaker.id = "demonstrasjon";
    speaker.name = "Oppdiktet saksbehandler";
    speaker.organisation_id = organisation.id.to_string();
    speaker.organisation_name = organisation.name;
    speaker.authority = "demonstrasjon";
    speaker.grants = {{std::string{right::answer.name}, organisation.id.to_string()}};
    return speaker;
}

Result<std::vector<Step>> HearingStage::steps() {
    auto reader = TRY(services_.database.reader());
    TRY(find_case(*reader));
    TRY(draw_turnout(*reader));
    reader.reset();
    std::vector<Step> steps;
    steps.push_back(
        {at_norwegian_time(day(said_.planned), 9h), [this](auto& transaction) { return plan(transaction); }});
    add_reach(steps);
    for (std::size_t i = 0; i < answering_.size(); ++i) {
        const auto spread = spread_of(said_.title, answering_[i].number);
        const auto at = invented_moment(spread, day(said_.opens), last_day());
        steps.push_back({at, [this, i, at](auto& transaction) { return give(transaction, i, at); }});
    }
    add_extension(steps);
    const auto reminded_on = std::chrono::sys_days{day(said_.last_day())} - std::chrono::days{said_.remind_days};
    if (Date{reminded_on} < today_) {
        const auto at = at_norwegian_time(Date{reminded_on}, 7h);
        steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                             TRY(remind_silent({transaction, services_, by_, at}, hearing_));
                             return {};
                         }});
    }
    return steps;
}

Date HearingStage::last_day() const {
    return std::min(day(said_.last_day()), Date{std::chrono::sys_days{today_} - std::chrono::days{1}});
}

Result<void> HearingStage::find_case(db::Reader& reader) {
    case_number_ = TRY(case_titled(reader, said_.case_title, today_)).number;
    return {};
}

Result<void> HearingStage::draw_turnout(db::Reader& reader) {
    auto drawn = TRY(directory::municipalities_on(reader, today_));
    std::ranges::sort(drawn, {}, [&](const directory::OrganisationSummary& one) {
        return std::pair{spread_of(said_.title, one.number), one.number};
    });
    const auto count = std::min(drawn.size(), static_cast<std::size_t>(said_.answers));
    answering_.assign(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(count));
    silent_.assign(drawn.begin() + static_cast<std::ptrdiff_t>(count), drawn.end());
    voices_.resize(count);
    int through = 0;
    for (std::size_t i = 0; i < count && through < said_.through_network; ++i) {
        const auto networks = TRY(directory::networks_of(reader, answering_[i].id, today_));
        if (networks.empty()) continue;
        voices_[i] = networks.front();
        ++through;
    }
    report_.through_networks += through;
    return {};
}

Result<void> HearingStage::plan(db::Transaction& transaction) {
    NewHearing sent;
    sent.case_number = case_number_;
    sent.language = said_.language == "nn" ? TextLanguage::nn : TextLanguage::nb;
    sent.title = said_.title;
    sent.text = said_.text;
    for (const auto& question : said_.questions) {
        sent.questions.push_back({question.text, {question.options.begin(), question.options.end()}});
    }
    sent.audience.municipalities = true;
    sent.opens_on = day(said_.opens);
    sent.closes_on = day(said_.closes);
    sent.remind_days = said_.remind_days;
    const Acting acting{transaction, services_, by_, at_norwegian_time(day(said_.planned), 9h)};
    hearing_ = TRY(load_hearing(transaction, TRY(plan_hearing(acting, sent, Authenticity::invented))));
    ++report_.hearings;
    return {};
}

void HearingStage::add_extension(std::vector<Step>& steps) {
    if (said_.extended.empty()) return;
    const auto at = at_norwegian_time(day(said_.extended), 12h);
    steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                         NewExtension sent{day(said_.extended_to), Line<500>{said_.extension_reason}};
                         TRY(extend_hearing({transaction, services_, by_, at}, hearing_, sent));
                         hearing_ = TRY(load_hearing(transaction, hearing_.id));
                         return {};
                     }});
}

void HearingStage::add_reach(std::vector<Step>& steps) {
    const auto at = at_norwegian_time(day(said_.opens), 10h);
    steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                         std::vector<std::string> told;
                         for (std::size_t i = 0; i < silent_.size(); ++i) {
                             if (i % 3 != 0) told.push_back(silent_[i].id.to_string());
                         }
                         TRY(record_reach({transaction, services_, by_, at}, hearing_, told));
                         return {};
                     }});
    for (std::size_t i = 0; i < silent_.size(); ++i) {
        if (i % 3 == 0 || i % 5 != 1) continue;
        const auto spread = spread_of(said_.title, silent_[i].number);
        const auto read_at = invented_moment(spread, day(said_.opens), last_day()) + 1h;
        steps.push_back({read_at, [this, i, read_at](auto& transaction) {
                             const auto reader = speaker_for(silent_[i]);
                             return record_reading({transaction, services_, reader, read_at}, hearing_, silent_[i].id);
                         }});
    }
}

const std::vector<std::string>& HearingStage::reasons_for(Stance stance) const {
    switch (stance) {
    case Stance::support:
        return all_.reasons.support;
    case Stance::support_if:
        return all_.reasons.support_if;
    case Stance::against:
        return all_.reasons.against;
    case Stance::no_capacity:
        break;
    }
    return all_.reasons.no_capacity;
}

Result<void> HearingStage::give(db::Transaction& transaction, std::size_t i, Instant at) {
    const auto spread = spread_of(said_.title, answering_[i].number);
    NewAnswer sent;
    sent.organisations = {Line<40>{answering_[i].number}};
    sent.stance = invented_stance(spread);
    const auto& reasons = reasons_for(sent.stance);
    sent.text = reasons[spread / 20 % reasons.size()];
    for (std::size_t question = 0; question < hearing_.questions.size(); ++question) {
        if (sent.stance == Stance::no_capacity || (spread >> (question + 3)) % 4 == 0) continue;
        NewReply reply;
        reply.question = static_cast<int>(question) + 1;
        const auto options = hearing_.questions[question].options.size();
        if (options > 0) {
            reply.option = static_cast<int>((spread >> 5U) % options) + 1;
        } else {
            reply.text = all_.replies[(spread >> 9U) % all_.replies.size()];
        }
        sent.replies.push_back(std::move(reply));
    }
    const auto speaker = speaker_for(voices_[i] ? *voices_[i] : answering_[i]);
    const Acting acting{transaction, services_, speaker, at};
    TRY(give_answer(acting, hearing_, sent));
    ++report_.answers;
    const bool has_file = !voices_[i] && attached_ < said_.attachments;
    return has_file ? attach(acting, answering_[i]) : Result<void>{};
}

Result<void> HearingStage::attach(const Acting& acting, const directory::OrganisationSummary& municipality) {
    ++attached_;
    const auto text =
        fmt::format("Oppdiktet vedlegg til demonstrasjonen.\n\nSaken ble behandlet i {}.\n", municipality.name);
    const auto digest = TRY(services_.blobs.put(text));
    const governance::StoredFile file{"saksframlegg.txt", "text/plain; charset=utf-8", text.size(), digest};
    const NewAttachment sent{Line<200>{"Saksframlegg i " + municipality.name}, {Line<40>{municipality.number}}};
    TRY(attach_file(acting, hearing_, sent, file, governance::Scanning::off));
    return {};
}

} // namespace hearings::demonstration
