import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The inbox, what a person wants mailed, the calendar feed, and the mail that needs attention. */
export const noticeRoutes: RouteConfigEntry[] = [
	route("inbox", "notice/pages/inbox.tsx"),
	route("profile/notices", "notice/pages/preferences.tsx"),
	route("calendar/:file", "notice/pages/calendar.ts"),
	route("administration/mail", "notice/pages/mail.tsx"),
];
