#include "platform/search/words.hpp"

#include <algorithm>
#include <libstemmer.h>
#include <memory>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

namespace search {
namespace {

constexpr std::size_t word_bytes_max = 100;
constexpr std::size_t all_bytes_max = 200'000; // PostgreSQL keeps at most 1 MB of words for a text.
constexpr UChar32 soft_hyphen = 0x00ad;

/// Letters that Unicode does not take apart, and those that Norwegian keeps or replaces.
std::string_view special_fold(UChar32 letter) {
    switch (letter) {
    case U'å':
        return "å";
    case U'æ':
    case U'ä':
        return "æ";
    case U'ø':
    case U'ö':
        return "ø";
    case U'đ':
    case U'ð':
        return "d";
    case U'ŋ':
        return "n";
    case U'ŧ':
        return "t";
    case U'ł':
        return "l";
    case U'ı':
        return "i";
    case U'ß':
        return "ss";
    case U'þ':
        return "th";
    case U'œ':
        return "øe";
    default:
        return {};
    }
}

void append(std::string& text, UChar32 letter) {
    const auto code = static_cast<std::uint32_t>(letter);
    const auto last_bits = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += {static_cast<char>(0xc0 | code >> 6), last_bits(0)};
    } else if (code < 0x10000) {
        text += {static_cast<char>(0xe0 | code >> 12), last_bits(6), last_bits(0)};
    } else {
        text += {static_cast<char>(0xf0 | code >> 18), last_bits(12), last_bits(6), last_bits(0)};
    }
}

/// The letters and digits that a letter is put together of, without its marks; itself when there are none.
void append_parts(std::string& word, UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* forms = unorm2_getNFKDInstance(&status);
    UChar parts[32];
    const int length = U_SUCCESS(status) ? unorm2_getDecomposition(forms, letter, parts, 32, &status) : -1;
    const auto size_before = word.size();
    for (int place = 0; U_SUCCESS(status) && place < length;) {
        UChar32 part = 0;
        U16_NEXT(parts, place, length, part);
        // Some letters hold a space or a bracket, which must not come into a word.
        if (u_isalnum(part)) append(word, u_foldCase(part, U_FOLD_CASE_DEFAULT));
    }
    if (word.size() == size_before) append(word, letter);
}

void append_folded(std::string& word, UChar32 letter) {
    const UChar32 small = u_foldCase(letter, U_FOLD_CASE_DEFAULT);
    if (small < 0x80) {
        word += static_cast<char>(small);
    } else if (const auto special = special_fold(small); !special.empty()) {
        word += special;
    } else {
        append_parts(word, small);
    }
}

bool is_mark(UChar32 letter) {
    return (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0 || letter == soft_hyphen;
}

void replace_double_a(std::string& word) {
    for (auto place = word.find("aa"); place != std::string::npos; place = word.find("aa", place))
        word.replace(place, 2, "å");
}

std::string stem_of(const std::string& word) {
    struct Delete {
        void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
    };
    thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer{sb_stemmer_new("norwegian", "UTF_8")};
    const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!stemmer || has_digit) return word;
    const auto* stem =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (!stem) return word;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

} // namespace

std::vector<Word> words_of(std::string_view text, std::size_t words_max) {
    std::vector<Word> words;
    std::size_t bytes = 0;
    Word word{};
    const auto end_word = [&](std::size_t end) {
        if (word.folded.empty()) return;
        replace_double_a(word.folded);
        word.stem = stem_of(word.folded);
        word.end = end;
        bytes += word.folded.size();
        words.push_back(std::move(word));
        word = {};
    };
    const auto* encoded = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t place = 0; place < length && words.size() < words_max && bytes < all_bytes_max;) {
        const auto begin = static_cast<std::size_t>(place);
        UChar32 letter = 0;
        U8_NEXT(encoded, place, length, letter);
        if (letter > 0 && u_isalnum(letter)) {
            if (word.folded.empty()) word.begin = begin;
            if (word.folded.size() < word_bytes_max) append_folded(word.folded, letter);
        } else if (letter < 0 || !is_mark(letter)) {
            end_word(begin);
        }
    }
    if (words.size() < words_max) end_word(text.size());
    return words;
}

} // namespace search
