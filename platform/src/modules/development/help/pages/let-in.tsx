import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { parseParty } from "../../party-form.server.ts";
import { letIn, readLetIn, shutOut } from "../../service.server.ts";
import { letInFacts } from "../contract.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/let-in";
import { reachedText } from "./reached.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const read = (await readLetIn(work)) ?? missing();
		return { ...read, organisations: read.mayDecide ? await organisationChoices(work) : [] };
	});
}

const shutting = z.object({ guideId: id });
const here = "/development/help/let-in";

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = reachedText[language].letIn;
	const form = await request.formData();
	if (form.get("do") === "shut") {
		const parsed = parseForm(shutting, form);
		if (parsed.refusals) return data({ ...parsed, deed: "shut" }, 422);
		const outcome = await commanding((work) => shutOut(work, parsed.values.guideId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "shut" }, 422);
		return redirectWithToast(here, text.shutDone);
	}
	const parsed = parseParty(letInFacts, form, await reading(organisationChoices));
	if (parsed.refusals) return data({ ...parsed, deed: "add" }, 422);
	const outcome = await commanding((work) => letIn(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "add" }, 422);
	return redirectWithToast(here, text.added);
}

/** Whose advisers follow the projects of the organisation acted for, and who has been in contact with it. */
export default function LetInPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [reachedText[language].letIn, helpText[language]];
	const { letIn: all, contacts, mayDecide, organisations } = loaderData;
	const { columns, contactColumns } = text;
	const say = saying(language, words.refusals);
	const day = (value: string) => formatShortDate(language, value);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} trail={[{ to: "/development/help", label: words.title }]} />
			<Table
				caption={text.title}
				hideCaption
				rows={all}
				rowKey={(row) => row.guideId}
				columns={[
					{ key: "guide", label: columns.guide, cell: (row) => row.guideName },
					{ key: "since", label: columns.since, cell: (row) => day(row.since) },
					{
						...{ key: "supervisors", label: columns.supervisors },
						cell: (row) => text.supervisors[row.supervisorsToo ? "yes" : "no"],
					},
					...(mayDecide
						? [
								{
									...{ key: "shut", label: text.shut },
									cell: (row: (typeof all)[number]) => (
										<TaskForm refused={of("shut")} say={say} prefix={`shut-${row.guideId}-`} className="">
											<input type="hidden" name="guideId" value={row.guideId} />
											<SubmitButton name="do" value="shut" variant="tertiary">
												{text.shutTitle(row.guideName)}
											</SubmitButton>
										</TaskForm>
									),
								},
							]
						: []),
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
			{mayDecide && (
				<Details summary={text.add} open={of("add") !== undefined}>
					<TaskForm refused={of("add")} labels={text.fields} say={say}>
						<Field name="partyId" kind="lookup" choices={organisations} width="full" required />
						<Field name="supervisorsToo" kind="checkbox" />
						<SubmitButton name="do" value="add">
							{text.add}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
			<Section title={text.contacts}>
				<Table
					caption={text.contacts}
					hideCaption
					rows={contacts}
					rowKey={(row) => row.id}
					columns={[
						{ key: "by", label: contactColumns.by, cell: (row) => `${row.notedBy}, ${row.byName}` },
						{ key: "on", label: contactColumns.on, cell: (row) => day(row.onDay) },
						{ key: "how", label: contactColumns.how, cell: (row) => words.hows[row.how] },
						{ key: "about", label: contactColumns.about, cell: (row) => <span className="pre-line">{row.about}</span> },
					]}
					empty={<p className="quiet">{text.noContacts}</p>}
				/>
			</Section>
		</div>
	);
}
