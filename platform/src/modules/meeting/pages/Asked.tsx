import { Form } from "react-router";
import { Details } from "../../../ui/Details.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import { answers } from "../codes.ts";
import type { Presence, Seat } from "../contract.ts";
import { meetingText } from "../text.ts";
import { meetingPageText } from "./meeting.text.ts";
import { seatWord } from "./words.ts";

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
	const text = meetingPageText[language];
	const words = meetingText[language];
	const { asked, held, leads } = props;
	const called = asked.filter(({ presence }) => presence !== null);
	const stands = ({ presence }: AskedSeat) => {
		if (presence === null) return <span className="quiet">{text.notAsked}</span>;
		if (held) return presence.came === null ? "" : words.ways[presence.came];
		return presence.answer === null ? <span className="quiet">{text.noAnswer}</span> : words.answers[presence.answer];
	};
	return (
		<>
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
				]}
			/>
			{leads && called.length > 0 && (
				<Details summary={text.answerForOthers}>
					<Form method="post" className="answer-line">
						<div className="ds-field">
							<label className="ds-label" htmlFor="seatId">
								{text.columns.member}
							</label>
							<select className="ds-input" id="seatId" name="seatId">
								{called.map(({ seat }) => (
									<option key={seat.id} value={seat.id}>
										{seatWord(seat)}
									</option>
								))}
							</select>
						</div>
						<div className="ds-field">
							<label className="ds-label" htmlFor="answer">
								{text.columns.answer}
							</label>
							<select className="ds-input" id="answer" name="answer">
								{answers.map((one) => (
									<option key={one} value={one}>
										{words.answers[one]}
									</option>
								))}
							</select>
						</div>
						<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="answer">
							{text.save}
						</button>
						<button type="submit" className="ds-button" data-variant="tertiary" name="deed" value="link">
							{text.makeLink}
						</button>
					</Form>
				</Details>
			)}
		</>
	);
}

/** The person's own call to the meeting: one press for each answer. */
export function OwnAnswer({ seat, presence }: { readonly seat: Seat; readonly presence: Presence }) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const words = meetingText[language];
	const given = presence.answer;
	return (
		<Form method="post" className="own-answer" aria-label={text.fields.answer}>
			<p className="ds-paragraph">
				<strong>{given === null ? text.fields.answer : `${text.answered}: ${words.answers[given]}`}</strong>{" "}
				<span className="quiet">{seat.role}</span>
			</p>
			<input type="hidden" name="seatId" value={seat.id} />
			<input type="hidden" name="deed" value="answer" />
			<div className="agenda-deeds">
				{answers
					.filter((one) => one !== given)
					.map((one) => (
						<button
							key={one}
							type="submit"
							className="ds-button"
							data-size="sm"
							data-variant={given === null && one === "comes" ? "primary" : "secondary"}
							name="answer"
							value={one}
						>
							{words.answers[one]}
						</button>
					))}
			</div>
		</Form>
	);
}
