import type { Room } from "../../room.server.ts";
import { agreementAuditKinds, agreementAuditWords } from "./audit-words.ts";
import { agreementInvited } from "./coverage/notices.ts";
import { countExchanges, exchangeMeasures } from "./exchange/service.server.ts";
import { followAuditKinds, followAuditWords } from "./follow/audit-words.ts";
import { resultPurpose } from "./follow/results.server.ts";
import { resultsText } from "./follow/results.text.ts";
import { findSlipping } from "./follow/waiting.server.ts";
import { agreementHolder } from "./holder.server.ts";
import { agreementMoved, agreementToRenew } from "./notices.ts";
import { agreementObjects, agreementSearches, commitmentsConcerning } from "./objects.server.ts";
import { agreementOwnData } from "./own-data.server.ts";
import { dealText } from "./pages/deal.text.ts";
import { publishPurpose, settleProposalsCron, settleProposalsTask } from "./publish/ask.server.ts";
import { findProposalsToAnswer } from "./publish/proposal.server.ts";
import { proposalText } from "./publish/proposal.text.ts";
import { remindRenewalCron, remindRenewalTask } from "./remind.server.ts";
import { answerPurpose, signPurpose } from "./service.server.ts";
import { findAgreementShortcuts } from "./shortcuts.server.ts";
import { findWaitingAgreements } from "./waiting.server.ts";
import { writeOutAgreement } from "./written.server.ts";
import { askResultsCron, askResultsTask } from "./yearly/ask.server.ts";
import { agreementResultAsked } from "./yearly/notices.ts";
import { findResultsToGive } from "./yearly/service.server.ts";

/** What the room agreement gives the house. */
export const agreement: Room = {
	tasks: [remindRenewalTask, askResultsTask, settleProposalsTask],
	cron: [remindRenewalCron, askResultsCron, settleProposalsCron],
	notices: [agreementInvited, agreementMoved, agreementToRenew, agreementResultAsked],
	auditWords: { ...followAuditWords, ...agreementAuditWords },
	auditKinds: { ...followAuditKinds, ...agreementAuditKinds },
	ownData: agreementOwnData,
	objects: agreementObjects,
	searches: agreementSearches,
	concerning: { "agreement.commitments": commitmentsConcerning },
	written: { agreement: writeOutAgreement },
	holders: [agreementHolder],
	shortcuts: { agreement: findAgreementShortcuts },
	waiting: {
		agreement: findWaitingAgreements,
		"agreement.following": findSlipping,
		"agreement.results": findResultsToGive,
		"agreement.publishing": findProposalsToAnswer,
	},
	deliveries: Object.fromEntries(exchangeMeasures.map((measure) => [measure, countExchanges])),
	links: {
		[resultPurpose]: {
			path: (token) => `/link/${token}/result`,
			action: (language) => resultsText[language].openLink,
		},
		[publishPurpose]: {
			path: (token) => `/link/${token}/show-agreement`,
			action: (language) => proposalText[language].openLink,
		},
		[answerPurpose]: {
			path: (token) => `/link/${token}/agreement`,
			action: (language) => dealText[language].openAnswer,
		},
		[signPurpose]: {
			path: (token) => `/link/${token}/sign-agreement`,
			action: (language) => dealText[language].openSign,
		},
	},
	tokenAreas: { agreement: { nb: "avtaler", nn: "avtalar", en: "agreements" } },
};
