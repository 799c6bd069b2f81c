import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { Given } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { TakeHome } from "../contract.ts";
import { gatheringText } from "../text.ts";

type Named = { readonly id: string; readonly name: string };
type Refused = { readonly refusals: readonly Refusal[]; readonly given: Given } | undefined;

type TakenHomeProps = {
	readonly taken: readonly TakeHome[];
	readonly names: readonly Named[];
	/** The members the asker may write for. */
	readonly fillsFor: readonly Named[];
	readonly own: string | null;
	readonly refused: { readonly add: Refused; readonly remove: Refused };
	readonly today: string;
};

/** What was taken home from a gathering, whether a leader says that anybody asked, and one's own plan to add. */
export function TakenHome({ taken, names, fillsFor, own, refused, today }: TakenHomeProps) {
	const language = useLanguage();
	const text = gatheringText[language];
	const { fields } = text;
	const day = (value: string) => formatShortDate(language, value);
	const answered = taken.filter(({ asked }) => asked !== null);
	const say = saying(language, text.refusals);
	return (
		<>
			{taken.length === 0 ? (
				<p className="ds-paragraph quiet">{text.noTakeHome}</p>
			) : (
				<>
					<p className="ds-paragraph">
						{text.askedOf(answered.filter(({ asked }) => asked === "yes").length, answered.length, taken.length)}
					</p>
					<Table
						caption={text.takeHome}
						hideCaption
						rows={taken}
						rowKey={({ id }) => id}
						columns={[
							{
								...{ key: "participant", label: fields.participant },
								cell: (one) => (
									<>
										{one.participant} <span className="quiet">{names.find(({ id }) => id === one.memberId)?.name}</span>
									</>
								),
							},
							{ key: "what", label: fields.what, cell: ({ what }) => what },
							{ key: "who", label: fields.who, cell: ({ who }) => who },
							{ key: "due", label: fields.dueOn, cell: ({ dueOn }) => day(dueOn) },
							{
								...{ key: "asked", label: text.askedColumn },
								cell: (one) => (
									<>
										{one.asked !== null && text.asked[one.asked]}
										{one.asked === null && one.leaderEmail !== null && (
											<span className="quiet">{text.notYet(day(one.toldOn ?? one.askOn))}</span>
										)}
										{one.note !== "" && <span className="quiet pre-line"> {one.note}</span>}
										{one.answeredOn === null && fillsFor.some(({ id }) => id === one.memberId) && (
											<TaskForm refused={undefined} say={say} className="" prefix={`${one.id}-`}>
												<input type="hidden" name="id" value={one.id} />
												<SubmitButton name="do" value="remove-take-home" variant="tertiary">
													{text.remove}
												</SubmitButton>
											</TaskForm>
										)}
									</>
								),
							},
						]}
					/>
				</>
			)}
			{refused.remove && <Alert tone="danger">{refused.remove.refusals.map(say).join(" ")}</Alert>}
			{fillsFor.length > 0 && (
				<Details summary={text.addTakeHome} open={refused.add !== undefined}>
					<TaskForm
						refused={refused.add}
						values={{ memberId: own ?? fillsFor[0]?.id ?? "" }}
						labels={fields}
						say={say}
						prefix="take-"
					>
						<Field
							name="memberId"
							kind="select"
							required
							choices={fillsFor.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<Field name="participant" maxLength={200} autoComplete="off" required />
						<Field name="what" maxLength={1000} autoComplete="off" width="full" required />
						<Field name="who" maxLength={300} autoComplete="off" width="full" required />
						<Field name="dueOn" kind="date" min={today} required />
						<Field name="leaderName" maxLength={200} autoComplete="off" required />
						<Field name="leaderEmail" kind="email" autoComplete="off" hint={text.hints.leader} />
						<SubmitButton name="do" value="take-home">
							{text.addNow}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</>
	);
}
