#pragma once
// The pages of hearings.
#include "hearings/views/anchoring_models.hpp"
#include "hearings/views/matters_models.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/csv.hpp"
#include "platform/feed/feed.hpp"
#include "platform/ui/components.hpp"

namespace hearings {

Html hearing_list_page(const http::Call&, const HearingListView&, const HearingFilter&);
csv::Table hearing_table(const http::Call&, const HearingListView&);
feed::Feed hearing_feed(const http::Call&, const HearingListView&);
/// The card of a list.
Html hearing_card(const http::Call&, const HearingRow&, const std::vector<Html>& more_tags = {});

/// What stands on the page besides the hearing itself.
struct HearingExtras {
    Html map;
    std::string attribution;
    std::vector<VoiceView> voices;
    bool may_hold = false; ///< The reader may change the hearing.
};
Html hearing_page(const http::Call&, const HearingView&, const HearingExtras&);
csv::Table answer_table(const http::Call&, const HearingView&);
feed::Feed answer_feed(const http::Call&, const HearingView&);
Html answer_page(const http::Call&, const AnswerPageView&, bool may_change);

/// For one organisation, or for many at once.
Html answer_form_page(const http::Call&, const ui::FormState&, const HearingView&, const std::vector<VoiceView>&,
                      const std::optional<AnswerView>& before);

Html anchoring_page(const http::Call&, const AnchoringView&, const Html& map, const std::string& attribution);
csv::Table anchoring_table(const AnchoringView&);
/// The bar, the finding in words and the way to the whole page.
Html anchoring_summary(const http::Call&, const AnchoringView&);
Html openness_page(const http::Call&, const OpennessView&);
csv::Table openness_table(const http::Call&, const OpennessView&);

/// Beside the answers of those that the reader speaks for.
Html attachment_page(const http::Call&, const ui::FormState&, const HearingRow&, const std::vector<VoiceView>&);
Html extension_page(const http::Call&, const ui::FormState&, const HearingRow&);
Html hearing_withdrawal_page(const http::Call&, const ui::FormState&, const HearingRow&);
/// The documents of the case that are not in the hearing yet.
Html more_documents_page(const http::Call&, const ui::FormState&, const HearingRow&, const std::vector<ui::Choice>&);

/// The closing days of hearings, and for the forward calendar the days on which bodies treat cases.
calendar::Calendar closing_days(const http::Call&, const std::string& name, const std::vector<HearingRow>&);
calendar::Calendar openness_calendar(const http::Call&, const OpennessView&);
calendar::Calendar matters_calendar(const http::Call&, const MattersView&);

Html matters_page(const http::Call&, const MattersView&);
csv::Table matters_table(const http::Call&, const MattersView&);
/// The figures, what closes first and what is not opened; for the organisation's own page.
Html matters_summary(const http::Call&, const MattersView&);

struct PlanChoices {
    NamedLink matter;
    std::string case_number;
    int days_min = 0;
    std::vector<ui::Choice> documents, counties, networks;
};
Html plan_hearing_page(const http::Call&, const ui::FormState&, const PlanChoices&);

} // namespace hearings
