#include "app/development_mailboxes.hpp"

#include "platform/testing/test_files.hpp"

#include <gtest/gtest.h>

namespace app {

TEST(MailboxKeys, AreMadeOnceAndOpenWhatTheyClosedBeforeARestart) {
    const auto folder = world::new_test_folder();
    const auto made = mailbox_keys(folder), kept = mailbox_keys(folder);
    ASSERT_TRUE(made);
    ASSERT_TRUE(kept);

    EXPECT_EQ(kept->provider.private_key_pem, made->provider.private_key_pem);
    EXPECT_EQ(kept->sender.authority_pem, made->sender.authority_pem);
    EXPECT_TRUE(crypto::BusinessKey::from_pem(kept->sender.private_key_pem, kept->sender.certificates_pem));
    auto sealing = crypto::CmsEncryption::to(made->mailbox.certificate_pem);
    ASSERT_TRUE(sealing);
    auto sealed = sealing->add("Til deg");
    sealed += sealing->finish();
    EXPECT_EQ(*crypto::cms_decrypt(sealed, kept->mailbox), "Til deg");
    world::remove_test_folder(folder);
}

} // namespace app
