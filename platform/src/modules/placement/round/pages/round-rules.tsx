import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { id } from "../../../organisation/contract.ts";
import { professionName } from "../../../organisation/text.ts";
import { type RoundRules, roundRules } from "../../allocate/contract.ts";
import { aims } from "../../codes.ts";
import { changeRules, readRound, readRoundHead } from "../service.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/round-rules";
import { OrderOfChoice } from "./OrderOfChoice.tsx";
import { rulesText } from "./rules.text.ts";

/** What a round's runs follow, in words and as a form. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { round, hosts, periods, can } = (await readRound(work, params.roundId)) ?? missing();
		if (!can.run) missing();
		const institutions = new Map(
			periods.filter((one) => one.included).map((one) => [one.institutionId, one.institutionName]),
		);
		return {
			...{ version: round.version, rules: round.rules, seed: round.seed },
			hosts: hosts.map(({ hostId, name, municipality }) => ({ hostId, name, municipality })),
			institutions: [...institutions].map(([institutionId, name]) => ({ institutionId, name })),
		};
	});
}

const version = z.int().min(1);
const forms = {
	rules: z.object({
		version,
		travelCap: roundRules.shape.travelCap,
		wishBeyondCap: z.boolean(),
		minutesPerRank: roundRules.shape.minutesPerRank,
		aim: z.enum(aims),
		keepPublished: z.boolean(),
		tolerance: roundRules.shape.tolerance,
		floorPrice: roundRules.shape.floorPrice,
		agreement: roundRules.shape.agreement,
	}),
	floor: z.object({
		version,
		municipality: z.stringFormat("municipality-number", /^[0-9]{4}$/),
		profession: z.enum(professions).nullable(),
		yearOfStudy: z.int().min(1).max(7).nullable(),
		least: z.int().min(1).max(10_000),
	}),
	quota: z.object({ version, institutionId: id, hostId: id, most: z.int().min(0).max(10_000) }),
	remove: z.object({ version, list: z.enum(["floors", "quotas"]), row: z.int().min(0) }),
};

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const page = await reading((work) => readRoundHead(work, params.roundId));
	if (!page?.can.run) missing();
	const { rules } = page.round;
	const read = changed(rules, form);
	if (read.refused) return data(read.refused, 422);
	const outcome = await commanding((work) => changeRules(work, params.roundId, read.version, read.rules));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: read.deed }, 422);
	const text = rulesText[language];
	return redirectWithToast(`/placement/rounds/${params.roundId}/rules`, text.saved);
}

/** The rules as they are after what a form asks for. */
function changed(rules: RoundRules, form: FormData) {
	const deed = String(form.get("deed") ?? "rules");
	if (deed === "floor") {
		const parsed = parseForm(forms.floor, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, ...floor } = parsed.values;
		return { deed, version, rules: { ...rules, floors: [...rules.floors, floor] } };
	}
	if (deed === "quota") {
		const parsed = parseForm(forms.quota, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, ...quota } = parsed.values;
		return { deed, version, rules: { ...rules, quotas: [...rules.quotas, quota] } };
	}
	if (deed === "remove") {
		const parsed = parseForm(forms.remove, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, list, row } = parsed.values;
		const left =
			list === "floors"
				? { floors: rules.floors.filter((_, at) => at !== row) }
				: { quotas: rules.quotas.filter((_, at) => at !== row) };
		return { deed, version, rules: { ...rules, ...left } };
	}
	const parsed = parseForm(forms.rules, form);
	if (parsed.refusals) return { refused: { ...parsed, deed } };
	const { version, ...values } = parsed.values;
	return { deed, version, rules: { ...rules, ...values } };
}

type Data = Route.ComponentProps["loaderData"];
type Sent = Route.ComponentProps["actionData"];

export default function RoundRulesPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { fields, hints, units, aims: aimWords, agreements, ...text } = rulesText[language];
	const { floors: _floors, quotas: _quotas, mixtures: _mixtures, ...values } = loaderData.rules;
	const { rules, version } = loaderData;
	const say = saying(language, roundText[language].refusals);
	return (
		<>
			<Section title={text.title} lead={text.lead}>
				<TaskForm
					refused={actionData?.deed === "rules" ? actionData : undefined}
					values={values}
					labels={fields}
					say={say}
				>
					<input type="hidden" name="version" value={version} />
					<input type="hidden" name="deed" value="rules" />
					<Field name="travelCap" kind="number" whole unit={units.minutes} hint={hints.travelCap} />
					<Field name="wishBeyondCap" kind="checkbox" />
					<Field name="aim" kind="radio" required choices={aims.map((aim) => ({ value: aim, label: aimWords[aim] }))} />
					<Field name="minutesPerRank" kind="number" whole required unit={units.minutes} hint={hints.minutesPerRank} />
					<Field name="floorPrice" kind="number" whole unit={units.minutes} hint={hints.floorPrice} />
					<Field name="keepPublished" kind="checkbox" />
					<Field name="tolerance" kind="number" whole required unit={units.permille} hint={hints.tolerance} />
					<Field
						name="agreement"
						kind="radio"
						required
						choices={(["ignore", "flag", "block"] as const).map((code) => ({ value: code, label: agreements[code] }))}
					/>
					<SubmitButton>{text.save}</SubmitButton>
				</TaskForm>
			</Section>
			<OrderOfChoice rules={rules} seed={loaderData.seed} />
			<Floors loaderData={loaderData} sent={actionData} />
			<Quotas loaderData={loaderData} sent={actionData} />
		</>
	);
}

