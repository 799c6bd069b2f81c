import type { Room } from "../../room.server.ts";
import { findArenasOf } from "./arenas.server.ts";
import { meetingAuditKinds, meetingAuditWords } from "./audit-words.ts";
import { meetingCalendar } from "./calendar.server.ts";
import { countMeetings } from "./delivered.server.ts";
import { enquiryAuditKinds, enquiryAuditWords } from "./enquiry/audit-words.ts";
import { enquiryHolder } from "./enquiry/holder.server.ts";
import { enquiryMoved, enquirySent } from "./enquiry/notices.ts";
import { enquirySearches, findEnquiries } from "./enquiry/objects.server.ts";
import { enquiryOwnData } from "./enquiry/own-data.server.ts";
import { remindEnquiriesCron, remindEnquiriesTask } from "./enquiry/remind.server.ts";
import { enquiryPurpose } from "./enquiry/service.server.ts";
import { findWaitingEnquiries } from "./enquiry/waiting.server.ts";
import { hearingAuditKinds, hearingAuditWords } from "./hearing/audit-words.ts";
import { invitedElsewhere, inviteeHolder } from "./hearing/holder.server.ts";
import { hearingAnswered, hearingInvited, hearingReminder, hearingWithdrawn } from "./hearing/notices.ts";
import { hearingObjects, hearingSearches, hearingsConcerning } from "./hearing/objects.server.ts";
import { hearingOwnData } from "./hearing/own-data.server.ts";
import { remindHearingsCron, remindHearingsTask } from "./hearing/remind.server.ts";
import { bindInvitees, inputPurpose } from "./hearing/service.server.ts";
import { hearingText } from "./hearing/text.ts";
import { findWaitingHearings } from "./hearing/waiting.server.ts";
import { seatHolder } from "./holder.server.ts";
import { meetingCalled, meetingCancelled, minutesReady } from "./notices.ts";
import { decisionsConcerning, meetingObjects } from "./objects.server.ts";
import { meetingOwnData } from "./own-data.server.ts";
import { answerPurpose } from "./service.server.ts";
import { findMeetingShortcuts } from "./shortcuts.server.ts";
import { findWaitingMeetings } from "./waiting.server.ts";
import { waitingText } from "./waiting.text.ts";

/** What the room meeting gives the house. */
export const meeting: Room = {
	tasks: [remindHearingsTask, remindEnquiriesTask],
	cron: [remindHearingsCron, remindEnquiriesCron],
	notices: [
		...[meetingCalled, meetingCancelled, minutesReady, enquirySent, enquiryMoved],
		...[hearingInvited, hearingReminder, hearingAnswered, hearingWithdrawn],
	],
	calendars: [meetingCalendar],
	auditWords: { ...meetingAuditWords, ...hearingAuditWords, ...enquiryAuditWords },
	auditKinds: { ...meetingAuditKinds, ...hearingAuditKinds, ...enquiryAuditKinds },
	ownData: [...meetingOwnData, ...hearingOwnData, ...enquiryOwnData],
	objects: { ...meetingObjects, ...hearingObjects, enquiry: findEnquiries },
	searches: { ...hearingSearches, ...enquirySearches },
	concerning: { "meeting.decisions": decisionsConcerning, "meeting.hearings": hearingsConcerning },
	waiting: {
		meeting: findWaitingMeetings,
		"meeting.hearing": findWaitingHearings,
		"meeting.enquiries": findWaitingEnquiries,
	},
	holders: [seatHolder, enquiryHolder, inviteeHolder],
	leftBehind: [invitedElsewhere],
	shortcuts: { meeting: findMeetingShortcuts },
	arenas: findArenasOf,
	deliveries: { meetings: countMeetings },
	tokenAreas: {
		meeting: {
			nb: "møter: arenaer, møter, beslutninger og henvendelser",
			nn: "møte: arenaer, møte, avgjerder og førespurnader",
			en: "meetings: arenas, meetings, decisions and enquiries",
		},
	},
	bindings: { meeting: bindInvitees },
	links: {
		[answerPurpose]: {
			path: (token) => `/link/${token}/meeting`,
			action: (language) => waitingText[language].linkAction,
		},
		[inputPurpose]: {
			path: (token) => `/link/${token}/hearing`,
			action: (language) => hearingText[language].linkAction,
		},
		[enquiryPurpose]: {
			path: (token) => `/link/${token}/enquiry`,
			action: (language) => waitingText[language].enquiryAction,
		},
	},
};
