import { Form, Link } from "react-router";
import { saying } from "../../forms/text.ts";
import { formatDate } from "../../language.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { NoValue } from "../../ui/NoValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { deletionText } from "./deletion.text.ts";

/** A role that must end first, and whether the person may end it themselves. */
type HoldingRole = {
	readonly id: string;
	readonly role: string;
	readonly organisationId: string;
	readonly organisationName: string | null;
	readonly unitName: string | null;
	readonly validTo: string | null;
	readonly mayEnd: boolean;
};

type DeletionProps = {
	readonly askedAt: Date | null;
	readonly isDemo: boolean;
	readonly holding: readonly HoldingRole[];
	readonly refused: Parameters<typeof TaskForm>[0]["refused"];
};

/** Asking to be deleted, what holds it back, and changing one's mind. */
export function Deletion({ askedAt, isDemo, holding, refused }: DeletionProps) {
	const language = useLanguage();
	const text = deletionText[language];
	return (
		<Section title={text.title} lead={text.lead} id="delete">
			{isDemo && <Alert>{text.demo}</Alert>}
			{askedAt && (
				<p className="ds-paragraph">
					{text.asked(formatDate(language, askedAt))} {holding.length === 0 && !isDemo && text.soon}
				</p>
			)}
			{holding.length > 0 && <Holding roles={holding} isAsked={askedAt !== null} />}
			{askedAt ? (
				<Form method="post">
					<button type="submit" className="ds-button" data-variant="secondary" name="what" value="withdraw">
						{text.withdraw}
					</button>
				</Form>
			) : (
				<TaskForm refused={refused} labels={{ note: text.note }} say={saying(language, text.refusals)}>
					<Field name="note" kind="textarea" maxLength={1000} />
					<SubmitButton variant="secondary" color="danger">
						{text.ask}
					</SubmitButton>
				</TaskForm>
			)}
		</Section>
	);
}

function Holding({ roles, isAsked }: { roles: readonly HoldingRole[]; isAsked: boolean }) {
	const language = useLanguage();
	const text = deletionText[language];
	return (
		<Table
			caption={text.holding}
			rows={roles}
			rowKey={(one) => one.id}
			columns={[
				{ key: "role", label: text.role, cell: (one) => one.role },
				{
					key: "organisation",
					label: text.organisation,
					cell: (one) => (
						<Link className="ds-link" to={`/organisations/${one.organisationId}`}>
							{one.organisationName ?? text.organisation}
						</Link>
					),
				},
				{ key: "unit", label: text.unit, cell: (one) => one.unitName ?? <NoValue /> },
				{
					key: "todo",
					label: text.todo,
					cell: (one) =>
						one.validTo !== null ? (
							text.endsOn(formatDate(language, one.validTo))
						) : one.mayEnd ? (
							<Link className="ds-link" to={`/people/${one.id}/end`} aria-label={text.endYourselfOf(one.role)}>
								{text.endYourself}
							</Link>
						) : isAsked ? (
							text.administratorTold
						) : (
							text.askAdministrator
						),
				},
			]}
		/>
	);
}
