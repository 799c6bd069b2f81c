import type { Work } from "../database/work.server.ts";
import type { ObjectCard } from "./objects.server.ts";

/** What was promised, asked of the rooms that can say what was delivered. */
export type DeliveryQuestion = {
	readonly commitmentId: string;
	/** The agreement it stands in, where it stands in one. */
	readonly agreementId?: string;
	/** What the commitment counts, e.g. `placements`. */
	readonly measure: string;
	/** Organisations that are parties to it, the one that delivers among them. */
	readonly parties: readonly string[];
	readonly deliveredBy: string;
	/** What the commitment narrows it to, where it does. */
	readonly profession: string | null;
	readonly yearOfStudy: number | null;
	readonly unitName: string | null;
	/** The unit the name is of, where that is known. */
	readonly unitId: string | null;
	/** First and last day, YYYY-MM-DD, both inclusive. */
	readonly from: string;
	readonly to: string;
};

/** A thing delivered: on its own page where the asker may see it, else without a path. */
export type DeliveredItem = Pick<ObjectCard, "kind" | "id" | "title"> & {
	readonly path: string | null;
	readonly amount: number;
	/** YYYY-MM-DD. */
	readonly date: string;
};

/** A number delivered, and the list behind it: the two always agree. */
export type Delivery = { readonly amount: number; readonly items: readonly DeliveredItem[] };

/**
 * Answers all questions at once, in their order, with a few queries: null where this one cannot be counted. With
 * `each`, every thing the asker may see stands by itself; without it, things of a kind may stand together.
 */
export type CountDeliveries = (
	work: Work,
	questions: readonly DeliveryQuestion[],
	each: boolean,
) => Promise<readonly (Delivery | null)[]>;

const measures = new Map<string, CountDeliveries>();

/** A room tells how what it delivers is counted. One room per measure. */
export function registerDelivery(measure: string, count: CountDeliveries): void {
	if (measures.has(measure)) throw new Error(`delivery ${measure} is registered twice`);
	measures.set(measure, count);
}

/** What was delivered, in the order asked; null where no room counts it, which is not the same as zero. */
export async function countDeliveries(
	work: Work,
	questions: readonly DeliveryQuestion[],
	each = true,
): Promise<(Delivery | null)[]> {
	const found = new Map<DeliveryQuestion, Delivery | null>();
	for (const measure of new Set(questions.map((question) => question.measure))) {
		const count = measures.get(measure);
		if (!count) continue;
		const asked = questions.filter((question) => question.measure === measure);
		const counted = await count(work, asked, each);
		for (const [index, question] of asked.entries()) found.set(question, agreed(measure, counted[index] ?? null));
	}
	return questions.map((question) => found.get(question) ?? null);
}

/** A number that is not the sum of its list is a mistake in the room that counted it. */
function agreed(measure: string, delivery: Delivery | null): Delivery | null {
	const sum = delivery?.items.reduce((total, item) => total + item.amount, 0);
	if (delivery && sum !== delivery.amount)
		throw new Error(`delivery ${measure}: ${delivery.amount} is not the sum of its list, ${sum}`);
	return delivery;
}
