#pragma once
// From the tables to what pages and JSON say of hearings, for the one who asks.
#include "directory/directory.hpp"
#include "directory/municipality_map.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/store/hearing_store.hpp"
#include "hearings/views/anchoring_models.hpp"
#include "hearings/views/matters_models.hpp"
#include "platform/http/call.hpp"

namespace hearings {

/// Fails with hearings.hearing_not_found.
Result<Hearing> hearing_in_path(db::Reader&, const http::Request&);
/// The case that the hearing is about: by its title, or by its number while the title is shielded. Fails with
/// governance.case_not_found.
Result<NamedLink> matter_of(const http::Query&, const Hearing&);
Result<HearingRow> row_of(const http::Query&, const Hearing&);
Result<HearingListView> read_hearing_list(const http::Query&, const HearingFilter&);
Result<HearingView> read_hearing(const http::Query&, const Hearing&);
/// True when the reader may see text, replies and attachments of an answer: it is open, or the reader's own, or the
/// reader sees what is withheld on the case.
bool sees_words_of(const Principal&, const Answer&, bool sees_withheld);
/// The questions of the hearing with how many chose each option, and how many inhabitants stand behind them. What is
/// withheld is not counted.
std::vector<QuestionView> questions_counted(const Hearing&, const std::vector<Addressee>&, const std::vector<Answer>&);
/// Fails with hearings.answer_not_found.
Result<AnswerPageView> read_answer(const http::Query&, const Hearing&);
/// Those the reader may answer for in the hearing.
Result<std::vector<VoiceView>> read_voices(const http::Query&, const Hearing&);

/// The organisation that the reader acts for has now opened the matter; kept the first time.
Result<void> keep_opening(const http::Query&, const Services&, governance::CaseId, std::string_view number);

/// Those that are open first, then those that are planned; addressed to one organisation, or all.
Result<std::vector<Hearing>> hearings_not_over(const http::Query&, std::optional<directory::OrganisationId> addressee);
/// What concerns an organisation and is not over; of a network, which of its members are silent.
Result<MattersView> read_matters(const http::Query&, const directory::OrganisationSummary&);

/// Fails with what governance fails with when there is no such case.
Result<AnchoringView> read_anchoring(const http::Query&, governance::CaseId);
/// Every planned case, and the lead time of each that has been treated (R15).
Result<OpennessView> read_openness(const http::Query&);
/// The municipalities on the map, each by what it said last.
Result<directory::DrawnMap> map_of_answers(const http::Query&, const std::vector<Addressee>&, std::string title);

/// The counties of a tally by name, and the classes of size, the smallest first.
Result<std::vector<GroupView>> county_groups(const http::Query&, const Anchoring&);
std::vector<GroupView> size_groups(const http::Call&, const Anchoring&);

} // namespace hearings
