import { Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import type { RoundRules } from "../../allocate/contract.ts";
import { roundText } from "../text.ts";
import { rulesText } from "./rules.text.ts";

/** What a list of rules is shown and added to with. */
export type RulesList = {
	readonly rules: Pick<RoundRules, "floors" | "quotas" | "mixtures">;
	readonly version: number;
	readonly hosts: readonly { readonly hostId: string; readonly name: string; readonly municipality: string | null }[];
	readonly institutions: readonly { readonly institutionId: string; readonly name: string }[];
	readonly refused: RefusedForm | undefined;
};

/** At least so many students in a municipality, perhaps of a profession and a year. */
export function Floors({ rules, hosts, version, refused }: RulesList) {
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
				refused={refused}
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

/** At most so many students of an institution at a host. */
export function Quotas({ rules, hosts, institutions, version, refused }: RulesList) {
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
				refused={refused}
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

/** Takes one row of a list of rules away. */
export function Remove(props: {
	readonly list: "floors" | "quotas" | "mixtures";
	readonly row: number;
	readonly version: number;
}) {
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
