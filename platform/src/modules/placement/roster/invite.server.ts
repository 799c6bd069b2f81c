import type { Work } from "../../../database/work.server.ts";
import { issueLink, type Link, listOpenLinks, revokeLinksTo } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate } from "../rules.ts";
import { wishLinkDays } from "./codes.ts";
import type { RosterRefusal, StudentQuery, StudentRow } from "./contract.ts";
import { openStudent, wishPurpose } from "./open.server.ts";
import { listStudents } from "./store.server.ts";

/** The link a student has got and can use, where there is one; undefined where the asker may not send any. */
export async function readWishInvitation(
	work: Work,
	studentId: string,
): Promise<{ student: StudentRow; open: Pick<Link, "createdAt" | "expiresAt" | "askerName"> | null } | undefined> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return undefined;
	const links = await listOpenLinks(work, { kind: "student", id: studentId });
	return { student: found.done, open: links.find((link) => link.purpose === wishPurpose) ?? null };
}

/**
 * Makes a link by which a student states wishes without an account; one made before no longer works. The path holds
 * the secret and is given here only.
 * @param reason what the student reads about why, in the language they are written to in
 */
export async function inviteStudent(
	work: Work,
	studentId: string,
	{ reason }: { readonly reason: (language: Language) => string },
): Promise<Outcome<{ path: string; student: StudentRow; expiresAt: Date }, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	const student = found.done;
	if (!student.named) return refused("not-named");
	await revokeLinksTo(work, { kind: "student", id: student.id }, wishPurpose);
	const { path, expiresAt } = await issueLink(work, {
		...{ purpose: wishPurpose, objectKind: "student", objectId: student.id, days: wishLinkDays },
		...{ reason: reason(student.writtenIn), language: student.writtenIn },
		...{ recipientName: student.name, recipientEmail: student.email },
	});
	return done({ path, student, expiresAt });
}

/**
 * Links to all students of a list who have a need without wishes; those who have one get a new one.
 * @param given.whom only those with an address, or everybody known by name
 */
export async function inviteStudents(
	work: Work,
	query: StudentQuery,
	given: { readonly reason: (language: Language) => string; readonly whom: "addressed" | "everybody" },
): Promise<Outcome<readonly { path: string; student: StudentRow; expiresAt: Date }[], RosterRefusal>> {
	const mandate = await mandateOf(work);
	const ids = [query.institutionId, query.periodId].filter((id) => id !== undefined);
	if (mandate.organisationId === null || !mayCoordinate(mandate) || !ids.every(isId)) return refused("not-allowed");
	const { rows } = await listStudents(work, mandate.organisationId, { ...query, warning: "without-wishes" });
	const made: { path: string; student: StudentRow; expiresAt: Date }[] = [];
	for (const student of rows) {
		if (!student.named || (given.whom === "addressed" && student.email === null)) continue;
		const invited = await inviteStudent(work, student.id, given);
		if (invited.refused) return invited;
		made.push(invited.done);
	}
	return done(made);
}
