import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { findNamed } from "../../../../ui/choice.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { mandateOf, organisationChoices } from "../../../organisation/service.server.ts";
import { themes } from "../../codes.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import type { Interest } from "../contract.ts";
import { newInterest } from "../contract.ts";
import { interestsText } from "../interests.text.ts";
import { addInterest, listInterests, removeInterest } from "../service.server.ts";
import type { Route } from "./+types/interests";
import "./coverage.css";

/** What the organisation wants agreements about, and what others want with it. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const interests = await listInterests(work);
		return {
			own: interests.filter(({ organisationId }) => organisationId === actor.organisationId),
			others: interests.filter(({ organisationId }) => organisationId !== actor.organisationId),
			parties: (await organisationChoices(work)).filter(({ value }) => value !== actor.organisationId),
		};
	});
}

const removing = z.object({ interestId: id });
const adding = z.object({
	theme: newInterest.shape.theme,
	withId: z.string().trim().nullable(),
	note: z.string().trim().max(1000).nullable(),
});

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = interestsText[language];
	const form = await request.formData();
	const toRemove = parseForm(removing, form).values;
	if (toRemove) {
		const outcome = await commanding((work) => removeInterest(work, toRemove.interestId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast("/agreements/interests", text.removed);
	}
	const parsed = parseForm(adding, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const { theme, withId: typed, note } = parsed.values;
	const withId = typed === null ? null : (findNamed(await reading(organisationChoices), typed)?.value ?? "");
	const outcome = await commanding((work) => addInterest(work, { theme, withId, note: note ?? "" }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/agreements/interests", text.added);
}

export default function Interests({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = interestsText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const say = saying(language, { ...refusalWords.refusals, ...text.refusals });
	const { own, others, parties } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			{actionData && Object.keys(actionData.given).length === 0 && (
				<Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>
			)}
			<Section title={text.ownTitle}>
				{own.length === 0 ? (
					<EmptyState title={text.none} />
				) : (
					<ListOfInterests rows={own} caption={text.ownTitle} own />
				)}
			</Section>
			<Section title={text.othersTitle} lead={text.othersLead}>
				{others.length === 0 ? (
					<EmptyState title={text.othersNone} />
				) : (
					<ListOfInterests rows={others} caption={text.othersTitle} />
				)}
			</Section>
			<Section title={text.addTitle}>
				<TaskForm
					refused={actionData && Object.keys(actionData.given).length > 0 ? actionData : undefined}
					labels={text.fields}
					say={say}
				>
					<Field
						name="theme"
						kind="select"
						required
						choices={themes.filter((one) => one !== "other").map((one) => ({ value: one, label: words.themes[one] }))}
					/>
					<Field name="withId" kind="lookup" choices={parties} hint={text.withHint} />
					<Field name="note" kind="textarea" maxLength={1000} rows={2} width="full" />
					<SubmitButton>{text.add}</SubmitButton>
				</TaskForm>
			</Section>
		</div>
	);
}

/** Interests as a table: who, about what, with whom, whether it is agreed, and the way to a draft or out. */
function ListOfInterests(props: {
	readonly rows: readonly Interest[];
	readonly caption: string;
	readonly own?: boolean;
}) {
	const language = useLanguage();
	const text = interestsText[language];
	const { rows, caption, own = false } = props;
	return (
		<Table
			caption={caption}
			hideCaption
			rows={rows}
			rowKey={(row) => row.id}
			columns={[
				{ key: "theme", label: text.fields.theme, cell: (row) => nameOfTheme(language, row.theme) },
				...(own ? [] : [{ key: "who", label: text.who, cell: (row: Interest) => row.organisationName }]),
				{ key: "with", label: text.with, cell: (row) => row.withName ?? text.anybody },
				{ key: "note", label: text.note, cell: (row) => row.note },
				{ key: "from", label: text.madeOn, cell: (row) => formatShortDate(language, row.madeOn) },
				{ key: "state", label: text.state, cell: (row) => <StateOf row={row} /> },
				{ key: "do", label: text.propose, cell: (row) => <Deeds row={row} own={own} /> },
			]}
		/>
	);
}

function StateOf({ row }: { readonly row: Interest }) {
	const text = interestsText[useLanguage()];
	if (row.agreed) return <Status tone="success">{text.agreed}</Status>;
	return row.mutual ? <Status tone="info">{text.mutual}</Status> : <Status>{text.open}</Status>;
}

function Deeds({ row, own }: { readonly row: Interest; readonly own: boolean }) {
	const language = useLanguage();
	const text = interestsText[language];
	const theme = nameOfTheme(language, row.theme);
	const party = own ? row.withId : row.organisationId;
	const name = own ? (row.withName ?? text.anybody) : row.organisationName;
	return (
		<span className="interest-deeds">
			{!row.agreed && (
				<Link
					className="ds-link"
					to={`/agreements/new?theme=${row.theme}${party === null ? "" : `&party=${party}`}`}
					aria-label={text.proposeOf(theme, name)}
				>
					{text.propose}
				</Link>
			)}
			{own && (
				<Form method="post">
					<input type="hidden" name="interestId" value={row.id} />
					<button
						type="submit"
						className="ds-button"
						data-variant="tertiary"
						data-size="sm"
						aria-label={text.removeOf(theme)}
					>
						{text.remove}
					</button>
				</Form>
			)}
		</span>
	);
}
