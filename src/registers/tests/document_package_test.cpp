// The package and the messages around it, held against their standards with other tools than those that wrote them.
#include "registers/domain/document_package.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/testing/test_files.hpp"
#include "platform/xml/tree.hpp"
#include "platform/zip/zip_reader.hpp"
#include "registers/domain/mailbox_message.hpp"
#include "registers/domain/package_signature.hpp"
#include "registers/errors.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace {

using namespace std::chrono_literals;

constexpr Instant packed_at{1'772'614'800s};
const crypto::BusinessKeyFiles& packers_files() {
    static const auto files = crypto::make_business_key("Samband & \"venner\"", "971032146", 20);
    return files;
}
const crypto::BusinessKey& packers_key() {
    static const auto key =
        *crypto::BusinessKey::from_pem(packers_files().private_key_pem, packers_files().certificates_pem);
    return key;
}
registers::MailboxLetter packed_letter() {
    return {"0198c0de-0000-7000-8000-000000000001",
            "971032146",
            "Eksempel <kommune>",
            {"kari#1", "310000008", {}},
            "nn",
            true,
            {{"Vedtak & \"svar\" <1>", "application/pdf", "%PDF-1"}, {"Vedlegg\x01", "application/pdf", "%PDF-2"}}};
}
std::string written(const std::string& path, std::string_view content) {
    std::ofstream{path, std::ios::binary} << content;
    return path;
}
std::string read_whole(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}
/// An element with everything in it, as it stands.
std::string element_in(std::string_view xml, std::string_view name) {
    const auto begin = xml.find(fmt::format("<{} ", name)), end = xml.find(fmt::format("</{}>", name));
    return std::string{xml.substr(begin, end + name.size() + 3 - begin)};
}

} // namespace

TEST(DocumentPackage, HoldsTheDocumentsUnderPlainNamesWithAManifest) {
    const auto files = *zip::read(registers::document_package(packed_letter(), packers_key(), packed_at), 1 << 20);
    ASSERT_EQ(files.size(), 4U);
    EXPECT_EQ(files[0].name, "dokument-1.pdf");
    EXPECT_EQ(files[1].content, "%PDF-2");
    EXPECT_EQ(files[3].name, "META-INF/signatures.xml");
    const auto manifest = xml::parse(files[2].content, "manifest.xml");
    ASSERT_TRUE(manifest);
    EXPECT_EQ(manifest->find("hoveddokument")->text_of("tittel"), "Vedtak & \"svar\" <1>");
    EXPECT_EQ(manifest->find("vedlegg")->text_of("tittel"), "Vedlegg");
    EXPECT_EQ(manifest->find("avsender")->text_of("organisasjon"), "0192:971032146");
}

TEST(DocumentPackage, IsSignedOverItsCanonicalFormAsOthersFindIt) {
    const auto folder = world::new_test_folder();
    const auto files = *zip::read(registers::document_package(packed_letter(), packers_key(), packed_at), 1 << 20);
    const auto& xml = files[3].content;
    // Standing alone, each of the two has the namespaces that it has in its place, and so the same canonical form.
    for (const auto* name : {"SignedInfo", "SignedProperties"}) {
        const auto element = element_in(xml, name);
        const auto file = written(fmt::format("{}/{}.xml", folder, name), element);
        ASSERT_EQ(std::system(fmt::format("xmllint --c14n {0} > {0}.c14n", file).c_str()), 0);
        EXPECT_EQ(read_whole(file + ".c14n"), element) << name;
    }
    const auto hash = [](std::string_view bytes) { return crypto::to_base64(crypto::view(crypto::sha256(bytes))); };
    const auto information = element_in(xml, "SignedInfo");
    EXPECT_NE(information.find(hash(element_in(xml, "SignedProperties"))), std::string::npos);
    for (const auto* content : {"%PDF-1", "%PDF-2"})
        EXPECT_NE(information.find(hash(content)), std::string::npos);
    const auto tree = *xml::parse(xml, "signatures.xml");
    const auto signature = *crypto::from_base64(tree.find("Signature")->text_of("SignatureValue"));
    written(folder + "/signature", signature);
    written(folder + "/certificate.pem", packers_files().certificates_pem);
    const auto check = fmt::format("cd {} && openssl x509 -in certificate.pem -pubkey -noout > key.pem && openssl dgst "
                                   "-sha256 -verify key.pem -signature signature SignedInfo.xml > /dev/null",
                                   folder);
    EXPECT_EQ(std::system(check.c_str()), 0);
    world::remove_test_folder(folder);
}

TEST(MailboxMessage, NamesWhoSendsWhoSignsAndNothingOfTheContent) {
    const auto message = registers::letter_message(packed_letter(), packers_key(), "forseglet", "token", packed_at);
    const auto text = json::to_string(message);
    EXPECT_EQ(text.find("Vedtak"), std::string::npos);
    const auto* digital = registers::member_at(message, {"standardBusinessDocument", "digital"});
    ASSERT_NE(digital, nullptr);
    EXPECT_EQ(digital->integer_of("sikkerhetsnivaa"), 4);
    EXPECT_EQ(digital->text_of("ikkesensitivtittel"), "Brev fra Eksempel <kommune>");
    EXPECT_EQ(digital->text_of("spraak"), "nn");
    EXPECT_EQ(digital->find("mottaker")->text_of("postkasseadresse"), "kari#1");
    EXPECT_EQ(digital->find("dokumentpakkefingeravtrykk")->text_of("digestValue"),
              crypto::to_base64(crypto::view(crypto::sha256("forseglet"))));
    auto letter = packed_letter();
    letter.sender_name = std::string(300, 'a') + "å";
    const auto longest = registers::letter_message(letter, packers_key(), "", "", packed_at);
    EXPECT_LE(
        registers::member_at(longest, {"standardBusinessDocument", "digital"})->text_of("ikkesensitivtittel").size(),
        255U);
}

TEST(MailboxMessage, ReceiptThatIsNoneIsRefused) {
    const std::string id = "0198c0de-0000-7000-8000-000000000002", letter = packed_letter().id;
    const auto read = [&](registers::ReceiptWords words) {
        return registers::receipt_in({registers::receipt_message(words, packed_at), "310000008"});
    };
    const auto receipt = read({id, letter, "310000008", "971032146", "971032146", "leveringskvittering"});
    ASSERT_TRUE(receipt) << describe(receipt.error());
    EXPECT_EQ(receipt->letter, letter);
    EXPECT_EQ(receipt->kind, registers::MailboxReceiptKind::delivered);
    for (const auto& odd : {registers::ReceiptWords{"nei", letter, "1", "2", "3", "leveringskvittering"},
                            registers::ReceiptWords{id, "", "1", "2", "3", "leveringskvittering"},
                            registers::ReceiptWords{id, letter, "1", "2", "3", "flyttet"}}) {
        const auto refused = read(odd);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, registers::receipt_faulty.name);
    }
    EXPECT_FALSE(registers::receipt_in({json::Value{}, "1"}));
}
