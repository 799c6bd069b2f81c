import { data } from "react-router";
import { givenIn } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { type Answer, type Way, ways } from "../codes.ts";
import { openMeeting, writePresence } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/presence";
import "./meeting.css";
import { meetingPageText } from "./meeting.text.ts";
import { seatWord, whenWord } from "./words.ts";

const expected: Readonly<Record<Answer, Way>> = { comes: "holder", deputy: "deputy", declines: "excused" };

const wayOf = (seatId: string) => `way.${seatId}`;
const nameOf = (seatId: string) => `name.${seatId}`;

/** Who came, seat by seat. What a member has answered is offered and said; of the others nothing is claimed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { arena, meeting, seats, presence, can } = (await openMeeting(work, params.meetingId)).done ?? missing();
		if (!can.lead || meeting.minutesApprovedAt !== null) missing();
		return {
			...{ arena, meeting },
			seats: seats
				.filter(({ id, validTo }) => validTo === null || presence.some(({ seatId }) => seatId === id))
				.map((seat) => {
					const asked = presence.find(({ seatId }) => seatId === seat.id);
					const answer = asked?.came ? null : (asked?.answer ?? null);
					const way = asked?.came ?? (answer === null ? "" : expected[answer]);
					const isUsual = asked?.name === seat.name || asked?.name === seat.deputyName;
					return { seat, way, answer, name: asked?.came && !isUsual ? asked.name : "" };
				}),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const sent = [...form].filter(([name]) => name.startsWith(wayOf("")));
	const came = sent.flatMap(([field, value]) => {
		const way = ways.find((one) => one === value);
		const seatId = field.slice(wayOf("").length);
		const name = String(form.get(nameOf(seatId)) ?? "").trim();
		return way ? [{ seatId, way, name: name.slice(0, 200) }] : [];
	});
	const unsaid = sent.filter(([field]) => !came.some(({ seatId }) => wayOf(seatId) === field));
	if (unsaid.length > 0)
		return data({ refusals: unsaid.map(([field]) => ({ code: "required", field })), given: givenIn(form) }, 422);
	const outcome = await commanding((work) => writePresence(work, params.meetingId, came));
	if (outcome.refused) return data({ refusals: outcome.refused, given: givenIn(form) }, 422);
	return redirectWithToast(`/meetings/${params.meetingId}`, meetingPageText[language].saved);
}

export default function PresencePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const words = meetingText[language];
	const { arena, meeting, seats } = loaderData;
	const back = `/meetings/${meeting.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.presenceTitle)}</title>
			<PageHeader
				title={text.presenceTitle}
				trail={[
					{ to: `/arenas/${arena.id}`, label: arena.name },
					{ to: back, label: whenWord(language, meeting) },
				]}
			/>
			<TaskForm
				refused={actionData}
				labels={Object.fromEntries(seats.map(({ seat }) => [wayOf(seat.id), seatWord(seat)]))}
				say={saying(language, words.refusals)}
			>
				{seats.map(({ seat, way, answer, name }) => (
					<fieldset key={seat.id} className="ds-fieldset presence-row">
						<legend className="ds-label">{seatWord(seat)}</legend>
						<Field
							name={wayOf(seat.id)}
							kind="select"
							label={text.columns.came}
							hideLabel
							hint={answer === null ? undefined : text.saidBefore(words.answers[answer])}
							required
							value={way}
							choices={ways.map((one) => ({ value: one, label: words.ways[one] }))}
						/>
						<Field name={nameOf(seat.id)} label={text.presenceName} value={name} maxLength={200} autoComplete="off" />
					</fieldset>
				))}
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
