import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";

/** Whoever has proved an address is the student who is known by it; claims, wishes and places follow. */
export async function bindStudents(work: Work, personId: string, email: string): Promise<void> {
	const { rows } = await sql<{ organisationId: string; id: string }>`
		update placement.student set person_id = ${personId}
		where person_id is null and named and lower(email) = lower(${email}) and (left_on is null or left_on >= ${work.today})
		returning organisation_id "organisationId", id`.execute(work.db);
	for (const { organisationId, id } of rows)
		await record(work, {
			...{ verb: "student.bind", objectKind: "student", objectId: id, organisationId, aboutPersonId: personId },
			detail: { by: "verified e-mail address" },
		});
}
