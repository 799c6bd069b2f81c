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
import { payers, type StudyState, studyReasons } from "../codes.ts";
import type { StudyFinance } from "../contract.ts";
import { studyText } from "../text.ts";
import { studyPageText } from "./study.text.ts";

type Refused = (RefusedForm & { readonly deed: string }) | undefined;

function useWords() {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	return { language, text, words, say: saying(language, words.refusals) };
}

function Hidden({ version, what }: { readonly version: number; readonly what: string }) {
	return (
		<>
			<input type="hidden" name="version" value={version} />
			<input type="hidden" name="do" value={what} />
		</>
	);
}

/** Notes what has happened since, or undoes the last that was noted. */
export function NextStep(props: {
	readonly refused: Refused;
	readonly next: readonly StudyState[];
	readonly version: number;
	readonly today: string;
	readonly undo: { readonly id: string; readonly state: StudyState } | null;
}) {
	const { text, words, say } = useWords();
	const { refused, next, version, today, undo } = props;
	const of = (what: string) => (refused?.deed === what ? refused : undefined);
	return (
		<Section title={text.next} lead={next.length === 0 ? text.over : text.nextLead}>
			{next.length > 0 && (
				<TaskForm refused={of("step")} values={{ onDay: today }} labels={text.fields} say={say} prefix="step-">
					<Hidden version={version} what="step" />
					<Field
						name="state"
						kind="radio"
						required
						choices={next.map((one) => ({ value: one, label: words.states[one] }))}
					/>
					<Field name="onDay" kind="date" max={today} required />
					<Field
						name="reason"
						kind="select"
						required="sometimes"
						hint={text.hints.reason}
						none={text.choose}
						choices={studyReasons.map((one) => ({ value: one, label: words.reasons[one] }))}
					/>
					<Field name="note" kind="textarea" rows={2} maxLength={1000} />
					<div className="task-buttons">
						<SubmitButton>{text.record}</SubmitButton>
					</div>
				</TaskForm>
			)}
			{undo && (
				<Details summary={text.undo(words.states[undo.state])} open={of("undo") !== undefined}>
					<TaskForm refused={of("undo")} say={say} prefix="undo-">
						<Hidden version={version} what="undo" />
						<input type="hidden" name="stepId" value={undo.id} />
						<p>{text.undoBody}</p>
						<SubmitButton variant="secondary">{text.undo(words.states[undo.state])}</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}

/** Who pays how much; what an award pays is the award's. */
export function Payments(props: {
	readonly refused: Refused;
	readonly finance: readonly StudyFinance[];
	readonly mayChange: boolean;
	readonly version: number;
	readonly total: string;
}) {
	const { language, text, words, say } = useWords();
	const { refused, finance, mayChange, version, total } = props;
	const of = (what: string) => (refused?.deed === what ? refused : undefined);
	return (
		<Section title={text.finance}>
			{finance.length === 0 ? (
				<p className="quiet">{text.noFinance}</p>
			) : (
				<>
					<Table
						caption={text.finance}
						hideCaption
						rows={finance}
						rowKey={(row) => row.id}
						columns={[
							{
								...{ key: "payer", label: text.fields.payer },
								cell: (row) => (
									<>
										{words.payers[row.payer]}
										{row.fundingRef !== null && <span className="quiet"> {text.award}</span>}
									</>
								),
							},
							{ key: "note", label: text.fields.note, cell: (row) => row.note },
							{
								...{ key: "kroner", label: text.fields.kroner, numeric: true },
								cell: (row) => `${formatNumber(language, row.kroner)}\u00a0${text.unit}`,
							},
							...(mayChange
								? [
										{
											...{ key: "do", label: text.edit },
											cell: (row: StudyFinance) =>
												row.fundingRef === null && (
													<TaskForm refused={of("unpay")} say={say} className="" prefix={`${row.id}-`}>
														<Hidden version={version} what="unpay" />
														<input type="hidden" name="financeId" value={row.id} />
														<SubmitButton variant="tertiary">
															{text.removeFinance(words.payers[row.payer])}
														</SubmitButton>
													</TaskForm>
												),
										},
									]
								: []),
						]}
					/>
					<p>
						<strong>
							{text.sum}: {total} {text.unit}
						</strong>
					</p>
				</>
			)}
			{mayChange && (
				<Details summary={text.addFinance} open={of("pay") !== undefined}>
					<TaskForm refused={of("pay")} labels={text.fields} say={say} prefix="pay-">
						<Hidden version={version} what="pay" />
						<Field
							name="payer"
							kind="select"
							required
							none={text.choose}
							choices={payers.map((one) => ({ value: one, label: words.payers[one] }))}
						/>
						<Field name="kroner" kind="number" whole unit={text.unit} required />
						<Field name="note" maxLength={200} />
						<div className="task-buttons">
							<SubmitButton variant="secondary">{text.addFinance}</SubmitButton>
						</div>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
