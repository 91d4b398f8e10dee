#include "archive/archive.hpp"

#include "archive/texts.hpp"

namespace archive {

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

} // namespace archive