function Floors({ loaderData: { rules, hosts, version }, sent }: { loaderData: Data; sent: Sent }) {
	const language = useLanguage();
	const { floorColumns: columns, ...text } = rulesText[language];
	const names = new Map(hosts.map(({ municipality, name }) => [municipality, name]));
	return (
		<Section title={text.floorsTitle} lead={text.floorsLead}>
			<Table
				caption={`${text.floorsTitle} (${rules.floors.length})`}
				hideCaption
				rows={rules.floors.map((floor, at) => ({ ...floor, at }))}
				rowKey={(row) => String(row.at)}
				columns={[
					{
						key: "municipality",
						label: columns.municipality,
						cell: (row) => names.get(row.municipality) ?? row.municipality,
					},
					{ key: "profession", label: columns.profession, cell: (row) => professionName(language, row.profession) },
					{ key: "year", label: columns.year, cell: (row) => row.yearOfStudy ?? text.any },
					{ key: "least", label: columns.least, cell: (row) => formatNumber(language, row.least), numeric: true },
					{ key: "remove", label: text.change, cell: (row) => <Remove list="floors" row={row.at} version={version} /> },
				]}
				empty={<p className="quiet">{text.floorsEmpty}</p>}
			/>
			<TaskForm
				refused={sent?.deed === "floor" ? sent : undefined}
				prefix="floor-"
				labels={{
					municipality: columns.municipality,
					profession: columns.profession,
					yearOfStudy: columns.year,
					least: columns.least,
				}}
				say={saying(language, roundText[language].refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<input type="hidden" name="deed" value="floor" />
				<Field
					name="municipality"
					kind="select"
					required
					choices={hosts.flatMap(({ municipality, name }) =>
						municipality === null ? [] : [{ value: municipality, label: name }],
					)}
				/>
				<Field
					name="profession"
					kind="select"
					none={text.any}
					choices={professions.map((code) => ({ value: code, label: professionName(language, code) }))}
				/>
				<Field
					name="yearOfStudy"
					kind="select"
					none={text.any}
					choices={[1, 2, 3, 4, 5, 6, 7].map((year) => ({ value: String(year), label: String(year) }))}
				/>
				<Field name="least" kind="number" whole required />
				<SubmitButton variant="secondary">{text.floorAdd}</SubmitButton>
			</TaskForm>
		</Section>
	);
}

function Quotas({ loaderData: { rules, hosts, institutions, version }, sent }: { loaderData: Data; sent: Sent }) {
	const language = useLanguage();
	const { quotaColumns: columns, ...text } = rulesText[language];
	const hostNames = new Map(hosts.map(({ hostId, name }) => [hostId, name]));
	const institutionNames = new Map(institutions.map(({ institutionId, name }) => [institutionId, name]));
	return (
		<Section title={text.quotasTitle} lead={text.quotasLead}>
			<Table
				caption={`${text.quotasTitle} (${rules.quotas.length})`}
				hideCaption
				rows={rules.quotas.map((quota, at) => ({ ...quota, at }))}
				rowKey={(row) => String(row.at)}
				columns={[
					{
						key: "institution",
						label: columns.institution,
						cell: (row) => institutionNames.get(row.institutionId) ?? "",
					},
					{ key: "host", label: columns.host, cell: (row) => hostNames.get(row.hostId) ?? "" },
					{ key: "most", label: columns.most, cell: (row) => formatNumber(language, row.most), numeric: true },
					{ key: "remove", label: text.change, cell: (row) => <Remove list="quotas" row={row.at} version={version} /> },
				]}
				empty={<p className="quiet">{text.quotasEmpty}</p>}
			/>
			<TaskForm
				refused={sent?.deed === "quota" ? sent : undefined}
				prefix="quota-"
				labels={{ institutionId: columns.institution, hostId: columns.host, most: columns.most }}
				say={saying(language, roundText[language].refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<input type="hidden" name="deed" value="quota" />
				<Field
					name="institutionId"
					kind="select"
					required
					choices={institutions.map(({ institutionId, name }) => ({ value: institutionId, label: name }))}
				/>
				<Field
					name="hostId"
					kind="select"
					required
					choices={hosts.map(({ hostId, name }) => ({ value: hostId, label: name }))}
				/>
				<Field name="most" kind="number" whole required />
				<SubmitButton variant="secondary">{text.quotaAdd}</SubmitButton>
			</TaskForm>
		</Section>
	);
}

function Remove(props: { readonly list: "floors" | "quotas"; readonly row: number; readonly version: number }) {
	return (
		<Form method="post">
			<input type="hidden" name="version" value={props.version} />
			<input type="hidden" name="list" value={props.list} />
			<input type="hidden" name="row" value={props.row} />
			<SubmitButton variant="tertiary" size="sm" name="deed" value="remove">
				{rulesText[useLanguage()].remove}
			</SubmitButton>
		</Form>
	);
}
