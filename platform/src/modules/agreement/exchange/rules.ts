import type { Refusal } from "../../../outcome.ts";
import type { DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import type { ExchangeKind, Measure } from "../codes.ts";
import type { ExchangeStanding } from "./codes.ts";
import type { Exchange, ExchangeFacts, ExchangeRefusal } from "./contract.ts";

/** How an exchange stands on a day: vacant before anything else, and over only once it is evaluated. */
export function exchangeStanding(
	exchange: Pick<Exchange, "personName" | "firstDay" | "lastDay" | "evaluatedOn">,
	today: string,
): ExchangeStanding {
	const isOver = exchange.lastDay !== null && exchange.lastDay < today;
	if (isOver) return exchange.evaluatedOn === null && exchange.personName !== null ? "to-evaluate" : "over";
	if (exchange.personName === null) return "vacant";
	return exchange.firstDay > today ? "ahead" : "under-way";
}

/** What is wrong with an exchange as it is stated, for an organisation; nothing where it can stand. */
export function refuseExchange(facts: ExchangeFacts, organisationId: string): Refusal<ExchangeRefusal>[] {
	const refusals: Refusal<ExchangeRefusal>[] = [];
	if (facts.homeId === facts.guestId) refusals.push({ code: "same-organisation", field: "guestId" });
	else if (facts.homeId !== organisationId && facts.guestId !== organisationId)
		refusals.push({ code: "not-own", field: "homeId" });
	if (facts.lastDay !== null && facts.lastDay < facts.firstDay)
		refusals.push({ code: "ends-before-start", field: "lastDay" });
	if ((facts.homeShare ?? 0) + (facts.guestShare ?? 0) > 100)
		refusals.push({ code: "shares-too-large", field: "guestShare" });
	if (facts.lectures !== null && facts.kind !== "lecturing")
		refusals.push({ code: "lectures-of-lecturing", field: "lectures" });
	return refusals;
}

/** Which kinds of exchange each measure counts. */
export const kindsOfMeasure: Readonly<Partial<Record<Measure, readonly ExchangeKind[]>>> = {
	"shared-positions": ["shared-position"],
	lectures: ["lecturing"],
	theses: ["masters-thesis", "phd"],
	"job-shadowing-days": ["job-shadowing"],
};

/** The measures that exchanges are counted for. */
export const exchangeMeasures = ["shared-positions", "lectures", "theses", "job-shadowing-days"] as const;

type Days = { readonly firstDay: string; readonly lastDay: string | null };

/** Monday to Friday between two days, both inclusive. */
export function workingDays(from: string, to: string): number {
	let days = 0;
	for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
		const weekday = new Date(at).getUTCDay();
		if (weekday !== 0 && weekday !== 6) days++;
	}
	return days;
}

/**
 * What an exchange counts for in a span, 0 where it does not. Job shadowing counts its working days within it up to
 * today; a shared position counts in every span it is held in; theses in the one they begin in, since they are one thing
 * each. Lecturing counts the lectures that have been held, in the span it began in: one where nobody has said how many.
 * A vacant one counts for nothing.
 */
export function countsFor(
	measure: string,
	{
		personName,
		firstDay,
		lastDay,
		lectures,
	}: Days & { readonly personName: string | null; readonly lectures: number | null },
	{ from, to }: Pick<DeliveryQuestion, "from" | "to">,
	today: string,
): number {
	if (personName === null || firstDay > today) return 0;
	const ends = lastDay ?? to;
	if (firstDay > to || ends < from) return 0;
	if (measure === "shared-positions") return 1;
	if (measure === "job-shadowing-days") {
		const [first, last] = [firstDay > from ? firstDay : from, [ends, to, today].sort()[0] ?? to];
		return workingDays(first, last);
	}
	if (firstDay < from) return 0;
	return measure === "lectures" ? (lectures ?? 1) : 1;
}
