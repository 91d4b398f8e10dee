#pragma once
#include "platform/error.hpp"

namespace dispatch {

// Who asks
inline constexpr ErrorCode credentials_wrong{"dispatch.credentials_wrong", ErrorKind::unauthenticated};
inline constexpr ErrorCode integration_wrong{"dispatch.integration_wrong", ErrorKind::unauthenticated};
inline constexpr ErrorCode rate_exceeded{"dispatch.rate_exceeded", ErrorKind::too_many};
inline constexpr ErrorCode too_many_attempts{"dispatch.too_many_attempts", ErrorKind::too_many};
inline constexpr ErrorCode credential_taken{"dispatch.credential_taken", ErrorKind::conflict};
inline constexpr ErrorCode secret_too_short{"dispatch.secret_too_short", ErrorKind::invalid_input};

// What an organisation sends and fetches with
inline constexpr ErrorCode system_not_found{"dispatch.system_not_found", ErrorKind::not_found};
inline constexpr ErrorCode system_closed{"dispatch.system_closed", ErrorKind::conflict};
inline constexpr ErrorCode withdrawn_certificate{"dispatch.withdrawn_certificate", ErrorKind::conflict};
inline constexpr ErrorCode outdated_certificate{"dispatch.outdated_certificate", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_systems{"dispatch.too_many_systems", ErrorKind::conflict};
inline constexpr ErrorCode alert_mail_faulty{"dispatch.alert_mail_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode user_name_faulty{"dispatch.user_name_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode private_key_given{"dispatch.private_key_given", ErrorKind::invalid_input};
inline constexpr ErrorCode department_not_found{"dispatch.department_not_found", ErrorKind::not_found};
inline constexpr ErrorCode department_key_faulty{"dispatch.department_key_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_departments{"dispatch.too_many_departments", ErrorKind::conflict};
inline constexpr ErrorCode choice_not_found{"dispatch.choice_not_found", ErrorKind::not_found};
inline constexpr ErrorCode too_many_choices{"dispatch.too_many_choices", ErrorKind::conflict};
inline constexpr ErrorCode address_taken{"dispatch.address_taken", ErrorKind::conflict};
inline constexpr ErrorCode organisation_unnumbered{"dispatch.organisation_unnumbered", ErrorKind::conflict};

// What is sent
inline constexpr ErrorCode metadata_missing{"dispatch.metadata_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode operation_unknown{"dispatch.operation_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode content_faulty{"dispatch.content_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode recipient_without_number{"dispatch.recipient_without_number", ErrorKind::invalid_input};
inline constexpr ErrorCode recipient_unknown{"dispatch.recipient_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode recipient_two_numbers{"dispatch.recipient_two_numbers", ErrorKind::invalid_input};
inline constexpr ErrorCode accounting_code_faulty{"dispatch.accounting_code_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode file_name_forbidden{"dispatch.file_name_forbidden", ErrorKind::invalid_input};
inline constexpr ErrorCode file_name_twice{"dispatch.file_name_twice", ErrorKind::invalid_input};
inline constexpr ErrorCode document_missing{"dispatch.document_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode document_unannounced{"dispatch.document_unannounced", ErrorKind::invalid_input};
inline constexpr ErrorCode document_empty{"dispatch.document_empty", ErrorKind::invalid_input};
inline constexpr ErrorCode document_of_another_type{"dispatch.document_of_another_type", ErrorKind::invalid_input};
inline constexpr ErrorCode document_not_pdf{"dispatch.document_not_pdf", ErrorKind::invalid_input};
inline constexpr ErrorCode not_printable{"dispatch.not_printable", ErrorKind::invalid_input};
inline constexpr ErrorCode too_large_for_print{"dispatch.too_large_for_print", ErrorKind::invalid_input};
inline constexpr ErrorCode level_needs_encryption{"dispatch.level_needs_encryption", ErrorKind::invalid_input};
inline constexpr ErrorCode encryption_not_taken{"dispatch.encryption_not_taken", ErrorKind::invalid_input};
inline constexpr ErrorCode encrypted_too_large{"dispatch.encrypted_too_large", ErrorKind::invalid_input};
inline constexpr ErrorCode decryption_failed{"dispatch.decryption_failed", ErrorKind::invalid_input};
inline constexpr ErrorCode reply_needs_organisation{"dispatch.reply_needs_organisation", ErrorKind::invalid_input};
inline constexpr ErrorCode health_network_missing{"dispatch.health_network_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode signing_faulty{"dispatch.signing_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode document_differs{"dispatch.document_differs", ErrorKind::invalid_input};
inline constexpr ErrorCode duplicate{"dispatch.duplicate", ErrorKind::invalid_input};
inline constexpr ErrorCode id_taken{"dispatch.id_taken", ErrorKind::invalid_input};

// What recipients answer
inline constexpr ErrorCode signing_settled{"dispatch.signing_settled", ErrorKind::conflict};
inline constexpr ErrorCode signing_ended{"dispatch.signing_ended", ErrorKind::conflict};
inline constexpr ErrorCode signing_kind_unavailable{"dispatch.signing_kind_unavailable", ErrorKind::conflict};
inline constexpr ErrorCode signing_unconfirmed{"dispatch.signing_unconfirmed", ErrorKind::invalid_input};
inline constexpr ErrorCode signing_not_asked{"dispatch.signing_not_asked", ErrorKind::not_found};
inline constexpr ErrorCode reply_not_taken{"dispatch.reply_not_taken", ErrorKind::not_found};
inline constexpr ErrorCode reply_faulty{"dispatch.reply_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode reply_empty{"dispatch.reply_empty", ErrorKind::invalid_input};
inline constexpr ErrorCode reply_file_refused{"dispatch.reply_file_refused", ErrorKind::invalid_input};
inline constexpr ErrorCode reply_too_large{"dispatch.reply_too_large", ErrorKind::invalid_input};

// Whom recipients let read their post
inline constexpr ErrorCode delegation_not_found{"dispatch.delegation_not_found", ErrorKind::not_found};
inline constexpr ErrorCode mailbox_unknown{"dispatch.mailbox_unknown", ErrorKind::conflict};
inline constexpr ErrorCode too_many_delegations{"dispatch.too_many_delegations", ErrorKind::conflict};
inline constexpr ErrorCode delegation_own_number{"dispatch.delegation_own_number", ErrorKind::invalid_input};
inline constexpr ErrorCode delegation_period_faulty{"dispatch.delegation_period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode delegation_period_too_long{"dispatch.delegation_period_too_long", ErrorKind::invalid_input};
inline constexpr ErrorCode delegation_senders_missing{"dispatch.delegation_senders_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode delegation_senders_contradict{"dispatch.delegation_senders_contradict",
                                                         ErrorKind::invalid_input};
inline constexpr ErrorCode delegation_sender_unknown{"dispatch.delegation_sender_unknown", ErrorKind::invalid_input};

// Guardians
inline constexpr ErrorCode guardianship_not_found{"dispatch.guardianship_not_found", ErrorKind::not_found};
inline constexpr ErrorCode guardianship_own_number{"dispatch.guardianship_own_number", ErrorKind::invalid_input};
inline constexpr ErrorCode guardianship_unregistered{"dispatch.guardianship_unregistered", ErrorKind::conflict};
inline constexpr ErrorCode guardianship_unconfirmed{"dispatch.guardianship_unconfirmed", ErrorKind::unavailable};

// The same content to several
inline constexpr ErrorCode addresses_not_found_yet{"dispatch.addresses_not_found_yet", ErrorKind::unavailable};
inline constexpr ErrorCode recipient_twice{"dispatch.recipient_twice", ErrorKind::invalid_input};
inline constexpr ErrorCode mailing_not_found{"dispatch.mailing_not_found", ErrorKind::not_found};

// Files that come in several requests
inline constexpr ErrorCode upload_not_found{"dispatch.upload_not_found", ErrorKind::not_found};
inline constexpr ErrorCode upload_unfinished{"dispatch.upload_unfinished", ErrorKind::conflict};
inline constexpr ErrorCode upload_offset_wrong{"dispatch.upload_offset_wrong", ErrorKind::conflict};
inline constexpr ErrorCode upload_length_faulty{"dispatch.upload_length_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode upload_too_large{"dispatch.upload_too_large", ErrorKind::too_large};
inline constexpr ErrorCode too_many_uploads{"dispatch.too_many_uploads", ErrorKind::too_many};
inline constexpr ErrorCode checksum_wrong{"dispatch.checksum_wrong", ErrorKind::invalid_input};
inline constexpr ErrorCode checksum_unknown{"dispatch.checksum_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode tus_version_unknown{"dispatch.tus_version_unknown", ErrorKind::conflict};

// What is sent from the command line
inline constexpr ErrorCode list_faulty{"dispatch.list_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode file_unreadable{"dispatch.file_unreadable", ErrorKind::not_found};
inline constexpr ErrorCode file_unwritable{"dispatch.file_unwritable", ErrorKind::unavailable};
inline constexpr ErrorCode sending_refused{"dispatch.sending_refused", ErrorKind::conflict};

// What became of it
inline constexpr ErrorCode dispatch_not_found{"dispatch.dispatch_not_found", ErrorKind::not_found};
inline constexpr ErrorCode key_unknown{"dispatch.key_unknown", ErrorKind::not_found};
inline constexpr ErrorCode nothing_to_recall{"dispatch.nothing_to_recall", ErrorKind::conflict};
inline constexpr ErrorCode webhook_address_faulty{"dispatch.webhook_address_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode webhook_missing{"dispatch.webhook_missing", ErrorKind::not_found};
inline constexpr ErrorCode webhook_refused{"dispatch.webhook_refused", ErrorKind::unavailable};
inline constexpr ErrorCode assurance_too_low{"dispatch.assurance_too_low", ErrorKind::forbidden};
inline constexpr ErrorCode letter_unopened{"dispatch.letter_unopened", ErrorKind::conflict};
inline constexpr ErrorCode still_under_way{"dispatch.still_under_way", ErrorKind::conflict};
inline constexpr ErrorCode content_gone{"dispatch.content_gone", ErrorKind::not_found};
inline constexpr ErrorCode receipt_unreadable{"dispatch.receipt_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode document_damaged{"dispatch.document_damaged", ErrorKind::invalid_input};
inline constexpr ErrorCode document_infected{"dispatch.document_infected", ErrorKind::invalid_input};
inline constexpr ErrorCode pdf_too_heavy{"dispatch.pdf_too_heavy", ErrorKind::invalid_input};
inline constexpr ErrorCode page_not_printable{"dispatch.page_not_printable", ErrorKind::invalid_input};
inline constexpr ErrorCode giro_page_missing{"dispatch.giro_page_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode pdf_locked{"dispatch.pdf_locked", ErrorKind::invalid_input};

// Letters on paper
inline constexpr ErrorCode print_run_not_found{"dispatch.print_run_not_found", ErrorKind::not_found};
inline constexpr ErrorCode print_run_settled{"dispatch.print_run_settled", ErrorKind::conflict};
inline constexpr ErrorCode acknowledgement_faulty{"dispatch.acknowledgement_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode print_folder_unavailable{"dispatch.print_folder_unavailable", ErrorKind::unavailable};

} // namespace dispatch
