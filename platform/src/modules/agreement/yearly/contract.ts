import { z } from "zod";
import type { WayAsked } from "./codes.ts";

/** Whether, and in which month (1–12), the parties are asked; null: the month after the one the agreement began in. */
export const yearlyAsking = z.object({ asks: z.boolean(), month: z.int().min(1).max(12).nullable() });
export type YearlyAsking = z.infer<typeof yearlyAsking>;

/** A party that was asked of a year, and whether it has answered. */
export type Asked = {
	readonly year: number;
	readonly partyId: string;
	readonly askedOn: string;
	readonly way: WayAsked;
	readonly remindedOn: string | null;
	readonly hasAnswered: boolean;
};

/** How the parties to an agreement are asked, when next, and who was asked last. */
export type Yearly = {
	readonly asking: YearlyAsking;
	/** The month, 1–12, it comes to. */
	readonly month: number;
	/** The first day of that month next time; null where nobody is to be asked again. */
	readonly next: string | null;
	/** Of the year asked about last, one for each party asked. */
	readonly asked: readonly Asked[];
};
