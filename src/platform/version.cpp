#include "platform/version.hpp"

std::string_view version() {
    return SAMBAND_VERSION;
}
