import { data, Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { auditKindWords } from "../../../identity/audit-words.ts";
import type { Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { handOverInput, type Membership } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import { handOver, previewHandOver, readPerson } from "../service.server.ts";
import { roleName } from "../text.ts";
import type { Route } from "./+types/person-hand-over";
import { contactLine, placeLine } from "./contact-line.ts";
import { LeftBehind } from "./LeftBehind.tsx";
import { leavingText } from "./leaving.text.ts";
import { peoplePagesText } from "./people.text.ts";
import { listPersonChoices, parseNaming } from "./person-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { membership } = (await readPerson(work, params.membershipId)) ?? missing();
		const preview = (await previewHandOver(work, params.membershipId)) ?? missing();
		const leaving = new Set(preview.memberships.map((one) => one.id));
		const people = await listPersonChoices(work, language);
		return {
			membership,
			preview: {
				...preview,
				otherThings: preview.otherThings.map((thing) => ({ ...thing, what: auditKindWords(thing.kind, language) })),
				left: preview.left.map((thing) => ({ ...thing, what: auditKindWords(thing.kind, language) })),
			},
			people: people.filter((choice) => !leaving.has(choice.value)),
			today: work.today,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = await reading((work) => parseNaming(work, language, handOverInput, form, ["successorId"]));
	if (parsed.refusals) return data(parsed, 422);
	const found = await reading((work) => readPerson(work, params.membershipId));
	const outcome = await commanding((work) => handOver(work, params.membershipId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	const name = found?.membership.name ?? "";
	// What is left to do stands on the page of the one who leaves.
	return outcome.done.left > 0
		? redirectWithToast(`/people/${params.membershipId}`, leavingText[language].handedOverBut(name, outcome.done.left))
		: redirectWithToast(`/people/${parsed.values.successorId}`, leavingText[language].handedOver(name));
}

export default function PersonHandOver({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const leavingWords = leavingText[language];
	const { membership, preview, people, today } = loaderData;
	const page = `/people/${membership.id}`;
	const title = leavingWords.handOverTitle(membership.name);
	const roles = preview.memberships.map((one) => ({ value: one.id, label: roleLine(one, language) }));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={roles.length > 0 ? leavingWords.handOverLead : leavingWords.handOverLeft}
				trail={[
					{ to: "/people", label: text.title },
					{ to: page, label: membership.name },
				]}
			/>
			<Moves preview={preview} />
			<LeftBehind things={preview.left} isLeaving />
			<TaskForm
				refused={actionData}
				values={{ lastDay: today, roleIds: roles.map((role) => role.value) }}
				say={saying(language, { ...peopleText[language].refusals, "person-unclear": text.chooseFromList })}
			>
				<Field
					name="successorId"
					kind="lookup"
					label={leavingWords.successor}
					hint={leavingWords.successorHint}
					choices={people}
					width="full"
					required
				/>
				{roles.length === 0 ? (
					<input type="hidden" name="lastDay" value={today} />
				) : (
					<Field name="lastDay" kind="date" label={leavingWords.handOverLastDay} required />
				)}
				{roles.length > 0 && (
					<Field
						name="roleIds"
						kind="checkboxes"
						label={leavingWords.handOverRoles}
						hint={leavingWords.handOverRolesHint}
						choices={roles}
					/>
				)}
				<div className="task-buttons">
					<SubmitButton>{leavingWords.handOverDo}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={page}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

function roleLine(one: Membership, language: Language): string {
	return `${roleName(language, one.role)}, ${placeLine(one.unitName, language)}`;
}

/** Everything that goes along, before it is done. */
function Moves({ preview }: { preview: Route.ComponentProps["loaderData"]["preview"] }) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const leavingWords = leavingText[language];
	const groups = [
		{ title: text.answersFor, lines: preview.contacts.map((one) => line(one.id, contactLine(one, language))) },
		{
			title: leavingWords.deputyContactsMove,
			lines: preview.deputyContacts.map((one) => line(one.id, contactLine(one, language))),
		},
		{
			title: leavingWords.deputyForMove,
			lines: preview.deputyFor.map((one) => line(one.id, `${one.name}, ${roleName(language, one.role)}`)),
		},
		{
			title: text.alsoHolds,
			lines: preview.otherThings.map((one) =>
				line(`${one.kind} ${one.id}`, `${one.title} (${one.what.toLowerCase()})`),
			),
		},
		{ title: leavingWords.rolesEnd, lines: preview.memberships.map((one) => line(one.id, roleLine(one, language))) },
	].filter((group) => group.lines.length > 0);
	if (groups.length === 0) return null;
	return (
		<Section title={leavingWords.movesTitle}>
			{groups.map((group) => (
				<div key={group.title} className="stack" data-gap="small">
					<h3 className="ds-heading" data-size="2xs">
						{group.title}
					</h3>
					<ul className="ds-list">
						{group.lines.map((one) => (
							<li key={one.key}>{one.words}</li>
						))}
					</ul>
				</div>
			))}
		</Section>
	);
}

function line(key: string, words: string) {
	return { key, words };
}
