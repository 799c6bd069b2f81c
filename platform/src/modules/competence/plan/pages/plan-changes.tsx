import { formatDate, formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { openPlan } from "../../service.server.ts";
import { changesBetween } from "../changes.ts";
import { measureCells } from "../document.ts";
import type { Route } from "./+types/plan-changes";
import { factChangeWords, measureChangeWords } from "./change-words.ts";
import { planPageText } from "./plan.text.ts";

/** What has changed since the plan was last adopted, and what was adopted. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { plan, content, versions } = (await openPlan(work, params.planId)) ?? missing();
		const [latest] = versions;
		return {
			id: plan.id,
			versions: versions.map(({ number, adoptedOn, decision }) => ({ number, adoptedOn, decision })),
			changes: latest ? sayChanges(language, changesBetween(latest.content, content)) : null,
		};
	});
}

function sayChanges(language: Language, { facts, added, removed, changed, gaps }: ReturnType<typeof changesBetween>) {
	const text = planPageText[language];
	const number = (value: number | null) =>
		value === null ? text.nothing : formatNumber(language, Math.round(value * 10) / 10);
	return [
		{ title: text.changedFacts, points: factChangeWords(language, facts) },
		{ title: text.added, points: added.map((one) => measureCells(language, one)[0]) },
		{ title: text.removedMeasures, points: removed.map((one) => measureCells(language, one)[0]) },
		{
			title: text.changedMeasures,
			points: changed.map(
				({ measure, fields }) => `${measure.title}. ${measureChangeWords(language, fields).join("; ")}`,
			),
		},
		{
			title: text.changedGaps,
			points: gaps.map(({ gap, from, to }) => text.fromTo(nameOfEntry(language, gap), number(from), number(to))),
		},
	].filter(({ points }) => points.length > 0);
}

export default function PlanChangesPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = planPageText[language];
	const { id, versions, changes } = loaderData;
	const [latest] = versions;
	if (!latest || changes === null) return <p className="quiet">{text.noVersion}</p>;
	return (
		<>
			<Section title={text.since(latest.number, formatDate(language, latest.adoptedOn))}>
				{changes.length === 0 && <p className="quiet">{text.unchanged}</p>}
				{changes.map(({ title, points }) => (
					<Section key={title} title={title} level={3}>
						<ul>
							{points.map((point) => (
								<li key={point}>{point}</li>
							))}
						</ul>
					</Section>
				))}
			</Section>
			<Section title={text.versions}>
				<ul>
					{versions.map(({ number, decision, adoptedOn }) => (
						<li key={number}>
							<a className="ds-link" href={`/competence/plans/${id}/versions/${number}.pdf`} download>
								{text.versionOf(number, decision)}
							</a>{" "}
							<span className="quiet">{formatShortDate(language, adoptedOn)}</span>
						</li>
					))}
				</ul>
			</Section>
		</>
	);
}
