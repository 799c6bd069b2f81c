import type { Room } from "../../room.server.ts";
import { findArenasOf } from "./arenas.server.ts";
import { meetingAuditKinds, meetingAuditWords } from "./audit-words.ts";
import { meetingCalendar } from "./calendar.server.ts";
import { hearingAuditKinds, hearingAuditWords } from "./hearing/audit-words.ts";
import { hearingAnswered, hearingInvited, hearingReminder, hearingWithdrawn } from "./hearing/notices.ts";
import { hearingObjects } from "./hearing/objects.server.ts";
import { hearingOwnData } from "./hearing/own-data.server.ts";
import { remindHearingsCron, remindHearingsTask } from "./hearing/remind.server.ts";
import { bindInvitees, inputPurpose } from "./hearing/service.server.ts";
import { hearingText } from "./hearing/text.ts";
import { findWaitingHearings } from "./hearing/waiting.server.ts";
import { seatHolder } from "./holder.server.ts";
import { meetingCalled, meetingCancelled, minutesReady } from "./notices.ts";
import { meetingObjects } from "./objects.server.ts";
import { meetingOwnData } from "./own-data.server.ts";
import { answerPurpose } from "./service.server.ts";
import { findWaitingMeetings } from "./waiting.server.ts";
import { waitingText } from "./waiting.text.ts";

/** What the room meeting gives the house. */
export const meeting: Room = {
	tasks: [remindHearingsTask],
	cron: [remindHearingsCron],
	notices: [
		...[meetingCalled, meetingCancelled, minutesReady],
		...[hearingInvited, hearingReminder, hearingAnswered, hearingWithdrawn],
	],
	calendars: [meetingCalendar],
	auditWords: { ...meetingAuditWords, ...hearingAuditWords },
	auditKinds: { ...meetingAuditKinds, ...hearingAuditKinds },
	ownData: [...meetingOwnData, ...hearingOwnData],
	objects: { ...meetingObjects, ...hearingObjects },
	waiting: { meeting: findWaitingMeetings, "meeting.hearing": findWaitingHearings },
	holders: [seatHolder],
	arenas: findArenasOf,
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
	},
};
