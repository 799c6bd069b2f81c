import { data } from "react-router";
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

/** Who came, seat by seat; what they answered is offered. */
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
					const way = asked?.came ?? (asked?.answer ? expected[asked.answer] : "holder");
					const isUsual = asked?.name === seat.name || asked?.name === seat.deputyName;
					return { seat, way, name: asked?.came && !isUsual ? asked.name : "" };
				}),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const came = [...form].flatMap(([name, value]) => {
		const way = ways.find((one) => one === value);
		if (!name.startsWith("way.") || !way) return [];
		const seatId = name.slice(4);
		return [
			{
				seatId,
				way,
				name: String(form.get(`name.${seatId}`) ?? "")
					.trim()
					.slice(0, 200),
			},
		];
	});
	const outcome = await commanding((work) => writePresence(work, params.meetingId, came));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
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
			<TaskForm refused={actionData} say={saying(language, words.refusals)}>
				{seats.map(({ seat, way, name }) => (
					<fieldset key={seat.id} className="ds-fieldset presence-row">
						<legend className="ds-label">{seatWord(seat)}</legend>
						<Field
							name={`way.${seat.id}`}
							kind="select"
							label={text.columns.came}
							hideLabel
							required
							value={way}
							choices={ways.map((one) => ({ value: one, label: words.ways[one] }))}
						/>
						<Field name={`name.${seat.id}`} label={text.presenceName} value={name} maxLength={200} autoComplete="off" />
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
