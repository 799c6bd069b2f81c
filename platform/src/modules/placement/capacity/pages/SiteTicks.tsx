import { FieldError } from "../../../../ui/field-parts.tsx";
import { useFormState } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import "./capacity.css";
import { collectionText } from "./collection.text.ts";

/** Sites to ask, all ticked beforehand. The first carries the id, so that an error leads there. */
export function SiteTicks({
	sites,
}: {
	readonly sites: readonly { readonly id: string; readonly name: string; readonly contactEmail: string | null }[];
}) {
	const asking = collectionText[useLanguage()];
	const { refused, say } = useFormState();
	const given = refused?.given.siteIds;
	const refusal = refused?.refusals.find(({ field }) => field === "siteIds");
	return (
		<fieldset className="ds-fieldset site-ticks">
			<legend className="ds-label">{asking.which}</legend>
			{sites.map((site, index) => {
				const id = index === 0 ? "siteIds" : `site-${site.id}`;
				return (
					<div className="ds-field" key={site.id}>
						<input
							className="ds-input"
							type="checkbox"
							id={id}
							name="siteIds"
							value={site.id}
							defaultChecked={given === undefined ? true : given.includes(site.id)}
						/>
						<label className="ds-label" data-weight="regular" htmlFor={id}>
							{site.name}
							{site.contactEmail === null && <span className="quiet"> ({asking.noAddress})</span>}
						</label>
					</div>
				);
			})}
			<FieldError id="siteIds">{refusal && say(refusal)}</FieldError>
		</fieldset>
	);
}
