#include "governance/stored_file.hpp"
#include "hearings/actions/attach.hpp"
#include "hearings/domain/job_kinds.hpp"
#include "hearings/jobs/scan_attachment.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class Attachments : public HearingWorld {
protected:
    void SetUp() override {
        HearingWorld::SetUp();
        hearing = plan();
        bergen = speaker("4601");
        good(answer(hearing, an_answer("4601", Stance::support), bergen));
    }
    governance::StoredFile a_file(const std::string& content = "%PDF-1.7\nvedlegg") {
        return {"uttalelse.pdf", "application/pdf", content.size(), *world.blobs->put(content)};
    }
    static NewAttachment beside(std::vector<std::string> organisations) {
        NewAttachment sent{Line<200>{std::string{"Uttalelse"}}, {}};
        for (auto& one : organisations)
            sent.organisations.push_back(Line<40>{std::move(one)});
        return sent;
    }
    Result<AttachmentId> attach(const NewAttachment& sent, const Principal& who,
                                governance::Scanning scanning = governance::Scanning::off) {
        return attach(sent, who, a_file(), scanning);
    }
    Result<AttachmentId> attach(const NewAttachment& sent, const Principal& who, const governance::StoredFile& file,
                                governance::Scanning scanning = governance::Scanning::off) {
        return try_write([&](db::Transaction& transaction) {
            return attach_file({transaction, world.services, who, now()}, hearing, sent, file, scanning);
        });
    }
    Result<void> take_away(AttachmentId id, std::string_view organisation, const Principal& who) {
        const auto from = id_of(organisation);
        return try_write([&](db::Transaction& transaction) {
            return detach_file({transaction, world.services, who, now()}, hearing, from, id);
        });
    }
    void judge(AttachmentId id, const std::optional<governance::Verdict>& verdict) {
        write([&](db::Transaction& transaction) {
            return judge_attachment({transaction, world.services, world.system, now()}, id, verdict);
        });
    }
    std::optional<Attachment> kept(AttachmentId id) {
        return read([&](db::Reader& reader) { return find_attachment(reader, id); });
    }
    static std::string address(AttachmentId id) { return "/hearings/2026-1/attachments/" + id.to_string(); }

    Hearing hearing;
    Principal bergen;
};
EACH_DATABASE(Attachments);

TEST_P(Attachments, StandBesideTheAnswerForEverybodyToRead) {
    const auto id = good(attach(beside({"4601"}), bergen));

    EXPECT_EQ(kept(id)->organisations, std::vector{id_of("4601")});
    EXPECT_EQ(events_of(hearing).front().type, "hearings.attachment_added");
    const auto file = good(get(address(id)));
    EXPECT_EQ(file.content_type, "application/pdf");
    EXPECT_EQ(file.header("content-security-policy"), "sandbox; default-src 'none'; img-src 'self'; style-src 'none'");
    EXPECT_NE(good(get("/hearings/2026-1/answers/4601")).body.find(address(id)), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1.json")).body.find("\"uttalelse.pdf\""), std::string::npos);
}

TEST_P(Attachments, OfANetworkStandBesideTheAnswerOfEachMemberItNames) {
    const auto coordinator = speaker("nettverk-vestland");
    auto sent = an_answer("4602", Stance::support);
    sent.organisations.push_back(Line<40>{std::string{"4611"}});
    good(answer(hearing, sent, coordinator));
    const auto id = good(attach(beside({"4602", "4611"}), coordinator));

    EXPECT_EQ(kept(id)->organisations.size(), 2U);
    good(take_away(id, "4602", speaker("4602")));
    EXPECT_EQ(kept(id)->organisations, std::vector{id_of("4611")});
    EXPECT_EQ(code_of(attach(beside({"4602"}), coordinator)), speaks_for_itself.name);
    EXPECT_EQ(code_of(take_away(id, "4602", speaker("4602"))), attachment_not_found.name);
}

TEST_P(Attachments, AreWithheldWithTheAnswerTheyStandBeside) {
    const auto id = good(attach(beside({"4601"}), bergen));
    auto withheld = an_answer("4601", Stance::support);
    withheld.legal_basis = Line<200>{std::string{"offl. § 23"}};
    good(answer(hearing, withheld, bergen));

    EXPECT_EQ(code_of(get(address(id))), attachment_withheld.name);
    EXPECT_EQ(code_of(get(address(id), speaker("4602"))), attachment_withheld.name);
    EXPECT_EQ(good(get(address(id), bergen)).status, 200);
    EXPECT_EQ(good(get(address(id), world.system)).status, 200);
    for (const auto* target : {"/hearings/2026-1.json", "/hearings/2026-1/answers/4601"})
        EXPECT_EQ(good(get(target)).body.find("uttalelse.pdf"), std::string::npos) << target;
}

