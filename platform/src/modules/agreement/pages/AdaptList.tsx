import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import type { ToAdapt } from "../adapt.ts";
import { weaknessText } from "./weakness.text.ts";

/** What was true in the agreement a draft was copied from, to go through before it is put forward. */
export function AdaptList(props: { readonly adapt: readonly ToAdapt[]; readonly from: string; readonly here: string }) {
	const text = weaknessText[useLanguage()];
	const { adapt, from, here } = props;
	if (adapt.length === 0) return null;
	const pathOf: Readonly<Record<ToAdapt["of"], string>> = {
		...{ facts: "facts", parties: "parties", theme: "themes", commitment: "commitments", provision: "provisions" },
	};
	return (
		<Section title={text.adaptTitle(from)} lead={text.adaptLead}>
			<ul className="ds-list">
				{adapt.map(({ kind, of, part, said }) => (
					<li key={`${kind} ${of} ${part}`}>
						<Link
							className="ds-link"
							to={`${here}/${pathOf[of]}${part === null ? "" : `/${part}`}${kind === "contacts" ? "/contacts" : ""}`}
						>
							{kind === "days" || kind === "parties" ? text.adapt[kind] : text.adapt[kind](said)}
						</Link>
					</li>
				))}
			</ul>
		</Section>
	);
}
