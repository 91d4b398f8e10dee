#pragma once
#include "platform/error.hpp"

namespace app {

inline constexpr ErrorCode configuration_faulty{"app.configuration_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode configuration_unreadable{"app.configuration_unreadable", ErrorKind::not_found};
inline constexpr ErrorCode setting_unknown{"app.setting_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_not_a_number{"app.setting_not_a_number", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_out_of_range{"app.setting_out_of_range", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_not_a_truth{"app.setting_not_a_truth", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_line_unreadable{"app.setting_line_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_needed{"app.setting_needed", ErrorKind::invalid_input};
inline constexpr ErrorCode key_device_unset{"app.key_device_unset", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_file_unreadable{"app.setting_file_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode setting_not_an_address{"app.setting_not_an_address", ErrorKind::invalid_input};
inline constexpr ErrorCode settings_exclude{"app.settings_exclude", ErrorKind::invalid_input};
inline constexpr ErrorCode folder_unavailable{"app.folder_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode folder_not_empty{"app.folder_not_empty", ErrorKind::conflict};
inline constexpr ErrorCode backup_incomplete{"app.backup_incomplete", ErrorKind::invalid_input};
inline constexpr ErrorCode file_unreadable{"app.file_unreadable", ErrorKind::not_found};
inline constexpr ErrorCode register_client_incomplete{"app.register_client_incomplete", ErrorKind::invalid_input};
inline constexpr ErrorCode digital_mailboxes_incomplete{"app.digital_mailboxes_incomplete", ErrorKind::invalid_input};
inline constexpr ErrorCode login_services_mixed{"app.login_services_mixed", ErrorKind::invalid_input};
inline constexpr ErrorCode altinn_incomplete{"app.altinn_incomplete", ErrorKind::invalid_input};
inline constexpr ErrorCode demonstration_not_local{"app.demonstration_not_local", ErrorKind::invalid_input};

} // namespace app
