import { Form } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import { answers } from "../codes.ts";
import type { Presence, Seat } from "../contract.ts";
import { meetingText } from "../text.ts";
import { pagesText } from "./meeting.text.ts";

type AskedSeat = {
	readonly seat: Seat;
	readonly party: string;
	readonly presence: Presence | null;
	readonly isOwn: boolean;
};

/** The members: what they answered, and once the meeting is held who came. */
export function Asked(props: {
	readonly asked: readonly AskedSeat[];
	readonly held: boolean;
	readonly leads: boolean;
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const words = meetingText[language];
	const { asked, held, leads } = props;
	const stands = ({ presence }: AskedSeat) => {
		if (presence === null) return <span className="quiet">{text.notAsked}</span>;
		if (held) return presence.came === null ? "" : words.ways[presence.came];
		return presence.answer === null ? <span className="quiet">{text.noAnswer}</span> : words.answers[presence.answer];
	};
	return (
		<Table
			caption={text.members}
			hideCaption
			rows={asked}
			rowKey={({ seat }) => seat.id}
			columns={[
				{ key: "role", label: text.columns.role, cell: ({ seat }) => seat.role },
				{
					key: "name",
					label: text.columns.member,
					cell: ({ seat, presence }) => (held && presence?.name ? presence.name : seat.name || text.vacant),
				},
				{ key: "party", label: text.fields.partyId, cell: ({ party }) => party },
				{ key: "answer", label: held ? text.columns.came : text.columns.answer, cell: stands },
				...(held || !asked.some((one) => one.presence !== null && (one.isOwn || leads))
					? []
					: [
							{
								key: "deeds",
								label: text.answerNow,
								cell: (one: AskedSeat) =>
									one.presence !== null && (one.isOwn || leads) && <AnswerDeeds asked={one} leads={leads} />,
							},
						]),
			]}
		/>
	);
}

function AnswerDeeds({ asked, leads }: { readonly asked: AskedSeat; readonly leads: boolean }) {
	const language = useLanguage();
	const text = pagesText[language];
	const words = meetingText[language];
	const { seat } = asked;
	return (
		<Form method="post" className="agenda-deeds">
			<input type="hidden" name="seatId" value={seat.id} />
			<label className="visually-hidden" htmlFor={`answer-${seat.id}`}>
				{text.fields.answer} {seat.role}
			</label>
			<select
				className="ds-input"
				data-size="sm"
				id={`answer-${seat.id}`}
				name="answer"
				defaultValue={asked.presence?.answer ?? "comes"}
			>
				{answers.map((one) => (
					<option key={one} value={one}>
						{words.answers[one]}
					</option>
				))}
			</select>
			<button
				type="submit"
				className="ds-button"
				data-variant="secondary"
				data-size="sm"
				name="deed"
				value="answer"
				aria-label={`${text.save}: ${seat.role}`}
			>
				{text.save}
			</button>
			{leads && seat.personId === null && (
				<button
					type="submit"
					className="ds-button"
					data-variant="tertiary"
					data-size="sm"
					name="deed"
					value="link"
					aria-label={`${text.makeLink}: ${seat.role}`}
				>
					{text.makeLink}
				</button>
			)}
		</Form>
	);
}
