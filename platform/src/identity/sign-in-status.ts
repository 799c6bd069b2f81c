import type { SignInRefusal } from "./sign-in.server.ts";

/** The HTTP status of each page that says a sign-in led nowhere. */
export const signInStatus: Readonly<Record<SignInRefusal, number>> = {
	cancelled: 200,
	stale: 400,
	declined: 400,
	"level-too-low": 403,
	"switched-off": 403,
	deactivated: 403,
	taken: 409,
	unreachable: 503,
};
