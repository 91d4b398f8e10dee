#include "governance/domain/case_texts.hpp"

namespace governance {

i18n::Language language_of(TextLanguage language) {
    return language == TextLanguage::nn ? i18n::Language::nn : i18n::Language::nb;
}

TextLanguage text_language(i18n::Language language) {
    return language == i18n::Language::nn ? TextLanguage::nn : TextLanguage::nb;
}

} // namespace governance
