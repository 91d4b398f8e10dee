#pragma once
#include "platform/error.hpp"

namespace oparl {

// An object that is not taken, and why.
inline constexpr ErrorCode object_unreadable{"oparl.object_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode object_too_large{"oparl.object_too_large", ErrorKind::too_large};
inline constexpr ErrorCode id_faulty{"oparl.id_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode id_foreign{"oparl.id_foreign", ErrorKind::forbidden};
inline constexpr ErrorCode id_taken{"oparl.id_taken", ErrorKind::conflict};
inline constexpr ErrorCode type_unknown{"oparl.type_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode property_type_wrong{"oparl.property_type_wrong", ErrorKind::invalid_input};
inline constexpr ErrorCode copies_differ{"oparl.copies_differ", ErrorKind::conflict};

// A page or a list that cannot be read on.
inline constexpr ErrorCode page_unreadable{"oparl.page_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode page_too_large{"oparl.page_too_large", ErrorKind::too_large};
inline constexpr ErrorCode answer_refused{"oparl.answer_refused", ErrorKind::unavailable};
inline constexpr ErrorCode address_foreign{"oparl.address_foreign", ErrorKind::forbidden};
inline constexpr ErrorCode paging_endless{"oparl.paging_endless", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_objects{"oparl.too_many_objects", ErrorKind::too_large};

// The request as a whole.
inline constexpr ErrorCode source_not_found{"oparl.source_not_found", ErrorKind::not_found};
inline constexpr ErrorCode source_taken{"oparl.source_taken", ErrorKind::conflict};
inline constexpr ErrorCode source_unreadable{"oparl.source_unreadable", ErrorKind::not_found};
inline constexpr ErrorCode object_not_found{"oparl.object_not_found", ErrorKind::not_found};
inline constexpr ErrorCode folder_unwritable{"oparl.folder_unwritable", ErrorKind::unavailable};

} // namespace oparl
