import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { addSitesFromUnits, listUnitsToTake } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/sites-from-units";
import { pagesText } from "./capacity.text.ts";
import { siteText } from "./site.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const { settings } = await readVocabulary(work);
		const units = await listUnitsToTake(work);
		return {
			units: units.map((unit) => ({
				...unit,
				setting: settings.find(({ code }) => code === unit.setting)?.name[language] ?? unit.setting,
			})),
		};
	});
}

const chosen = z.object({ unit: z.array(z.string()).max(5000) });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(chosen, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => addSitesFromUnits(work, parsed.values.unit));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/placement/capacity/sites", siteText[language].created(outcome.done.created));
}

/** Every unit that can take students, ticked beforehand: most take them all. */
export default function SitesFromUnits({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const say = saying(language, capacityText[language].refusals);
	const { units } = loaderData;
	const given = actionData?.given.unit;
	const isTicked = (id: string) => (given === undefined ? true : given.includes(id));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(siteWords.unitsTitle)}</title>
			<PageHeader
				title={siteWords.unitsTitle}
				lead={siteWords.unitsLead}
				trail={[{ to: "/placement/capacity/sites", label: text.tabs.sites }]}
			/>
			{actionData && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			{units.length === 0 ? (
				<EmptyState title={siteWords.unitsNone} action={{ to: "/placement/sites/new", label: siteWords.addSite }}>
					{siteWords.unitsNoneBody}
				</EmptyState>
			) : (
				<TaskForm className="stack">
					<Table
						caption={siteWords.unitsTitle}
						hideCaption
						rows={units}
						rowKey={(unit) => unit.id}
						columns={[
							{
								key: "unit",
								label: siteWords.unit,
								cell: (unit) =>
									unit.siteId === null ? (
										<span className="ds-field">
											<input
												className="ds-input"
												type="checkbox"
												name="unit"
												id={`unit-${unit.id}`}
												value={unit.id}
												defaultChecked={isTicked(unit.id)}
											/>
											<label className="ds-label" data-weight="regular" htmlFor={`unit-${unit.id}`}>
												{unit.name}
											</label>
										</span>
									) : (
										<>
											{unit.name} <Tag>{siteWords.already}</Tag>
										</>
									),
							},
							{ key: "setting", label: text.columns.setting, cell: (unit) => unit.setting },
							{ key: "above", label: siteWords.above, cell: (unit) => unit.above ?? "" },
							{
								key: "leader",
								label: siteWords.leader,
								cell: (unit) => (
									<>
										{unit.contactName}
										{unit.contactEmail !== null && <span className="quiet list-under">{unit.contactEmail}</span>}
									</>
								),
							},
						]}
					/>
					<div className="task-buttons">
						<SubmitButton>{siteWords.unitsSubmit}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to="/placement/capacity/sites">
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
