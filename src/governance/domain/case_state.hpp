#pragma once
// The path of a case as a pure state machine: the case as it stands, what is asked, the body's rules -> the case as it
// stands then, or a refusal that names the state, what was asked and what is allowed.
#include "governance/case_words.hpp"
#include "governance/domain/path_rules.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// Postponements and referrals count too.
inline constexpr std::size_t steps_max = 20;

/// One body on the path. Treated steps always come before untreated ones; a body is never passed over.
struct Step {
    StepId id;
    BodyId body;
    std::optional<Date> planned_day{}; ///< The meeting the case is planned for, or was treated in.
    std::optional<Outcome> outcome{};  ///< Set once, when the body has treated the case.
    bool has_lapsed = false;           ///< Not treated and never to be: the case ended with a body before it.
    bool operator==(const Step&) const = default;
};

/// What the path is about, without texts and people.
struct CasePath {
    CaseState state = CaseState::planned;
    bool is_strategic = false;
    std::optional<Date> noticed_day;
    std::vector<Step> steps;
    bool has_political_record = false; ///< A political body has treated the case.

    /// The step that is next to be treated; none when all are.
    [[nodiscard]] const Step* current() const;
    /// The newest treated step.
    [[nodiscard]] const Step* latest_treated() const;
    bool operator==(const CasePath&) const = default;
};

/// What can be asked of a case.
enum class CaseRequest : std::uint8_t {
    give_notice,
    begin_preparation,
    put_on_agenda,
    take_off_agenda,
    treat,
    send_on,
    make_final,
    follow_up,
    withdraw,
    change_path
};
BOOST_DESCRIBE_ENUM(CaseRequest, give_notice, begin_preparation, put_on_agenda, take_off_agenda, treat, send_on,
                    make_final, follow_up, withdraw, change_path)

/// The requests that the state allows, in the order above.
std::vector<CaseRequest> allowed_requests(CaseState);
/// Fails with governance.case_step_refused: the state, what was asked, what is allowed.
Result<void> require_allowed(CaseState, CaseRequest);

/// planned → noticed.
Result<CasePath> give_notice(CasePath, Date today);
/// noticed → in_preparation.
Result<CasePath> begin_preparation(CasePath);
/// in_preparation → on_agenda, of the current step's body only.
/// Fails with governance.case_at_other_body, governance.notice_too_short.
Result<CasePath> put_on_agenda(CasePath, BodyId, const PathRules&, Date meeting_day);
/// on_agenda → in_preparation.
Result<CasePath> take_off_agenda(CasePath);

struct Ruling {
    BodyId body;
    Outcome outcome;
    std::optional<BodyId> referred_to;
    StepId first_new_step, second_new_step; ///< For the steps that postponed and referred put on the path.
};
/// on_agenda → treated. Fails with governance.case_at_other_body, governance.outcome_not_allowed,
/// governance.referral_faulty.
Result<CasePath> treat(CasePath, const Ruling&, const PathRules&);
/// treated → in_preparation at the next body. Fails with governance.no_body_remains.
Result<CasePath> send_on(CasePath);
/// treated → final, by the body that treated it last. Every step has been treated, or this body rejected the case: then
/// the steps that remain lapse. Fails with governance.bodies_remain, governance.body_only_advises,
/// governance.political_record_missing, governance.outcome_settles_nothing (postponed or referred).
Result<CasePath> make_final(CasePath, const PathRules&);
/// final → followed_up.
Result<CasePath> follow_up(CasePath);
/// Every state before final → withdrawn; steps not treated lapse.
Result<CasePath> withdraw(CasePath);
/// Replaces the steps that have not been treated, while no meeting has the case on its agenda.
/// Fails with governance.path_empty when the case would have no body to go to, governance.path_too_long.
Result<CasePath> change_path(CasePath, std::vector<Step> coming);

} // namespace governance
