import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatShortDate } from "../../../../language.ts";
import { findConcerning } from "../../../../registry/concerning.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openProgramme } from "../../service.server.ts";
import { measureOf } from "../rules.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme";
import { Lessons } from "./Lessons.tsx";
import { ProgrammeBatches } from "./ProgrammeBatches.tsx";
import { ProgrammeExpectations } from "./ProgrammeExpectations.tsx";
import { ProgrammeGoals } from "./ProgrammeGoals.tsx";
import { ProgrammeLessons } from "./ProgrammeLessons.tsx";
import { programmePageText } from "./programme.text.ts";
import { askedOf } from "./programme-deeds.server.ts";

/** What a programme is: why, for whom, how, and what it has taught; and what it lacks before it opens. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openProgramme(work, params.programmeId)) ?? missing();
		const { programme, goals, measures, expectations, batches, lessons, earlier, lacking, networkName, can } = opened;
		return {
			...{ programme, expectations, batches, lessons, earlier, networkName, today: work.today },
			goals: goals.map((goal) => ({ ...goal, measure: measureOf(measures, goal.id) })),
			lacking: can.keep && programme.state === "draft" ? lacking : null,
			keep: can.keep && programme.state !== "closed",
			keeps: can.keep,
			concerning: await findConcerning(work, { kind: "programme", id: programme.id }, language),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const asked = askedOf(params.programmeId, await request.formData());
	if (asked.refusals) return data(asked, 422);
	const { deed, given, said, command } = asked;
	const outcome = await commanding(command);
	if (outcome.refused) return data({ refusals: outcome.refused, given, deed }, 422);
	return redirectWithToast(`/development/programmes/${params.programmeId}`, programmePageText[language][said]);
}

export default function ProgrammePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { programme, goals, expectations, batches, lessons, earlier, lacking, networkName, keep, keeps } = loaderData;
	const { fields } = text;
	const here = `/development/programmes/${programme.id}`;
	const day = (value: string) => formatShortDate(language, value);
	const say = saying(language, words.refusals);
	const refused = actionData;
	const part = { programmeId: programme.id, isDraft: programme.state === "draft", keep, refused };
	return (
		<>
			{programme.closedOn !== null && (
				<Alert tone="info" title={text.closedTitle(formatDate(language, programme.closedOn))}>
					<p className="pre-line">{programme.closedBecause}</p>
				</Alert>
			)}
			{lacking && lacking.length > 0 && (
				<Alert tone="info" title={text.lacksTitle}>
					<ul>
						{lacking.map((one) => (
							<li key={one}>{words.lackings[one]}</li>
						))}
					</ul>
				</Alert>
			)}
			{lacking?.length === 0 && (
				<Section title={text.lacksNothing} lead={text.openBody}>
					<TaskForm refused={refused?.deed === "open" ? refused : undefined} say={say} prefix="open-">
						<input type="hidden" name="version" value={programme.version} />
						<SubmitButton name="do" value="open">
							{text.open}
						</SubmitButton>
					</TaskForm>
				</Section>
			)}
			<Section title={text.groups.why}>
				<Facts
					facts={[
						{ label: fields.purpose, value: <span className="pre-line">{programme.purpose}</span> },
						{ label: fields.themes, value: text.themesOf(programme.themes) },
						{ label: fields.commissioner, value: programme.commissioner, source: programme.mandate },
						{ label: fields.partners, value: programme.partners },
						{ label: text.groups.when, value: `${day(programme.firstDay)}–${day(programme.lastDay)}` },
					]}
				/>
			</Section>
			<Section title={text.groups.how}>
				<Facts
					facts={[
						{
							label: fields.admits,
							value: words.admits[programme.admits],
							source: <span className="pre-line">{programme.priorities}</span>,
						},
						{ label: fields.moneyFor, value: <span className="pre-line">{programme.moneyFor}</span> },
						programme.networkId === null
							? { label: fields.noArenaBecause, value: programme.noArenaBecause }
							: {
									label: fields.networkId,
									value:
										networkName === null ? (
											text.meets
										) : (
											<Link className="ds-link" to={`/development/networks/${programme.networkId}`}>
												{networkName}
											</Link>
										),
								},
					]}
				/>
			</Section>
			<ProgrammeGoals goals={goals} {...part} />
			<ProgrammeExpectations expectations={expectations} {...part} />
			<ProgrammeBatches batches={batches} {...part} />
			{earlier && (
				<Section title={text.earlier(earlier.title)}>
					<Lessons lessons={earlier.lessons} />
				</Section>
			)}
			{programme.state !== "draft" && <ProgrammeLessons lessons={lessons} {...part} />}
			<Concerns groups={loaderData.concerning} />
			{keeps && programme.state !== "draft" && (
				<div className="task-buttons">
					{keep && (
						<Link className="ds-button" data-variant="secondary" to={`${here}/close`}>
							{text.close}
						</Link>
					)}
					<Link className="ds-button" data-variant="tertiary" to={`/development/programmes/new?from=${programme.id}`}>
						{text.copy}
					</Link>
				</div>
			)}
		</>
	);
}
