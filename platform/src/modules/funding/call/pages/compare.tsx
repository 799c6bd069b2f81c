import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { representing } from "../../../../visit.server.ts";
import { percentOf } from "../../amounts.ts";
import { compareCalls, listSchemes } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/compare";
import { StandingOf } from "./CallTable.tsx";
import { factsOf } from "./content-facts.ts";

/** The same scheme as each county calls for it, side by side. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	return reading(async (work) => {
		const schemes = (await listSchemes(work)).map(({ id, name, calls }) => ({ id, name, calls }));
		const asked = url.searchParams.get("scheme");
		const most = schemes.toSorted((one, other) => other.calls - one.calls)[0];
		const scheme = schemes.find(({ id }) => id === asked) ?? most;
		const calls = scheme ? await compareCalls(work, scheme.id) : [];
		const text = callText[language];
		const rows = rowsOf(calls.map(({ content }) => linesOf(content)));
		function linesOf(content: (typeof calls)[number]["content"]) {
			return [
				...factsOf(language, content),
				{ label: text.categories, value: content.categories.map(({ name }) => name).join(", ") },
				{
					label: text.criteria,
					value: content.criteria.map(({ name, weight }) => `${name} ${percentOf(language, weight)}`).join(", "),
				},
				{ label: text.measures, value: content.measures.map(({ name }) => name).join(", ") },
			];
		}
		return {
			...{ schemes, chosen: scheme?.id ?? null, rows },
			calls: calls.map(({ id, organisationName, standing }) => ({ id, organisationName, standing })),
		};
	});
}

/** Each fact with what every call says of it, and whether they differ. */
function rowsOf(calls: readonly (readonly { readonly label: string; readonly value: string }[])[]) {
	return (calls[0] ?? []).map(({ label }, at) => {
		const values = calls.map((one) => one[at]?.value ?? "");
		return { label, values, differs: new Set(values).size > 1 };
	});
}

export default function Compare({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = callText[language];
	const { compare } = fundingText[language];
	const { schemes, chosen, calls, rows } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(compare)}</title>
			<PageHeader title={compare} lead={text.compareLead} />
			{schemes.length === 0 ? (
				<EmptyState title={text.noSchemes} />
			) : (
				<form method="get" className="row">
					<div className="ds-field">
						<label className="ds-label" htmlFor="scheme">
							{text.chooseScheme}
						</label>
						<select className="ds-input" id="scheme" name="scheme" key={chosen} defaultValue={chosen ?? ""}>
							{schemes.map(({ id, name }) => (
								<option key={id} value={id}>
									{name}
								</option>
							))}
						</select>
					</div>
					<button type="submit" className="ds-button" data-variant="secondary">
						{text.show}
					</button>
				</form>
			)}
			{schemes.length > 0 && calls.length === 0 && <EmptyState title={text.nothingToCompare} />}
			{calls.length > 0 && (
				<ScrollRegion label={compare}>
					<table className="ds-table" data-border="">
						<caption className="visually-hidden">{compare}</caption>
						<thead>
							<tr>
								<th scope="col">{text.field}</th>
								{calls.map(({ id, organisationName, standing }) => (
									<th key={id} scope="col">
										<Link className="ds-link" to={`/funding/calls/${id}`}>
											{organisationName}
										</Link>
										<br />
										<StandingOf standing={standing} />
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{rows.map(({ label, values, differs }) => (
								<tr key={label}>
									<th scope="row">
										{label} {differs && <Tag tone="warning">{text.differs}</Tag>}
									</th>
									{values.map((value, at) => (
										<td key={calls[at]?.id}>{value === "" ? <NoValue /> : value}</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</ScrollRegion>
			)}
		</div>
	);
}
