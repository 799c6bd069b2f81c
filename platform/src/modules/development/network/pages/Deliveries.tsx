import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Delivery, Member } from "../contract.ts";
import { networkText } from "../text.ts";
import { memberText } from "./member.text.ts";

/** The hours a member has put in, by year; what is undone stays to be read. */
export function Deliveries(props: {
	readonly member: Member;
	readonly deliveries: readonly Delivery[];
	readonly mayNote: boolean;
	readonly today: string;
	readonly refused: { readonly deliver: RefusedForm | undefined; readonly undo: RefusedForm | undefined };
}) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { member, deliveries, mayNote, refused } = props;
	const { fields } = text;
	const say = saying(language, words.refusals);
	return (
		<Section title={text.deliveries}>
			{deliveries.length === 0 ? (
				<p className="quiet">{text.noDeliveries}</p>
			) : (
				<Table
					caption={text.deliveries}
					hideCaption
					rows={deliveries}
					rowKey={(row) => row.id}
					columns={[
						{ key: "year", label: fields.year, cell: (row) => (row.undoneAt === null ? row.year : <s>{row.year}</s>) },
						{
							...{ key: "hours", label: fields.hours, numeric: true },
							cell: (row) => formatNumber(language, row.hours),
						},
						{ key: "note", label: fields.note, cell: (row) => row.note },
						{
							...{ key: "undo", label: text.undo },
							cell: (row) =>
								row.undoneAt !== null
									? text.undoneBy(row.undoneBy)
									: mayNote && (
											<TaskForm refused={refused.undo} say={say} className="" prefix={`undo-${row.id}-`}>
												<input type="hidden" name="deliveryId" value={row.id} />
												<SubmitButton name="do" value="undo" variant="tertiary">
													{text.undo}
												</SubmitButton>
											</TaskForm>
										),
						},
					]}
				/>
			)}
			{mayNote && (
				<Details summary={text.deliver} open={refused.deliver !== undefined}>
					<TaskForm
						key={deliveries.length}
						refused={refused.deliver}
						values={{ year: Number(props.today.slice(0, 4)) }}
						labels={fields}
						say={say}
						prefix="deliver-"
					>
						<input type="hidden" name="memberId" value={member.id} />
						<Field name="year" kind="number" whole required />
						<Field name="hours" kind="number" whole required />
						<Field name="note" maxLength={500} autoComplete="off" width="full" />
						<SubmitButton name="do" value="deliver" variant="secondary">
							{text.deliver}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
