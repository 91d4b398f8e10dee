#pragma once
#include "platform/id.hpp"

namespace dispatch {

using DispatchId = Id<struct DispatchTag>;
using AccountId = Id<struct AccountTag>;
using ReceiverId = Id<struct ReceiverTag>;
using IntegrationId = Id<struct IntegrationTag>;
using UploadId = Id<struct UploadTag>;
using PrintRunId = Id<struct PrintRunTag>;
using DelegationId = Id<struct DelegationTag>;
using ChoiceId = Id<struct ChoiceTag>;
using GuardianshipId = Id<struct GuardianshipTag>;
using MailingId = Id<struct MailingTag>;

} // namespace dispatch
