import type { FindObjects } from "../../../registry/objects.server.ts";

/** How the log and notices name enquiries. */
export const findEnquiries: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.enquiry")
		.select(["id", "subject"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, subject }) => ({ kind: "enquiry", id, title: subject, path: `/enquiries/${id}` }));
};
