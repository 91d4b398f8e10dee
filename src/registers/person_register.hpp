#pragma once
// The front door to Folkeregisteret, for one question: who is guardian for a person. Source: Skatteetaten,
// "Folkeregisteret, informasjonsmodell" (vergemaalEllerFremtidsfullmakt); vergemålsloven §§ 20, 21 and 25.
#include "registers/rest.hpp"
#include "registers/token_client.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace registers {

/// Somebody whom the county governor has appointed for an adult, or whom the adult chose in a confirmed lasting power
/// of attorney (stadfestet fremtidsfullmakt).
struct Guardian {
    std::string identity_number; ///< foedselsEllerDNummer
    bool is_personal = false;    ///< omfang: for personal affairs, alone or with economic ones.
    bool is_municipal = false;   ///< tjenesteomraade: for all that the register lists under "kommune".
    std::optional<Instant> from; ///< gyldighetstidspunkt
};

struct GuardedPerson {
    std::string name;
    std::vector<Guardian> guardians; ///< Those who count now; of children none.
};

/// Nothing of an answer is kept or written down here. Threads may ask at the same time.
class PersonRegister {
public:
    /// address: up to "/personer", so with the package of rights: "https://…/folkeregisteret/offentlig-med-hjemmel/
    /// api/v1".
    PersonRegister(std::string address, std::shared_ptr<TokenClient>, const Clock&, Fetch = net::fetch);

    /// Nothing when the register knows nobody with the number. Fails with registers.register_unavailable (status; 0
    /// when nobody answered), registers.answer_unreadable, and what the token client fails with. No error holds a
    /// number: the register wants it in the address, so what fetching it failed with is not handed on.
    Result<std::optional<GuardedPerson>> find(std::string_view identity_number);

    /// What the token must be good for.
    static constexpr std::string_view scope = "folkeregister:deling/offentligmedhjemmel";

private:
    Result<net::Answer> ask(std::string_view identity_number);
    Error failed(int status, const net::Answer*);

    const std::string address_;
    const std::shared_ptr<TokenClient> tokens_;
    const Clock& clock_;
    const Fetch fetch_;
    Rest rest_;
};

} // namespace registers
