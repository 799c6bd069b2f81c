import { Form } from "react-router";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { comparePieces, type Piece } from "../compare.ts";
import type { Difference } from "../content.ts";
import { compareVersions, listVersions, openAgreement } from "../service.server.ts";
import { shownIn } from "../words.ts";
import type { Route } from "./+types/compare";
import "./agreement.css";
import { negotiationText } from "./negotiation.text.ts";
import { nameOfPart } from "./parts.ts";
import { writeText } from "./write.text.ts";

type Shown = { readonly label: string; readonly pieces: readonly Piece[] };
type Group = { readonly key: string; readonly name: string; readonly fields: readonly Shown[] };

/** Two versions of the text, or one and the text as it is now, with what changed marked. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused) missing();
		const { agreement } = opened.done;
		const { versions } = await listVersions(work, opened.done);
		const asked = (name: string) =>
			versions.find(({ number }) => String(number) === url.searchParams.get(name))?.number;
		const before = asked("before") ?? versions.at(0)?.number ?? missing();
		const after = asked("after") ?? null;
		const compared = (await compareVersions(work, opened.done, before, after)) ?? missing();
		const fields: Readonly<Record<string, string>> = writeText[language].fields;
		const choices = [...compared.before.parties, ...compared.after.parties].map(({ id, name }) => ({
			...{ value: id, label: name },
		}));
		const shown = shownIn(language, choices);
		const groups = new Map<string, { key: string; name: string; fields: Shown[] }>();
		for (const one of compared.differences) {
			if (isInner(one)) continue;
			const key = `${one.of} ${one.part}`;
			const name = nameOfPart(language, one.part, compared.after, compared.before);
			const group = groups.get(key) ?? { key, name, fields: [] };
			const said = (word: string | null) => (word === null ? null : shown(one.field, word));
			group.fields.push({
				label: fields[one.field] ?? name,
				pieces: comparePieces(said(one.before), said(one.after)),
			});
			groups.set(key, group);
		}
		return {
			...{ id: agreement.id, title: agreement.title, before, after, numbers: versions.map(({ number }) => number) },
			groups: [...groups.values()] satisfies readonly Group[],
		};
	});
}

/** Fields that say which part it is, not what it says. */
function isInner({ of, field }: Difference): boolean {
	return (
		field === "id" ||
		field === "themeId" ||
		(of === "provision" && field === "kind") ||
		(of === "theme" && field === "theme")
	);
}

export default function Compare({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = negotiationText[language];
	const { id, title, before, after, numbers, groups } = loaderData;
	const here = `/agreements/${id}`;
	const choose = (name: string, label: string, value: number | null) => (
		<div className="ds-field">
			<label className="ds-label" htmlFor={name}>
				{label}
			</label>
			<select className="ds-input" id={name} name={name} key={value} defaultValue={value ?? ""}>
				{name === "after" && <option value="">{text.now}</option>}
				{numbers.map((number) => (
					<option key={number} value={number}>
						{`${text.number} ${number}`}
					</option>
				))}
			</select>
		</div>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.compareTitle)}</title>
			<PageHeader
				title={text.compareTitle}
				trail={[
					{ to: here, label: title },
					{ to: `${here}/negotiation`, label: text.versions },
				]}
			/>
			<Form method="get" className="list-tools">
				{choose("before", text.before, before)}
				{choose("after", text.after, after)}
				<div className="list-buttons">
					<button type="submit" className="ds-button" data-variant="secondary">
						{text.compare}
					</button>
				</div>
			</Form>
			{groups.length === 0 && <p className="ds-paragraph">{text.noDifferences}</p>}
			<div className="agreement-text">
				{groups.map((group) => (
					<section key={group.key} aria-label={group.name}>
						<h2 className="ds-heading" data-size="xs">
							{group.name}
						</h2>
						{group.fields.map((field) => (
							<div key={field.label} className="agreement-labelled">
								<p className="agreement-label">{field.label}</p>
								<p className="written">
									{field.pieces.map((piece) => (
										<Marked key={piece.at} piece={piece} />
									))}
								</p>
							</div>
						))}
					</section>
				))}
			</div>
		</div>
	);
}

/** What is taken out and added is said in words too, for those who cannot see the marks. */
function Marked({ piece }: { readonly piece: Piece }) {
	const text = negotiationText[useLanguage()];
	if (piece.kind === "same") return piece.text;
	const said = <span className="visually-hidden">{piece.kind === "added" ? text.added : text.removed}: </span>;
	return piece.kind === "added" ? (
		<ins className="marked">
			{said}
			{piece.text}
		</ins>
	) : (
		<del className="marked">
			{said}
			{piece.text}
		</del>
	);
}
