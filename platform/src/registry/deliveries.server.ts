import type { Work } from "../database/work.server.ts";
import type { ObjectCard } from "./objects.server.ts";

/** What was promised, asked of the rooms that can say what was delivered. */
export type DeliveryQuestion = {
	readonly commitmentId: string;
	/** What the commitment counts, e.g. `placement-places`. */
	readonly measure: string;
	readonly parties: readonly string[];
	/** First and last day, YYYY-MM-DD. */
	readonly from: string;
	readonly to: string;
};

/** A number delivered, and the list behind it: the two always agree. */
export type Delivery = {
	readonly amount: number;
	readonly unit: string;
	readonly items: readonly (ObjectCard & { amount: number; date: string })[];
};

export type CountDelivery = (work: Work, question: DeliveryQuestion) => Promise<Delivery>;

const measures = new Map<string, CountDelivery>();

/** A room tells how what it delivers is counted. One room per measure. */
export function registerDelivery(measure: string, count: CountDelivery): void {
	if (measures.has(measure)) throw new Error(`delivery ${measure} is registered twice`);
	measures.set(measure, count);
}

/** What was delivered; null when no room counts this measure, which is not the same as zero. */
export async function countDelivery(work: Work, question: DeliveryQuestion): Promise<Delivery | null> {
	const counted = await measures.get(question.measure)?.(work, question);
	if (!counted) return null;
	const sum = counted.items.reduce((total, item) => total + item.amount, 0);
	if (sum !== counted.amount)
		throw new Error(`delivery ${question.measure}: ${counted.amount} is not the sum of its list, ${sum}`);
	return counted;
}
