import { formatShortDate } from "../language.ts";
import type { Refusal } from "../outcome.ts";
import { Alert } from "../ui/Alert.tsx";
import { Field } from "../ui/Field.tsx";
import type { RefusedForm } from "../ui/form-context.ts";
import { useLanguage } from "../ui/language.tsx";
import { Section } from "../ui/Section.tsx";
import { SubmitButton } from "../ui/SubmitButton.tsx";
import { Table } from "../ui/Table.tsx";
import { Status, type Tone } from "../ui/Tag.tsx";
import { TaskForm } from "../ui/TaskForm.tsx";
import { type Involved, type InvolvedRole, involvedRoles, phases, type Timeliness } from "./rules.ts";
import { involvementText } from "./text.ts";

const tones: Readonly<Record<Timeliness, Tone>> = { early: "success", late: "warning", never: "danger" };

/** What a room says around it. */
type Words = {
	readonly lateWarning: (roles: string) => string;
	readonly roles: string;
	readonly involvementLead: string;
	readonly firstWhen: string;
	readonly recordedTitle: string;
	readonly noInvolvement: string;
	readonly addInvolvement: string;
	readonly fields: { readonly role: string; readonly phase: string; readonly on: string; readonly note: string };
	readonly hints: { readonly note: string };
};

/** Who took part in an object of a room, and who came late or not at all; and a form for noting that somebody did. */
export function InvolvementView(props: {
	readonly roles: readonly { readonly role: InvolvedRole; readonly timeliness: Timeliness }[];
	readonly recorded: readonly (Involved & { readonly id: string; readonly note: string | null })[];
	/** It is decided: whoever has not taken part yet is late. */
	readonly settled: boolean;
	readonly mayChange: boolean;
	readonly today: string;
	readonly refused: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
	readonly text: Words;
}) {
	const language = useLanguage();
	const words = involvementText[language];
	const { roles, recorded, settled, mayChange, today, refused, say, text } = props;
	const late = roles.filter(({ timeliness }) => timeliness === "late" || (settled && timeliness === "never"));
	return (
		<>
			{late.length > 0 && (
				<Alert tone="warning">
					{text.lateWarning(late.map(({ role }) => words.role[role].toLocaleLowerCase("nb")).join(", "))}
				</Alert>
			)}
			<Section title={text.roles} lead={text.involvementLead}>
				<Table
					caption={text.roles}
					hideCaption
					rows={roles}
					rowKey={(row) => row.role}
					columns={[
						{ key: "role", label: text.fields.role, cell: (row) => words.role[row.role] },
						{
							...{ key: "timeliness", label: text.firstWhen },
							cell: (row) => (
								<Status tone={row.timeliness === "never" && !settled ? "neutral" : tones[row.timeliness]}>
									{words.timeliness[row.timeliness]}
								</Status>
							),
						},
					]}
				/>
			</Section>
			<Section title={text.recordedTitle}>
				{recorded.length === 0 ? (
					<p className="quiet">{text.noInvolvement}</p>
				) : (
					<Table
						caption={text.recordedTitle}
						hideCaption
						rows={recorded}
						rowKey={(row) => row.id}
						columns={[
							{ key: "on", label: text.fields.on, cell: (row) => formatShortDate(language, row.on) },
							{ key: "role", label: text.fields.role, cell: (row) => words.role[row.role] },
							{ key: "phase", label: text.fields.phase, cell: (row) => words.phase[row.phase] },
							{ key: "note", label: text.fields.note, cell: (row) => row.note ?? "" },
						]}
					/>
				)}
			</Section>
			{mayChange && (
				<Section title={text.addInvolvement}>
					<TaskForm refused={refused} values={{ on: today }} labels={text.fields} say={say}>
						<Field
							name="role"
							kind="select"
							required
							choices={involvedRoles.map((one) => ({ value: one, label: words.role[one] }))}
						/>
						<Field
							name="phase"
							kind="select"
							required
							choices={phases.map((one) => ({ value: one, label: words.phase[one] }))}
						/>
						<Field name="on" kind="date" max={today} required />
						<Field name="note" kind="textarea" rows={2} maxLength={500} hint={text.hints.note} />
						<SubmitButton>{text.addInvolvement}</SubmitButton>
					</TaskForm>
				</Section>
			)}
		</>
	);
}
