import { sql } from "kysely";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const pathOf = (id: string) => `/enquiries/${id}`;

/** How the log and notices name enquiries. */
export const findEnquiries: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.enquiry")
		.select(["id", "subject"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, subject }) => ({ kind: "enquiry", id, title: subject, path: pathOf(id) }));
};

const searchEnquiries: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; subject: string }>`
		select id, subject from meeting.enquiry where state <> 'withdrawn' and ${sql.join(conditions, sql` and `)}
		order by sent_at desc, id limit ${most}`.execute(work.db);
	return rows.map(({ id, subject }) => ({ kind: "enquiry", id, title: subject, path: pathOf(id) }));
};

/** What people may point at: enquiries that have not been taken back. */
export const enquirySearches: Readonly<Record<string, SearchObjects>> = { enquiry: searchEnquiries };
