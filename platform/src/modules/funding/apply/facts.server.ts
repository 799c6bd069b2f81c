import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import { formatNumber, type Language } from "../../../language.ts";
import { countStandings } from "../../agreement/service.server.ts";
import {
	countInEducation,
	listGrantNeeds,
	listPlans,
	listStudies,
	summariseUnits,
} from "../../competence/service.server.ts";
import { readOrganisation } from "../../organisation/service.server.ts";
import { kronerOf } from "../amounts.ts";
import { mayOf } from "../asker.server.ts";
import { listSent } from "../report/store.server.ts";
import type { HeldFact } from "./contract.ts";
import { heldText } from "./facts.text.ts";

/**
 * What the house holds of the applicant that an application can say without anybody typing it, each with its source and the
 * day it was true. What is not known is not offered.
 */
export async function offerFacts(work: Work, language: Language): Promise<readonly HeldFact[]> {
	const { organisationId } = await mayOf(work);
	if (organisationId === null) return [];
	return [
		...(await ofOrganisation(work, organisationId, language)),
		...(await ofCompetence(work, language)),
		...(await ofAgreements(work, language)),
		...(await ofReports(work, organisationId, language)),
	];
}

async function ofOrganisation(work: Work, id: string, language: Language): Promise<readonly HeldFact[]> {
	const found = await readOrganisation(work, id);
	const text = heldText[language];
	const number = found?.identity?.number;
	const known = (found?.facts ?? []).flatMap(({ name, value, year, source }): HeldFact[] => {
		if (name !== "population" && name !== "centrality") return [];
		const written = formatNumber(language, value);
		return [
			{
				...{ key: `organisation-${name}`, label: text[name], asOf: `${year}-01-01`, source: source.title },
				value: name === "centrality" ? text.centralityOf(written) : written,
			},
		];
	});
	return [
		...(number
			? [{ key: "organisation-number", label: text.number, value: number, source: text.register, asOf: null }]
			: []),
		...known,
		...((found?.unitCount ?? 0) > 0
			? [
					{
						...{ key: "organisation-units", label: text.units, source: text.register, asOf: work.today },
						value: formatNumber(language, found?.unitCount ?? 0),
					},
				]
			: []),
	];
}

async function ofCompetence(work: Work, language: Language): Promise<readonly HeldFact[]> {
	const text = heldText[language];
	const number = (value: number) => formatNumber(language, value);
	const facts: HeldFact[] = [];
	const plans = await listPlans(work);
	const plan = plans.find(({ state }) => state === "adopted") ?? plans[0];
	if (plan)
		facts.push({
			...{ key: "competence-plan", label: text.plan, source: text.plans, asOf: work.today },
			value: `${text.planned(plan.title, number(plan.measures))} (${said(text.planStates, plan.state)})`,
		});
	const needs = await listGrantNeeds(work);
	if (needs.length > 0)
		facts.push({
			...{ key: "competence-needs", label: text.needs, source: text.plans, asOf: work.today },
			value: text.needed(
				number(needs.length),
				kronerOf(
					language,
					needs.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
				),
			),
		});
	const units = await summariseUnits(work);
	const heads = units.reduce((sum, one) => sum + (one.heads ?? 0), 0);
	const [oldest = null] = units.flatMap((one) => one.oldest ?? []).sort();
	if (heads > 0)
		facts.push({
			...{ key: "competence-heads", label: text.heads, value: number(heads), source: text.competence, asOf: oldest },
		});
	const studies = await listStudies(work);
	const all = countInEducation(studies, work.today);
	const granted = countInEducation(studies, work.today, { payer: "state-grant" });
	if (studies.length > 0)
		facts.push(
			...(
				[
					["underway", all.persons],
					["underwayGrant", granted.persons],
				] as const
			).map(([key, persons]) => ({
				...{ key: `study-${key}`, label: text[key], value: number(persons), source: text.studies, asOf: work.today },
			})),
		);
	return facts;
}

async function ofAgreements(work: Work, language: Language): Promise<readonly HeldFact[]> {
	const text = heldText[language];
	const standings = await countStandings(work);
	const inForce = (standings.get("in-force") ?? 0) + (standings.get("to-renew") ?? 0);
	if (inForce === 0) return [];
	const value = formatNumber(language, inForce);
	return [{ key: "agreement-in-force", label: text.agreements, value, source: text.agreed, asOf: dayOf(work.now) }];
}

/** How many reports back are offered. */
const reportsBack = 3;

/** What earlier reports said, so that nobody tells it again. */
async function ofReports(work: Work, organisationId: string, language: Language): Promise<readonly HeldFact[]> {
	const text = heldText[language];
	const number = (value: number) => formatNumber(language, value);
	return (await listSent(work, organisationId, reportsBack)).map(({ awardId, title, content }) => {
		const sum = (field: "granted" | "lost" | "spent" | "begun" | "completed" | "dropped") =>
			content.lines.reduce((total, line) => total + line[field], 0);
		const kroner = (value: number) => kronerOf(language, value);
		const people = text.reportedPeople(number(sum("begun")), number(sum("completed")), number(sum("dropped")));
		return {
			...{ key: `report-${awardId}`, label: text.report(title), source: text.reports, asOf: content.asOf },
			value: `${text.reportedMoney(kroner(sum("spent")), kroner(sum("granted") - sum("lost")))}${sum("begun") > 0 ? `, ${people}` : ""}`,
		};
	});
}

function said(words: Readonly<Record<string, string>>, code: string): string {
	return words[code] ?? code;
}