TEST_P(Attachments, GoWithAnAnswerThatIsWithdrawn) {
    const auto id = good(attach(beside({"4601"}), bergen));
    good(withdraw(hearing, "4601", bergen));
    EXPECT_FALSE(kept(id).has_value());
    EXPECT_EQ(code_of(get(address(id))), attachment_not_found.name);
}

TEST_P(Attachments, WaitForTheScannerAndAreReadWhenItFindsNothing) {
    const auto id = good(attach(beside({"4601"}), bergen, governance::Scanning::on));
    EXPECT_EQ(code_of(get(address(id))), attachment_not_ready.name);
    EXPECT_EQ(good(attachment_in(attachment_payload(id))), id);

    judge(id, {});
    EXPECT_EQ(kept(id)->state, governance::DocumentState::held);
    judge(id, governance::Verdict{.is_clean = true, .finding = {}});
    judge(id, governance::Verdict{.is_clean = false, .finding = "Eicar"});
    EXPECT_EQ(kept(id)->state, governance::DocumentState::available) << "it was judged already";
    EXPECT_EQ(good(get(address(id))).status, 200);
}

TEST_P(Attachments, AreHeldWhileTheScannerIsAwayAndNeverGivenWhenItFindsSomething) {
    const auto id = good(attach(beside({"4601"}), bergen, governance::Scanning::on));
    EXPECT_EQ(code_of(scan_attachment(world.services, "/no/such/socket", id)), platform::scanner_unavailable.name);
    EXPECT_EQ(kept(id)->state, governance::DocumentState::held);
    judge(id, governance::Verdict{.is_clean = false, .finding = "Eicar"});
    EXPECT_EQ(kept(id)->state_reason, "Eicar");
    EXPECT_EQ(code_of(get(address(id))), attachment_not_ready.name);
}

TEST_P(Attachments, NeedAnAnswerToStandBesideAndSomebodyWhoSpeaksForIt) {
    EXPECT_EQ(code_of(attach(beside({"4602"}), speaker("4602"))), answer_missing.name);
    EXPECT_EQ(code_of(attach(beside({"4601"}), speaker("4602"))), platform::right_missing.name);
    EXPECT_EQ(code_of(attach(beside({}), bergen)), platform::field_missing.name);
    EXPECT_EQ(code_of(attach(beside({"9999"}), bergen)), organisation_unknown.name);
    EXPECT_EQ(code_of(attach(beside({"4601"}), bergen, {"tom.pdf", "application/pdf", 0, {}})),
              "governance.document_empty");
    pass_days(days_min + 1);
    EXPECT_EQ(code_of(attach(beside({"4601"}), bergen)), hearing_not_open.name);
}

TEST_P(Attachments, AreAtMostTenBesideAnAnswer) {
    for (std::size_t i = 0; i < attachments_max; ++i)
        good(attach(beside({"4601"}), bergen));
    EXPECT_EQ(code_of(attach(beside({"4601"}), bergen)), attachments_too_many.name);
}

TEST_P(Attachments, ComeFromTheFormAndAreTakenAwayWithAButton) {
    EXPECT_NE(good(get("/hearings/2026-1/attachments/new", bergen)).body.find("type=\"file\""), std::string::npos);
    auto asked = request(http::Method::post, "/hearings/2026-1/attachments");
    asked.form = *http::Form::parse("organisations=4601&title=Uttalelse");
    http::UploadedFile upload;
    upload.field = "file";
    upload.name = "uttalelse.txt";
    upload.first_bytes = "Vi mener ja.";
    upload.size = upload.first_bytes.size();
    upload.digest = *world.blobs->put(upload.first_bytes);
    asked.files = {upload};
    const auto sent = good(dispatch(asked, bergen));
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(sent.header("location"), "/hearings/2026-1/answers/4601#attachments");

    const auto all = read([&](db::Reader& reader) { return attachments_of(reader, hearing.id); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().file.media_type, "text/plain; charset=utf-8");
    const auto removal = "/hearings/2026-1/answers/4601/attachments/" + all.front().id.to_string() + "/removal";
    EXPECT_NE(good(get("/hearings/2026-1/answers/4601", bergen)).body.find(removal), std::string::npos);
    EXPECT_EQ(good(post(removal, "", bergen)).status, 303);
    EXPECT_FALSE(kept(all.front().id).has_value());
    EXPECT_EQ(code_of(post(removal, "", bergen)), attachment_not_found.name);
}

TEST_P(Attachments, SayAllThatIsWrongWithTheFormAndTheFileAtOnce) {
    auto asked = request(http::Method::post, "/hearings/2026-1/attachments.json");
    asked.form = *http::Form::parse("organisations=4601");
    const auto refused = dispatch(asked, bergen);
    ASSERT_FALSE(refused.has_value());
    ASSERT_EQ(refused.error().faults.size(), 2U);
    EXPECT_EQ(refused.error().faults[1].code, "governance.file_missing");
}
