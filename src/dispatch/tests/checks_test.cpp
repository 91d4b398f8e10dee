#include "dispatch/domain/checks.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/print_fitness.hpp"
#include "dispatch/vault.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

constexpr Instant noon{std::chrono::hours{500'000}};

dispatch::Document pdf_named(std::string name) {
    dispatch::Document document;
    document.name = std::move(name);
    document.media_type = "application/pdf";
    return document;
}

dispatch::Envelope good() {
    dispatch::Envelope envelope;
    envelope.title = "Vedtak";
    envelope.recipient.address.name = "Kari Eksempel";
    envelope.recipient.address.postal_code = "0010";
    envelope.recipient.address.town = "OSLO";
    envelope.documents = {pdf_named("brev.pdf")};
    return envelope;
}

dispatch::Upload upload(std::string name, std::string first = "%PDF-1.4", std::uint64_t bytes = 100) {
    return {std::move(name), std::move(first), bytes, {}, {}, 0};
}

bool has(const dispatch::Envelope& envelope, const std::vector<dispatch::Upload>& uploads, const ErrorCode& code) {
    const auto faults = dispatch::faults_of(envelope, uploads, noon);
    return std::ranges::count(faults, code.name, &Fault::code) > 0;
}

} // namespace

TEST(Checks, FindNothingInWhatIsGood) {
    EXPECT_TRUE(dispatch::faults_of(good(), {upload("brev.pdf")}, noon).empty());
}

TEST(Checks, FindEachFaultByItsCode) {
    const std::vector<dispatch::Upload> one{upload("brev.pdf")};
    const auto with = [](auto change) {
        auto envelope = good();
        change(envelope);
        return envelope;
    };
    using dispatch::Envelope;
    EXPECT_TRUE(has(with([](Envelope& e) { e.is_digital_only = true; }), one, dispatch::recipient_without_number));
    EXPECT_TRUE(has(with([](Envelope& e) {
                        e.recipient.identity_number = "13814520077";
                        e.recipient.organisation_number = "971032146";
                    }),
                    one, dispatch::recipient_two_numbers));
    EXPECT_TRUE(has(with([](Envelope& e) { e.accounting_code = "en to"; }), one, dispatch::accounting_code_faulty));
    EXPECT_FALSE(has(with([](Envelope& e) { e.accounting_code = "Ås-1.æ_ø"; }), one, dispatch::accounting_code_faulty));
    EXPECT_TRUE(has(with([](Envelope& e) { e.documents = {pdf_named("a:b.pdf")}; }), {upload("a:b.pdf")},
                    dispatch::file_name_forbidden));
    EXPECT_TRUE(has(with([](Envelope& e) {
                        e.documents = {pdf_named("Ærlig.pdf"), pdf_named("ærlig.PDF")};
                    }),
                    one, dispatch::file_name_twice));
    EXPECT_TRUE(has(good(), {}, dispatch::document_missing));
    EXPECT_TRUE(has(good(), {upload("brev.pdf"), upload("mer.pdf")}, dispatch::document_unannounced));
    EXPECT_TRUE(has(good(), {upload("brev.pdf", "", 0)}, dispatch::document_empty));
    EXPECT_TRUE(has(good(), {upload("brev.pdf", "<html>")}, dispatch::document_not_pdf));
    const auto picture = with([](Envelope& e) {
        e.is_digital_only = true;
        e.documents[0].media_type = "image/png";
    });
    EXPECT_TRUE(has(picture, {upload("brev.pdf", "MZ\x90")}, dispatch::document_of_another_type));
    EXPECT_FALSE(has(picture, {upload("brev.pdf", "\x89PNG\r\n\x1a\n")}, dispatch::document_of_another_type));
    EXPECT_TRUE(has(with([](Envelope& e) { e.documents[0].media_type = "text/plain"; }), one, dispatch::not_printable));
    EXPECT_TRUE(
        has(good(), {upload("brev.pdf", "%PDF-1.4", dispatch::printed_bytes_max)}, dispatch::too_large_for_print));
    EXPECT_TRUE(has(with([](Envelope& e) { e.needs_high_level = true; }), one, dispatch::level_needs_encryption));
    EXPECT_TRUE(has(with([](Envelope& e) { e.can_be_replied_to = true; }), one, dispatch::reply_needs_organisation));
    EXPECT_TRUE(has(with([](Envelope& e) { e.documents[0].is_to_be_signed = true; }), one, dispatch::signing_faulty));
    EXPECT_TRUE(has(with([](Envelope& e) {
                        e.links = {{"javascript:alert(1)", "x", ""}};
                    }),
                    one, platform::not_one_of));
    EXPECT_TRUE(has(with([](Envelope& e) { e.title = std::string(1001, 'x'); }), one, platform::too_long));
    EXPECT_TRUE(has(with([](Envelope& e) { e.documents.resize(1001); }), one, platform::too_many_items));
}

TEST(PrintFitness, SaysWhatPaperCannotTakeByItsCode) {
    using pdf::Finding;
    const auto codes = [](const dispatch::Document& document, const pdf::Look& look, bool is_printed = true) {
        std::vector<std::string_view> found;
        for (const auto& fault : dispatch::print_faults(document, look, "#/documents/0", is_printed))
            found.push_back(fault.code);
        return found;
    };
    using Codes = std::vector<std::string_view>;
    const pdf::Look good{Finding::readable, false, {{210, 297}, {420, 297}}, {}, {}, false};
    EXPECT_EQ(codes(pdf_named("a.pdf"), good), Codes{});
    auto look = good;
    look.finding = Finding::damaged;
    EXPECT_EQ(codes(pdf_named("a.pdf"), look, false), Codes{dispatch::document_damaged.name});
    look.finding = Finding::too_heavy;
    EXPECT_EQ(codes(pdf_named("a.pdf"), look, false), Codes{dispatch::pdf_too_heavy.name});
    look = good;
    look.is_encrypted = true;
    EXPECT_EQ(codes(pdf_named("a.pdf"), look), Codes{dispatch::pdf_locked.name});
    EXPECT_EQ(codes(pdf_named("a.pdf"), look, false), Codes{});
    look = good;
    look.pages.push_back({594, 841});
    auto document = pdf_named("a.pdf");
    document.giro_pages = {0, 2, 4};
    EXPECT_EQ(codes(document, look), (Codes{dispatch::page_not_printable.name, dispatch::giro_page_missing.name,
                                            dispatch::giro_page_missing.name}));
    look.pages = {{5, 200}};
    EXPECT_EQ(codes(pdf_named("a.pdf"), look), Codes{dispatch::page_not_printable.name});
}

TEST(Vault, OpensWhatOlderKeysWrappedAndNothingOfOthers) {
    const auto random = make_seeded_random(1);
    const auto key = [](char filling) { return *crypto::Key::from_bytes(std::string(32, filling)); };
    std::map<std::uint8_t, crypto::Key> first, both;
    first.emplace(std::uint8_t{1}, key('a'));
    both.emplace(std::uint8_t{1}, key('a'));
    both.emplace(std::uint8_t{2}, key('b'));
    const dispatch::Vault older{std::move(first), key('l'), *random}, newer{std::move(both), key('l'), *random};
    const auto id = dispatch::DispatchId::make(noon, *random);
    const auto secret = crypto::Key::make(*random);
    const auto wrapped = older.wrap(secret, id);
    EXPECT_EQ(newer.unwrap(wrapped, id)->bytes(), secret.bytes());
    EXPECT_FALSE(newer.is_newest(wrapped));
    const auto again = newer.wrap(secret, id);
    EXPECT_TRUE(newer.is_newest(again));
    EXPECT_EQ(older.unwrap(again, id).error().code, platform::seal_broken.name);
    EXPECT_FALSE(newer.unwrap(wrapped, dispatch::DispatchId::make(noon, *random)));
    EXPECT_EQ(older.digest("x", "text"), newer.digest("x", "text"));
    EXPECT_NE(older.digest("x", "text"), older.digest("y", "text"));
}
