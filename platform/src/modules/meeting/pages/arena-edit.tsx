import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { findNamed } from "../../../ui/choice.ts";
import { Details } from "../../../ui/Details.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { endings } from "../codes.ts";
import { arenaEnding, arenaFacts } from "../contract.ts";
import { addParty, changeArena, endArena, openArena, removeParty, speakFor } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arena-edit";
import { ArenaForm } from "./ArenaForm.tsx";
import { arenaText } from "./arena.text.ts";
import { agreementChoices } from "./choices.server.ts";
import "./meeting.css";
import { organisationChoices } from "../../organisation/service.server.ts";

/** What an arena is, who takes part, and its end. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openArena(work, params.arenaId)).done ?? missing();
		if (!opened.can.keep) missing();
		const { arena, parties } = opened;
		return {
			...{ arena, parties },
			organisations: (await organisationChoices(work)).filter(({ value }) => !parties.some(({ id }) => id === value)),
			agreements: await agreementChoices(work),
		};
	});
}

const deeds = z.object({ deed: z.enum(["add-party", "remove-party", "speak", "speak-not", "end"]).optional() });
const change = arenaFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = arenaText[language];
	const form = await request.formData();
	const { deed } = parseForm(deeds, form).values ?? {};
	const { arenaId } = params;
	const here = `/arenas/${arenaId}/edit`;
	if (deed === "end") {
		const ending = parseForm(arenaEnding, form);
		if (ending.refusals) return data({ deed, refusals: ending.refusals, given: ending.given }, 422);
		const outcome = await commanding((work) => endArena(work, arenaId, ending.values, text.ended));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: ending.given }, 422);
		return redirectWithToast(`/arenas/${arenaId}`, text.ended);
	}
	if (deed === "speak" || deed === "speak-not") {
		const outcome = await commanding((work) =>
			speakFor(work, arenaId, String(form.get("partyId") ?? ""), deed === "speak"),
		);
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, text.saved);
	}
	if (deed === "add-party" || deed === "remove-party") {
		const typed = String(form.get("partyId") ?? "");
		const id = findNamed(await reading(organisationChoices), typed)?.value ?? typed;
		const verb = deed === "add-party" ? addParty : removeParty;
		const outcome = await commanding((work) => verb(work, arenaId, id));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: { partyId: typed } }, 422);
		return redirectWithToast(here, text.saved);
	}
	const parsed = parseForm(change, form);
	if (parsed.refusals) return data({ deed: undefined, ...parsed }, 422);
	const outcome = await commanding((work) => changeArena(work, arenaId, parsed.values));
	if (outcome.refused) return data({ deed: undefined, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/arenas/${arenaId}`, text.saved);
}

export default function ArenaEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const say = saying(language, meetingText[language].refusals);
	const { arena, parties, organisations, agreements } = loaderData;
	const here = `/arenas/${arena.id}`;
	const refusedHere = actionData?.deed === undefined ? actionData : undefined;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: here, label: arena.name },
				]}
			/>
			{actionData && actionData.deed !== undefined && actionData.deed !== "add-party" && actionData.deed !== "end" && (
				<Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>
			)}
			<ArenaForm refused={refusedHere} values={{ ...arena }} {...{ agreements }} submit={text.save} cancelTo={here} />
			<Section title={text.fields.partyIds}>
				<ul className="plain-list">
					{parties.map(({ id, name, spokenFor }) => (
						<li key={id} className="line-with-deed">
							<span>
								{name} {arena.speaksFor && <Tag tone={spokenFor ? "info" : "neutral"}>{text.spokenFor(spokenFor)}</Tag>}
							</span>
							{arena.speaksFor && (
								<Form method="post">
									<input type="hidden" name="partyId" value={id} />
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										name="deed"
										value={spokenFor ? "speak-not" : "speak"}
										aria-label={`${text.speak(!spokenFor)}: ${name}`}
									>
										{text.speak(!spokenFor)}
									</button>
								</Form>
							)}
							{id !== arena.organisationId && (
								<Form method="post">
									<input type="hidden" name="partyId" value={id} />
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										name="deed"
										value="remove-party"
										aria-label={text.removeParty(name)}
									>
										{text.remove}
									</button>
								</Form>
							)}
						</li>
					))}
				</ul>
				<TaskForm
					refused={actionData?.deed === "add-party" ? actionData : undefined}
					labels={text.fields}
					say={say}
					prefix="party-"
				>
					<input type="hidden" name="deed" value="add-party" />
					<Field name="partyId" kind="lookup" choices={organisations} required="sometimes" width="full" />
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.addParty}</SubmitButton>
					</div>
				</TaskForm>
			</Section>
			{arena.endedOn === null && (
				<div id="end">
					<Details summary={text.end} open={actionData?.deed === "end"}>
						<p className="ds-paragraph">{text.endBody}</p>
						<TaskForm
							refused={actionData?.deed === "end" ? actionData : undefined}
							labels={text.fields}
							say={say}
							prefix="end-"
						>
							<input type="hidden" name="deed" value="end" />
							<input type="hidden" name="version" value={arena.version} />
							<Field
								name="becomes"
								kind="radio"
								required
								choices={endings.map((one) => ({ value: one, label: meetingText[language].endings[one] }))}
							/>
							<Field
								name="becomesNote"
								kind="textarea"
								rows={3}
								maxLength={1000}
								required="sometimes"
								hint={text.becomesHint}
							/>
							<div className="task-buttons">
								<SubmitButton color="danger">{text.end}</SubmitButton>
							</div>
						</TaskForm>
					</Details>
				</div>
			)}
		</div>
	);
}
