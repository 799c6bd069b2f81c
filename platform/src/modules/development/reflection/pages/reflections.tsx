import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { gatheringText } from "../../gathering/text.ts";
import { noteReflection, readReflections, removeReflection } from "../../service.server.ts";
import { reflectionFacts } from "../contract.ts";
import { countReflections } from "../rules.ts";
import { reflectionText } from "../text.ts";
import type { Route } from "./+types/reflections";

/** What the members of a network reflect on at home, and what it changes. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { own, fillsFor, reflections, network } = (await readReflections(work, params.networkId)) ?? missing();
		return {
			...{ own, reflections, counts: countReflections(reflections), today: work.today },
			fillsFor: network.endedOn === null ? fillsFor : [],
		};
	});
}

const one = z.object({ id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = reflectionText[language];
	const here = `/development/networks/${params.networkId}/reflection`;
	const form = await request.formData();
	if (form.get("do") === "remove") {
		const parsed = parseForm(one, form);
		if (parsed.refusals) return data({ ...parsed, deed: "remove" }, 422);
		const outcome = await commanding((work) => removeReflection(work, params.networkId, parsed.values.id));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "remove" }, 422);
		return redirectWithToast(here, text.removed);
	}
	const parsed = parseForm(reflectionFacts, form);
	if (parsed.refusals) return data({ ...parsed, deed: "add" }, 422);
	const outcome = await commanding((work) => noteReflection(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "add" }, 422);
	return redirectWithToast(here, text.added);
}

export default function Reflections({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reflectionText[language];
	const { columns } = text;
	const { own, fillsFor, reflections, counts, today } = loaderData;
	const say = saying(language, gatheringText[language].refusals);
	const number = (value: number) => formatNumber(language, value);
	return (
		<Section title={text.title} lead={text.lead}>
			{fillsFor.length > 0 && (
				<Details summary={text.add} open={actionData?.deed === "add"}>
					<TaskForm
						refused={actionData?.deed === "add" ? actionData : undefined}
						values={{ memberId: own ?? fillsFor[0]?.id ?? "", onDay: today, held: "yes" }}
						labels={text.fields}
						say={say}
					>
						<Field
							name="memberId"
							kind="select"
							required
							choices={fillsFor.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<Field name="onDay" kind="date" max={today} required />
						<Field name="theme" maxLength={300} autoComplete="off" width="full" hint={text.hints.theme} required />
						<Field name="tool" maxLength={300} autoComplete="off" width="full" hint={text.hints.tool} />
						<Field
							name="held"
							kind="radio"
							required
							choices={[
								{ value: "yes", label: text.held.yes },
								{ value: "no", label: text.held.no },
							]}
						/>
						<Field name="notBecause" maxLength={500} autoComplete="off" width="full" required="sometimes" />
						<Field name="changed" kind="textarea" rows={2} maxLength={2000} width="full" />
						<SubmitButton>{text.save}</SubmitButton>
					</TaskForm>
				</Details>
			)}
			{actionData?.deed === "remove" && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			{counts.planned > 0 && (
				<p className="quiet">{text.counts(number(counts.planned), number(counts.held), number(counts.changed))}</p>
			)}
			<Table
				caption={text.title}
				hideCaption
				rows={reflections}
				rowKey={(row) => row.id}
				columns={[
					{ key: "on", label: columns.on, cell: (row) => formatShortDate(language, row.onDay) },
					{ key: "member", label: columns.member, cell: (row) => row.memberName },
					{ key: "theme", label: columns.theme, cell: (row) => row.theme },
					{ key: "tool", label: columns.tool, cell: (row) => row.tool },
					{
						...{ key: "held", label: columns.held },
						cell: (row) => (row.held ? text.held.yes : `${text.held.no}. ${row.notBecause}`),
					},
					{
						...{ key: "changed", label: columns.changed },
						cell: (row) => (
							<>
								<span className="pre-line">{row.changed}</span>
								{row.mayRemove && (
									<TaskForm refused={undefined} say={say} className="" prefix={`${row.id}-`}>
										<input type="hidden" name="id" value={row.id} />
										<SubmitButton name="do" value="remove" variant="tertiary">
											{text.remove}
										</SubmitButton>
									</TaskForm>
								)}
							</>
						),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
		</Section>
	);
}
