#pragma once
#include "dispatch/office.hpp"

#include <string>

namespace dispatch {

/// What somebody who tries the demonstration types. Of invented accounts on this machine alone, so no secret.
namespace demonstration {
inline constexpr std::string_view sender = "demo-avsender";
inline constexpr std::string_view receiver = "demo-mottak";
inline constexpr std::string_view secret = "bare-til-demonstrasjon";
/// The sender's account and an integration that may send for it, always the same so that commands can be copied.
inline constexpr std::string_view account_id = "0198c0de-0000-7000-8000-00000000c047";
inline constexpr std::string_view integration_id = "0198c0de-0000-7000-8000-0000000017e6";
/// Tokens of this organisation count for the integration: Alstahaug, which owns the account.
inline constexpr std::string_view consumer_number = "938712441";
/// Solveig Tveitanemo, whom one can log in as; the number is synthetic.
inline constexpr std::string_view citizen_number = "26878810189";
/// Sivert Brattlien, whom she lets read her post; so is this one.
inline constexpr std::string_view helper_number = "02916910072";
/// Gudrun Eksempelstad, whom the citizen is guardian for in the register for development; synthetic too.
inline constexpr std::string_view ward_number = "03918312063";
inline constexpr std::string_view ward_name = "Gudrun Eksempelstad";
/// Files beside the data: the receiver's key and certificate.
inline constexpr std::string_view key_file = "demo-mottak.key.pem";
inline constexpr std::string_view certificate_file = "demo-mottak.pem";
} // namespace demonstration

/// Opens an invented account of Alstahaug with an integration, and an invented receiver of Bergen, sends a few invented
/// letters, gives an invented delegation and adds an invented guardianship, all through the same actions as systems and
/// people use. The receiver's key is written to the folder. Needs the demonstration of governance. Does nothing when
/// there is an account already.
Result<void> load_demonstration(const Office&, const std::string& folder);

} // namespace dispatch
