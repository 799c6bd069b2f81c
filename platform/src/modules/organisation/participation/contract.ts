import { z } from "zod";
import { day, id } from "../contract.ts";

/** What one organisation takes part in, without persons. Rooms write it as part of their own verbs. */
export const newParticipation = z.object({
	organisationId: id,
	/** As the registry of objects names it: `agreement`, `network`, `placement-round` … */
	objectKind: z.string().min(1).max(60),
	objectId: id,
	/** How to name the object to somebody who cannot open it. */
	title: z.string().trim().min(1).max(300),
	/** The organisation's part in it: `party`, `member`, `host`, `applicant` … */
	role: z.string().min(1).max(60),
	fromDate: day,
	toDate: day.nullable(),
	/** Whether organisations that take no part may see it. */
	published: z.boolean(),
});
export type NewParticipation = z.infer<typeof newParticipation>;

export const participation = newParticipation.extend({ id });
export type Participation = z.infer<typeof participation>;

/** Which organisations to ask after, and when. */
export type ParticipationQuery = {
	readonly kind?: string;
	/** Two digits. */
	readonly county?: string;
	/** One kind of object; every kind unless said. */
	readonly objectKind?: string;
	/** First and last day of the time asked about. */
	readonly from: string;
	readonly to: string;
};

/** How much an organisation took part in: what nobody could see before. */
export const participationCount = z.object({
	id,
	kind: z.string(),
	name: z.string(),
	number: z.string().nullable(),
	/** Distinct objects taken part in during the time asked about. */
	count: z.int(),
	/** Inhabitants on the last day, where known. */
	population: z.number().nullable(),
});
export type ParticipationCount = z.infer<typeof participationCount>;
